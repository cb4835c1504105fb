"""What the words right beside a percentage ask of its measure: that it tells a change, or that it tells a level.

"Sales rose 5%" and "a 5% rise" tell a change, "5% of sales" and "rose to 5%" tell a level, whatever else stands near.
"""

import re

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.notions import LATER, Hit, Hits
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import words
from kg.model import Span

CHANGE, LEVEL, ANY = "change", "level", "any"
_NOTION = "change"
_BY = re.compile(r"\s(?:(?:by|a|an|another|some|just|only|over|further|as\smuch\sas|[a-z]+ly)\s)*")
_TO = Construction(
    r"\s(?:(?:it|them|(?:this|that|the|its|their)\s(?:{amount|share-noun|level}))\s)?(?:(?:[a-z]+ly|{time-adverbs:annual})\s)?(?:back\s)?to\s(?:(?:an?|{grammar:focus|bounds:about|extreme})\s)*"
)
_PAST = Construction(r"\s(?:back\s)?(?:(?:just|well)\s)?{passing}\s(?:the\s)?")
"""What stands between a verb of change and a level that it passes: "fell below 50%"."""
_AT_PACE = Construction(r"\b{growing-firm|growing-at}\sat\s(?:{grammar:focus|bounds:*}\s)*\Z")
"""What makes a percentage a pace: "cloud sales advanced at 26%"."""
_USED_BY = Construction(r"\b{used-by}\s(?:{grammar:focus|bounds:*}\s)*\Z")
"""What makes a percentage a part of those who use something: "used by one in ten adults"."""
_FOLLOWED = Construction(r"\b{following}\s(?:{grammar:focus|bounds:*}\s)*\Z")
"""What makes a percentage the next in an order: "holds 9%, followed by 4% at Acme"."""
_BY_OF = Construction(r"\b(?:{change-noun}\sof|{verbs:moving})\s(?:(?:{grammar:focus|bounds:*})\s)*\Z")
"""A noun for a change and how large it is, or its verb: "growth of 63%", "an increase of about 9%", "advanced 9%"."""
_OF = Construction(LATER + r"\s+of\s+(?!an?\s{time-nouns:unit}\s{past-by}\b)")
_PUT_AT = Construction(
    r"\b(?:{putting|placing-value}|{asserting}\sit\sis|{forecasts:verb})\s(?:it|that|them)\sat\s(?:{grammar:focus|bounds:*}\s)*\Z"
)
"""What makes a percentage a level, whatever it has risen or fallen from: "puts it at 8%, down from 66%"."""
_VALUE = Construction(r"\s+of\s+(?:(?:the|its|their)\s+)?(?:[\w-]+\s+)?{worth}\b")
_GROWTH = Construction(r"\s+of\s+(?:[a-z-]+\s){0,3}?{growth}\b")
"""What makes a part of nothing: "9% of sales growth"."""
_CUT_OF = Construction(r"\s(?:[a-z]+\s)?{part-got}\sof\s")
"""What makes a cut a part that somebody gets, and no fall: "takes a 9% cut of sales"."""
_FROM = re.compile(r"\bfrom\s(?:[a-z]+\s){0,2}\Z")
_TO_LEVEL = re.compile(r"\sto\s(?:[a-z]+\s){0,2}[0-9.]+(?:%|\s[a-z])")
_FROM_LEVEL = re.compile(r"\bfrom\s(?:[a-z]+\s){0,2}[0-9.]+(?:%|\s[a-z ]+)\sto\s(?:[a-z]+\s){0,2}\Z")
"""What makes two percentages levels between which something moved: "doubling it from 9% to 18%"."""
_PACE = Construction(r"\b{changing-pace}\b")
_NOUN = Construction(r"\s(?:{time-nouns:unit}[- ]\w+[- ]{time-nouns:unit}\s)?(?:[a-z-]+\s){0,2}")
_ENDS_BY = Construction(r"\bby\s(?:{bounds:about|bounds:more_than|bounds:up_to|additive}\s)?\Z")
_SIGNS = frozenset("+−")
_ON_YEAR = Construction(r"\s{time-adverbs:on-period}\b")
"""What makes a percentage a change whatever stands around it: "(+32% YoY)"."""
_MORE = re.compile(r"\s(?:more|less|fewer)\b(?!\sof\b)")
"""What makes a percentage a change whatever stands before: "earned 70% less", "sold 5% more cars"."""
_JOINED_CLAUSE = re.compile(r"(?:[,;]|\b(?:and|but|while|whereas))\s(?:(?:and|but|while|whereas|with)\s)?")
_OWN_SUBJECT = 2
"""How many words before its verb a clause has at least that says anew whose figure moves."""
_REACH, _BY_REACH = 40, 24
_ONE = (" a ", " an ")


