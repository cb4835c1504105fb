"""Graphs into files, one format a file."""

from kg.export.formats import export, export_folder, export_store, formats, is_folder, named_by

__all__ = ["export", "export_folder", "export_store", "formats", "is_folder", "named_by"]
