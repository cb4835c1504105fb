"""The part of what a chip factory makes that works: "only 40% of the dies work", "gets 40% working chips"."""

from kg.extract.rules.measures.kinds import PERCENT
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.text.constructions import Construction

_YIELD = "yield"
_WORK = Construction(
    r"\sof\s(?:(?:all|the|its|their|each|those|these)\s)?(?:[\w’'-]+\s){0,4}?{chip-pieces}\s"
    r"(?:(?:it|they|[A-Z]\w+)\s[a-z]+\s)?(?:(?:that|which)\s[a-z]+(?:\s[a-z]+){0,3}\s)?"
    r"(?:(?:{grammar:adverb|adverb}|{grammar:auxiliary|grammar:be})\s)*{passing-tests}\b"
)
_WORKING = Construction(r"\s(?:of\s)?(?:(?:all|the|its|their)\s)?{faultless}\s(?:[\w-]+\s){0,2}?{chip-pieces}\b")
_PART_OF_GOOD = Construction(r"\b{share-noun}\sof\s{faultless}\s(?:[\w-]+\s){0,2}?{chip-pieces}\s[^.,;:]{0,24}\Z")
_REACH = 90


@asked(PERCENT)
def made_well(sight: Sight, best: Reading) -> Reading | None:
    """Read a percentage of chips that work as the yield."""
    figure, text = sight.figure, sight.read.text
    if best.measure == _YIELD:
        return None
    start = figure.span.start
    told = _WORK.match(text, figure.span.end) or _WORKING.match(text, figure.span.end)
    if not told and not _PART_OF_GOOD.search(text, max(0, start - _REACH), start):
        return None
    return Reading(_YIELD, LEAST, "made-well", figure.span, frame=best.frame)
