"""Names of companies that begin with a known name: "LG Display", "Japan Zinc Ltd", "Nokia Oyster cut jobs".

What closes such a name is a noun for companies or, behind a place, a legal form too; any other capitalised word belongs
to it where the text prints the two together again and they do business.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.extract.rules.names.acting import acts, moves
from kg.extract.rules.names.business import is_handled
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.surroundings import Surroundings
from kg.lexicon.wordlists import alternation, concept_of, words
from kg.model import Span

_GOES_ON = re.compile(
    r"(?:[ ][A-Z][\w&]*){0,2}?[ ](?P<head>[A-Z]\w+)\b(?!['’.]\w|-(?!(?:backed|controlled|owned)\b)\w)"
)
_CODED = 2
_JOINED_BY = frozenset({"&", "and"})
"""A legal form behind one of these is part of the name: "Ferrous & Co"."""
_CODE = re.compile(r"[A-Z0-9]{1,6}(?:\.[A-Z]{1,3})?")
"""The code of a share behind a name and its legal form: "Acme Ltd ACM"."""
_COMPANY, _OUTLET, _PLACE = frozenset({"Company"}), frozenset({"Outlet"}), frozenset({"Place"})
_REACH = 60
"""Characters before a place in which the name of its company may begin."""
_CAPITALS = re.compile(r"(?:\b[A-Z][\w&-]*[ ]){1,3}\Z")
_HEAD = 24
_HEADED = re.compile(r"\b([A-Z]\w+)\sof\s\Z")
_LONGEST_FORM = 4
_FUND = Construction(r"(?:[ ][A-Z][\w&]*){0,2}?[ ]{name-heads:fund}\b(?!['’.-]\w)")
"""What makes a name that of a company's fund: "Acme Capital", "the Acme Industrial Innovation Fund"."""


def longer(span: Span, kinds: frozenset[str], around: Surroundings) -> Span | None:
    """Return the whole name that what is known at `span`, of these `kinds`, only begins; None where it is whole."""
    text, end = around.text, span.end
    if kinds not in (_COMPANY, _OUTLET, _PLACE) or text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
        return None
    found = None if around.titled(end) else _GOES_ON.match(text, end)
    if kinds == _PLACE and found is not None:
        closed = _placed().match(text, end)
        if closed is not None:
            return Span(_opening(span.start, text), closed.end())
        if headed(span.start, around) or span.of(text).isupper() or found["head"].lower() in concept_of("bodies"):
            return None  # "US Congress will", "Lagos Police Department"
    if found is None:
        return None
    fund = _FUND.match(text, end) if kinds == _COMPANY else None
    whole = Span(span.start, (fund or found).end())
    if kinds != _PLACE and (fund or found["head"] in words("bodies", "company")):
        return whole if fund or found["head"] not in words("name-heads", "last") else None
    return whole if kinds != _OUTLET and _acts(whole, found["head"], text) else None


def _opening(start: int, text: str) -> int:
    """Return where the name of a company begins that has a place in it: "Orlane Ardania Ltd"."""
    ahead = _CAPITALS.search(text, max(0, start - _REACH), start)
    if ahead is None:
        return start
    first, idle = ahead.start(), words("capitals") | words("titles")
    for word in ahead[0].split():
        if word not in idle:
            return first
        first += len(word) + 1
    return start


def headed(start: int, around: Surroundings) -> bool:
    """Tell whether the place at `start` ends the name of a body: "the Ferrous Bank of Ardania"."""
    ahead = around.text[max(0, start - _HEAD) : start]
    found = _HEADED.search(ahead) if ahead.endswith(" of ") else None
    return found is not None and found[1] in words("bodies", "organization") and not around.titled(start)


def kind(name: str) -> str:
    """Return the class of a whole name: a market is a body, all others that do business are companies."""
    return "Organization" if name.endswith(tuple(words("name-heads", "market"))) else "Company"


def bare(name: str, *kept: str) -> str:
    """Return the name without a share's code behind it and its legal form, but for forms of the families `kept`."""
    tokens, parts = name.split(), words("legal-forms", *kept) if kept else frozenset[str]()
    if len(tokens) > _CODED and tokens[-2] in words("legal-forms") and _CODE.fullmatch(tokens[-1]):
        tokens.pop()
    while (form := _form(tokens, parts)) and tokens[-form - 1] not in _JOINED_BY:
        del tokens[-form:]
    return " ".join(tokens)


def _form(tokens: Sequence[str], kept: frozenset[str]) -> int:
    """Return how many words the legal form at the end of a name has, 0 where it has none but the forms `kept`."""
    forms = words("legal-forms")
    for count in range(min(_LONGEST_FORM, len(tokens) - 1), 0, -1):
        form = " ".join(tokens[-count:])
        if form in forms and form not in kept:
            return count
    return 0


def _acts(whole: Span, head: str, text: str) -> bool:
    """Tell whether a name with one capitalised word more has a legal form, or does business in one of several places.

    The word more stands nowhere else in the text.
    """
    name = whole.of(text)
    if head in words("name-heads", "first") and _legal_form().match(text, whole.end):
        return True
    if head in words("capitals") or head in words("titles") or head in words("legal-forms") or head.isupper():
        return False
    if _legal_form().match(text, whole.end):
        return True
    if text.count(name) <= 1 or text.count(name) < text.count(head):
        return False
    return any(
        acts(text, found.end()) or moves(text, found.end()) or is_handled(found.start(), found.end(), text)
        for found in re.finditer(re.escape(name), text)
    )


@lru_cache(maxsize=1)
def _legal_form() -> re.Pattern[str]:
    forms = words("legal-forms") - words("legal-forms", "group", "trade")
    return re.compile(rf"(?:\s{alternation(words('legal-forms', 'group'))})?,?\s{alternation(forms)}\b")


@lru_cache(maxsize=1)
def _placed() -> re.Pattern[str]:
    forms = words("legal-forms", "company", "corporation", "incorporated", "limited", "public-limited", "joint-stock")
    heads = alternation((*words("name-heads", "placed", "market"), *(form for form in forms if form[0].isupper())))
    return re.compile(rf"(?:\s[A-Z][\w&]*){{0,3}}\s{heads}\b")
