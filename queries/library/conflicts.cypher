// Pairs by how many claims of conflict the graph holds between them
MATCH (a:Actor)-[r]->(b:Actor)
WHERE r.quad ENDS WITH 'conflict' AND r.modality = 'actual'
WITH CASE WHEN a.code < b.code THEN a ELSE b END AS one,
     CASE WHEN a.code < b.code THEN b ELSE a END AS other, r
RETURN one.name AS actor, other.name AS with, count(r) AS claims, collect(DISTINCT type(r)) AS relations
ORDER BY claims DESC, actor, with
