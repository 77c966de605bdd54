"""What may be said, and about whom: the claim, the relations, the actors, and their RDF."""
