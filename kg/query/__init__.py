"""Stored SPARQL queries with typed parameters."""
