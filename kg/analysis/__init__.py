"""Lineage, drift, independence, conflicts."""
