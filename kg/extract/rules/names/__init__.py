"""Names: `names` finds what the registry knows, what is a misspelling of it, and what it does not know."""
