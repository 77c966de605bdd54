"""The door: read text, keep claims in a graph, query and show them."""
