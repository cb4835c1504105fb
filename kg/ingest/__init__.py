"""Files to documents: one format a file."""
