"""Which classes of names are bodies: those that act as one, as a person does."""

FIRMS = frozenset({"Company", "Organization"})
"""An organization of which no text says that it trades may be a company all the same."""
BODIES = FIRMS | {"Authority"}
"""Those whom news tells of; an outlet tells of others."""
ORGANIZATIONS = BODIES | {"Outlet"}
SPEAKERS = ORGANIZATIONS | {"Person"}
