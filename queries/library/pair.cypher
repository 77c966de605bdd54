// Everything between two actors, in order of time
// $a: code of the one
// $b: code of the other
MATCH (a:Actor {code: $a})-[r]-(b:Actor {code: $b})
RETURN startNode(r).code AS subject, type(r) AS relation, endNode(r).code AS object,
       r.modality AS modality, r.since AS since, r.quote AS quote
ORDER BY since, relation, quote
