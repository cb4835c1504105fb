"""Reported speech: `reporting` finds who says what by which words."""
