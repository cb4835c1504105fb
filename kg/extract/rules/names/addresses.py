"""Names that are web addresses: "according to layoffs.fyi", "data from chips.news shows".

Only the address itself names somebody; one inside a link or behind an at sign does not, and neither does a file.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.extract.rules.annotations import Name
from kg.lexicon.wordlists import alternation, words
from kg.model import Entity, Span


def addresses(text: str, known: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names of `text` that are web addresses and that no known name covers, in order."""
    if _ending().search(text) is None:
        return ()
    taken = {at for name in known for at in range(name.span.start, name.span.end)}
    found = (Span(*match.span()) for match in _address().finditer(text))
    return tuple(
        Name(span, Entity(span.of(text), "Organization"), "unknown") for span in found if span.start not in taken
    )


@lru_cache(maxsize=1)
def _ending() -> re.Pattern[str]:
    """Match how an address ends: most texts have no such place, and a full stop is quickly found."""
    return re.compile(rf"\.{alternation(words('name-heads', 'web'))}(?![\w/@-]|\.\w)")


@lru_cache(maxsize=1)
def _address() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@/.:-])[A-Za-z](?=[\w-]*\.)[\w-]{{2,}}(?:\.[\w-]+)?{_ending().pattern}")
