// Everything that is said of one actor, by relation
// $code: its code
MATCH (a:Actor {code: $code})-[r]-(b:Actor)
RETURN type(r) AS relation, startNode(r).code AS subject, endNode(r).code AS object,
       r.modality AS modality, r.year AS year, r.quote AS quote
ORDER BY relation, subject, object, quote
