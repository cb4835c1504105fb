"""Which classes of names are bodies, which act as one as a person does, and which are things that bodies make."""

FIRMS = frozenset({"Company", "Organization"})
"""An organization of which no text says that it trades may be a company all the same."""
BODIES = FIRMS | {"Authority"}
"""Those whom news tells of; an outlet tells of others."""
ORGANIZATIONS = BODIES | {"Outlet"}
SPEAKERS = ORGANIZATIONS | {"Person"}
COMMERCIAL = FIRMS | {"Product"}
"""A product may stand for the firm that runs it: "TikTok said"."""
THINGS = frozenset({"Chip", "Product"})
