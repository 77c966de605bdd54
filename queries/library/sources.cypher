// The documents and how many claims each gives
MATCH (d:Document)
OPTIONAL MATCH (:Actor)-[r]->(:Actor) WHERE r.document = d.id
RETURN d.id AS document, d.title AS title, d.date AS date, count(r) AS claims
ORDER BY document
