"""Parts of a whole that do or are something, which are no share that anybody holds and no part of a staff that goes.

"9% of its staff speak Welsh", "half of all phones now run the system", "6% of PCs are infected".
"""

from kg.extract.rules.measures.kinds import PERCENT
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.notions import hits_in
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_MARKET, _CUT, _ORDERS = "market-share", "workforce-cut", "share-of-chip-orders"
_PARTING = frozenset({"cut", "restructure", "strike", "job-cuts"})
_GIVEN = frozenset({"destination", "supplier"})
_FILLED = r"(?:{grammar:focus|bounds:*}\s)*\Z"
_OPENS = Construction(
    r"(?:\A|[.;:!?(“\"\n—–-]\s?|,\s"
    r"|\b(?i:{verbs:saying|asserting|finding|grammar:subordinator|grammar:conjunction}|after|before)\s"
    r"|(?:\A|[.;!?\n]\s?)(?i:as\sof|at|by|during|in|on|since)\s(?:[\w-]+\s){1,3})" + _FILLED
)
"""What stands before the subject of a clause."""
_NOUN = r"(?:(?!(?:{grammar:auxiliary|grammar:preposition|grammar:conjunction|grammar:relative})\s)[\w’'&.-]+\s){1,6}?"
_DOES = Construction(
    r"\s(?:of\s)?" + _NOUN + r"(?:(?:in|at|on|for|of)\s" + _NOUN + r")?(?:(?:{grammar:adverb}|[a-z]+ly)\s)?"
    r"(?!{obtained}\b)(?:{grammar:auxiliary|grammar:modal|grammar:finite|part-doing}|[a-z]{3,}(?<!e)ed)\b"
    r"(?:\s[\w’'-]+){0,6}"
)
"""What a part is of, the verb that it is the subject of and the words behind; "25% of phones sold" has none."""
_IS_SOMEBODYS = Construction(r"\b(?:{part-taken}|by|from)\b")
"""What makes it one that somebody has: "a third of the market is held by Acme", "went to Borealis"."""
_POINTS_BACK = Construction(r"\b(?i:this|that|it|which)\s(?:{grammar:be|notions:amounts-to|representing})\s" + _FILLED)
_REACH, _BEFORE = 60, 4


@asked(PERCENT, of=(_MARKET, _CUT, _ORDERS))
def acting_part(sight: Sight, best: Reading) -> Reading | None:
    """Read a part that something is said of, or a part of a staff of which none goes, as none of a known measure."""
    if best.measure == _CUT and not (
        _tells_of_parting(sight) or _POINTS_BACK.search(sight.read.text, *sight.lead(_REACH))
    ):
        return _unmeasured(sight)
    text, end = sight.read.text, sight.figure.span.end
    does = _DOES.match(text, end)
    if does is None or not _OPENS.search(text, *sight.lead(_REACH)):
        return None
    told = {hit.sign.code for hit in sight.told if end < hit.span.start <= does.end()}
    if best.measure == _CUT:
        return None if told & _PARTING else _unmeasured(sight)
    return None if told & _GIVEN or _IS_SOMEBODYS.search(text, end, does.end()) else _unmeasured(sight)


def _tells_of_parting(sight: Sight) -> bool:
    """Tell whether somebody parts with staff in the figure's sentence or shortly before."""
    if any(hit.sign.code in _PARTING for hit in sight.told):
        return True
    index = sight.read.index_at(sight.figure.span.start)
    if not index:
        return False
    before = Span(sight.read.sentences[max(0, index - _BEFORE)].span.start, sight.read.sentences[index].span.start)
    return any(hit.sign.code in _PARTING for hit in hits_in(sight.read, before))


def _unmeasured(sight: Sight) -> Reading:
    return Reading(OTHER, LEAST, OTHER_NOUN, sight.figure.span)
