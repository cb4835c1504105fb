"""Parts of a firm that are told as a share in it, or as the number of its shares that somebody holds.

"cut its share in Acme to 9%", "a 10% share in a large bank", "owns 30 million shares of Acme, or 24%".
"""

from kg.extract.rules.measures.kinds import PERCENT
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.names.bodies import FIRMS
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.nouns import is_firm
from kg.model import Span

_MARKET, _STAKE = "market-share", "equity-stake"
_FILLED = r"(?:\s{grammar:focus|bounds:*})*\s\Z"
_FIRM = (
    r"(?:the\s)?(?:(?P<name>[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,3}?)"
    r"|(?:an?\s)?(?:[A-Za-z][\w-]*\s){0,3}?(?P<kind>[a-z]+))"
)
_SHARE_IN = Construction(
    r"\b{holdings}\sin\s" + _FIRM + r"(?:\s{change-verb})?\s(?:from|to|at|of)"
    r"(?:\s[0-9.]+(?:%|\s[a-z]+)\sto)?" + _FILLED
)
_SHARE_BEHIND = Construction(
    r"\s{holdings}\sin\s" + _FIRM + r"(?=\s?[.,;:)]|\Z|\n|\s(?:{grammar:preposition|grammar:conjunction|grammar:be})\b)"
)
_NUMBER_HELD = Construction(
    r"\b(?:{notions:own|notions:hold})\s(?:[^,;\s]+\s){1,5}?{holdings}(?:\s(?:in|of)\s[^,;]{2,40}?)?"
    r"(?:,\s(?:or|{notions:amounts-to|representing})\s|\s\()(?:{bounds:*}\s)?\Z"
)
_ENDS = Construction(r"\s?(?:[.,;)]|\Z|\n)")
_REACH, _FAR = 80, 140


@asked(PERCENT, of=(_MARKET, OTHER))
def share_held(sight: Sight, best: Reading) -> Reading | None:
    """Read a share in a firm as a stake, None where it is one in a market or of anything else."""
    text, end = sight.read.text, sight.figure.span.end
    if best.measure == OTHER:
        held = _ENDS.match(text, end) and _NUMBER_HELD.search(text, *sight.lead(_FAR))
        return _stake(sight, best) if held else None
    found = _SHARE_BEHIND.match(text, end) or _SHARE_IN.search(text, *sight.lead(_REACH))
    if found is None:
        return None
    if found["kind"]:
        return _stake(sight, best) if is_firm(found["kind"]) else None
    names = sight.read.within(sight.read.names, Span(*found.span("name")))
    firm = bool(names) and all(name.entity.kind in FIRMS for name in names)
    return _stake(sight, best) if firm else None


def _stake(sight: Sight, best: Reading) -> Reading:
    return Reading(_STAKE, LEAST, "share-in-firm", sight.figure.span, frame=best.frame)
