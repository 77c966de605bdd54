"""Files become documents with their text."""
