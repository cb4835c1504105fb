"""Graphs into files, one format a file."""
