"""Across documents: same report, restatements; a change is followed to what it can affect."""

from kg.link.linking import Linking, links

__all__ = ["Linking", "links"]
