"""References: `references` adds what descriptions, groups, capitals and pronouns stand for."""
