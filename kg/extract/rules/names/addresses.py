"""Names that are web addresses: "according to layoffs.fyi", "data from chips.news shows".

Only the address itself names somebody; one inside a link or behind an at sign does not, and neither does a file.
"""

from collections.abc import Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity, Span

_ENDING = r"\.{name-heads:web}(?![\w/@-]|\.\w)"
_ADDRESS = Construction(r"(?<![\w@/.:-])[A-Za-z](?=[\w-]*\.)[\w-]{2,}(?:\.[\w-]+)?" + _ENDING)
_ENDS = Construction(_ENDING)
"""How an address ends: most texts have no such place, and a full stop is quickly found."""


def addresses(text: str, known: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names of `text` that are web addresses and that no known name covers, in order."""
    if _ENDS.search(text) is None:
        return ()
    taken = {at for name in known for at in range(name.span.start, name.span.end)}
    found = (Span(*match.span()) for match in _ADDRESS.finditer(text))
    return tuple(
        Name(span, Entity(span.of(text), "Organization"), "unknown") for span in found if span.start not in taken
    )
