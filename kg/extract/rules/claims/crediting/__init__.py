"""Whom a figure is credited to, from the outermost speaker inwards."""
