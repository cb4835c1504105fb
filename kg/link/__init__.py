"""Across documents: same report, restatements."""
