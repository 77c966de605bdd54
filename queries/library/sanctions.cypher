// Who sanctions whom, newest first, with the words that say so
// $code = ANY: code of a state to keep to, as sender or target
MATCH (a:Actor)-[r:SANCTIONS]->(b:Actor)
WHERE $code = 'ANY' OR a.code = $code OR b.code = $code
RETURN a.name AS sender, b.name AS target, r.modality AS modality, r.year AS year, r.quote AS quote
ORDER BY year DESC, sender, target, quote
