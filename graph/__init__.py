"""The record (a folder of RDF files) and the copies that follow it."""
