"""Time: `periods` finds expressions of time and resolves them, against the date of the text where they ask for it."""
