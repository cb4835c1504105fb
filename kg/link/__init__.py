"""Across documents: same report, restatements."""

from kg.link.linking import links

__all__ = ["links"]
