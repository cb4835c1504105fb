"""Whom a figure is about where its own sentence leaves it open: whom the text has been about."""
