"""Questions and answers: Cypher, formats, the page."""
