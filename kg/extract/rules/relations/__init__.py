"""Relations: `relations` finds what links two names (makes, owns, buys from, restricts, ...)."""