def frame(figure: Figure, sentence: Span, text: str, signs: Hits) -> str | None:
    """Return what the words beside a percentage ask for, None where they ask for nothing."""
    if figure.quantity.unit != "percent":
        return None
    if _PUT_AT.search(text, max(sentence.start, figure.span.start - _REACH), figure.span.start):
        return LEVEL
    return _asked(figure, sentence, text, signs)


def _asked(figure: Figure, sentence: Span, text: str, signs: Hits) -> str | None:
    """Return whether the words beside a percentage ask for a change or a level, None where they leave that open."""
    start, end = figure.span.start, figure.span.end
    ahead = [hit.span for hit in signs.within(Span(max(sentence.start, start - _REACH), start)) if _changes(hit)]
    of = _OF.match(text, end)
    ahead = [span for span in ahead if span.end <= start]
    clause = _own_clause(sentence.start, ahead[-1].start, text) if ahead else sentence.start
    grown = any(word in text[clause:start] for word in words("semantic-fields", "growth"))
    passes = not grown and any(_PAST.fullmatch(text, span.end, figure.number.start) for span in ahead)
    if not passes and any(_BY.fullmatch(text, span.end, start) for span in ahead):
        thing = _of_a_thing(figure, text, signs) and not _rises_behind(figure, sentence, text, signs)
        return None if of or thing else CHANGE
    lead = max(sentence.start, start - _BY_REACH), start
    by = not (of or passes) and (
        (_ENDS_BY.search(text, *lead) and not _USED_BY.search(text, *lead) and not _FOLLOWED.search(text, *lead))
        or _BY_OF.search(text, *lead)
        or _AT_PACE.search(text, *lead)
    )
    if by or text[start] in _SIGNS or any(told.match(text, end) for told in (_ON_YEAR, _MORE, _GROWTH)):
        return CHANGE
    if of:
        return None if _VALUE.match(text, end) else LEVEL
    if _CUT_OF.match(text, end) or (not grown and _moves_between(figure, sentence, text)):
        return LEVEL
    if passes or (not grown and any(_TO.fullmatch(text, span.end, start) for span in ahead)):
        return LEVEL
    return CHANGE if _rises_behind(figure, sentence, text, signs) else None


def _own_clause(start: int, verb: int, text: str) -> int:
    """Return where the clause of the verb of change opens that has a subject of its own.

    "Growth slowed and Acme's market share fell below 9%" is about a share, "growth slowed and fell below 9%" is not.
    """
    opened = next(reversed([found.end() for found in _JOINED_CLAUSE.finditer(text, start, verb)]), start)
    told = text[opened:verb].lower().split()
    verbal = bool(told) and (told[0] in grammar().auxiliary or told[0] in grammar().adverb)
    return start if len(told) < _OWN_SUBJECT or verbal else opened


def _rises_behind(figure: Figure, sentence: Span, text: str, signs: Hits) -> bool:
    """Tell whether a percentage modifies a noun for a change: "a 9% total sales increase"."""
    end = figure.span.end
    behind = (hit.span for hit in signs.within(Span(end, min(sentence.end, end + _REACH))) if _changes(hit))
    return any(_NOUN.fullmatch(text, end, span.start) for span in behind)


def _moves_between(figure: Figure, sentence: Span, text: str) -> bool:
    """Tell whether a percentage is where something moved from or to, and no pace: "raised the yield from 9% to 18%"."""
    start, end = figure.span.start, figure.span.end
    lead = max(sentence.start, start - _REACH), start
    if text.startswith(" to ", end):
        paired = _TO_LEVEL.match(text, end) is not None and _FROM.search(text, *lead) is not None
    else:
        paired = " to " in text[start - _BY_REACH : start] and _FROM_LEVEL.search(text, *lead) is not None
    return paired and _PACE.search(text, sentence.start, start) is None


def _of_a_thing(figure: Figure, text: str, signs: Hits) -> bool:
    """Tell whether a percentage with an article modifies a noun for a level: "built up a 9% stake"."""
    behind = figure.span.end + 1
    nouns = [hit for hit in signs.within(Span(behind, behind + 1)) if hit.sign.weight]
    return text.endswith(_ONE, 0, figure.span.start) and bool(nouns) and not any(_changes(hit) for hit in nouns)


def _changes(hit: Hit) -> bool:
    return hit.sign.notion and hit.sign.code == _NOTION
