"""Numbers: `quantities` reads every one, `figures` keeps those that say how much or how many."""
