"""Shapes, findings, deltas."""
