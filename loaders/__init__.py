"""Sources become documents and claims."""
