"""Names that the registry lacks, told by what stands right beside them: a place that owns them, a list, a seat.

"Spain's Kestrin", "its customers include Kestrin and Orlane", "Kestrin-backed", "based in Ayton", "founded by Ann Lee",
"its Kestrin chain", "Acme's subsidiary, Kestrin, said".
"""

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.rules.names.capitalised import Stretch, personal
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.surroundings import Surroundings
from kg.lexicon.nouns import plural, several_firms
from kg.lexicon.wordlists import alternation, as_listed, words

_TOLD = ("Company", "Person", "Place")
_BACK, _WIDE = 24, 90
_PERSON_TOKENS = (2, 3)
_JOINED = re.compile(r"(?:,\s(?:and\s|or\s)?|\sand\s|\sor\s|\sas\swell\sas\s)\Z")
_EXAMPLES = re.compile(r"\b(?:include[sd]?|including|such as|like|between)\s\Z")
_OPENERS = ("include ", "includes ", "included ", "including ", "such as ", "like ", "between ")
_HELD = re.compile(r"-(?:backed|controlled|owned)\s\Z")
_IN_PLACE = re.compile(r"\b(?:in|at|near|outside|around)\s(?:[A-Z][\w-]*\s){0,2}[A-Z][\w-]*['’]s\s\Z")
_FOUNDED = re.compile(r"\b(?:[Cc]o-?f|[Ff])ounded\s(?:back\s)?in\s(?:[A-Z][a-z]+,?\s)?(?:\d{4}|[A-Z][a-z]+)\sby\s\Z")
_FREE = re.compile(
    r"(?:['’]s\b|\s?[,.;)]|\s(?:and|or)\s(?![A-Z])|"
    r"\s(?:said|is|was|has|have|will|to|in|for|on|at|with|from|after|as|which|that)\b)"
)
"""What may stand behind a whole name: no noun that it would be part of."""
_MARKS = ("-", "'", "’", ",")
_HOLDER = re.compile(r"(?:\b[Ii]ts|\b[Tt]heir|\b[Tt]he|\w['’]s?)\s(?:[a-z][\w-]*\s){0,2}\Z")
_CLOSES_ASIDE = re.compile(r"\s?[.;]|,\s(?![A-Z]|and\b|or\b)")
"""What stands behind a name between commas, and behind no name in a list: "its fund, Kestrin, Orlane and Bolt"."""
_JOINTS = (", ", "d ", "r ", "s ")
_PART_BEHIND = Construction(r"\s(?:[a-z][\w-]+\s){0,2}?{neighbours:house}(?=\s?[,.;]|['’]s\b|\s(?![A-Z])|\s?\Z)")
"""A noun for what belongs to a company and has a name: "Kestrin chain", "Kestrin grocery chain"."""
_PROJECT_BEHIND = Construction(r"\s(?:[a-z][\w-]*\s){0,3}?{nouns:project}\b(?!\s[A-Z])")
_PRICED = Construction(
    r"(?:\b[Ii]ts|\b[Tt]heir|\b[Tt]he|\b[Aa]|\w['’]s?)\s(?:(?:planned|proposed|new)\s)?{#money}[\d.,]*(?:\s?[a-z]+)?\s\Z"
)
"""What makes an undertaking of a name with a noun for one behind it: "the $4 billion Kestrin project"."""
_PART_AHEAD = Construction(
    r"(?:\b[Ii]ts|\b[Tt]heir|\w['’]s?)\s(?:[A-Z][\w-]*\s){0,2}(?:[a-z][\w-]*\s){0,3}?{neighbours:house|neighbours:part|neighbours:parent},\s(?:the\s)?\Z"
)


def beside(stretch: Stretch, around: Surroundings) -> str | None:
    """Tell the class of a name by the words right before or behind it."""
    text, start, end = around.text, stretch.span.start, stretch.span.end
    behind = _behind().match(text, end) if text[end : end + 1] in _MARKS else None
    if behind and text[end] == "-" and stretch.text in words("neighbours", "holder"):
        return None  # "Family-owned"
    if behind and not (text[end] == "," and len(stretch.tokens) > 1 and _behind_kinds()[behind[0]] == "Company"):
        return _fitting(_behind_kinds()[behind[0].replace("’", "'")], stretch)
    if _is_undertaking(stretch, around):
        return "Organization"
    if (_PART_BEHIND.match(text, end) and _is_held(stretch, around)) or _apposed_part(stretch, around):
        return "Company"
    last = around.before(start)
    found = _ahead().search(text, max(0, start - _BACK), start) if last in _ahead_ends() else None
    if found is None and last == "by" and _FOUNDED.search(text, max(0, start - _BACK), start):
        return _fitting("Person", stretch)
    return _fitting(_ahead_kinds()[as_listed(found[1])], stretch) if found else None


def _fitting(kind: str, stretch: Stretch) -> str | None:
    person = len(stretch.tokens) in _PERSON_TOKENS and personal(stretch.tokens)
    return kind if kind != "Person" or person else None


def _is_undertaking(stretch: Stretch, around: Surroundings) -> bool:
    """Tell whether a name is a priced undertaking's, and the text nowhere tells of something in it."""
    text, start = around.text, stretch.span.start
    if not _PROJECT_BEHIND.match(text, stretch.span.end) or _PRICED.search(text, max(0, start - _WIDE), start) is None:
        return False
    return not any(f" {word} {stretch.text}" in text for word in ("in", "at", "at the", "near", "outside"))


def _is_held(stretch: Stretch, around: Surroundings) -> bool:
    """Tell whether a name stands behind whose it is or "the", and is no word for what a chain or brand deals in."""
    text, start = around.text, stretch.span.start
    plain = len(stretch.tokens) == 1 and (stretch.text.isupper() or stretch.text.lower() in words("scopes"))
    return not plain and _HOLDER.search(text, max(0, start - _BACK), start) is not None


def _apposed_part(stretch: Stretch, around: Surroundings) -> bool:
    """Tell whether commas part a name from whose part or owner it is: "Acme's wholesale chain, Kestrin, grew"."""
    text, start = around.text, stretch.span.start
    if not text.endswith((", ", ", the "), 0, start) or not _CLOSES_ASIDE.match(text, stretch.span.end):
        return False
    return _PART_AHEAD.search(text, max(0, start - _WIDE), start) is not None


def of_place(stretch: Stretch, around: Surroundings, ends: dict[int, str]) -> str | None:
    """Tell a company by whose it is: "Spain's Kestrin said", "Acme-owned Kestrin"; `ends` are classes by end."""
    start, text = stretch.span.start, around.text
    held = _HELD.search(text, max(0, start - _BACK), start)
    if held is not None and not around.titled(start):
        holder = text[max(0, held.start() - _BACK) : held.start()].rpartition(" ")[2]
        named = holder[:1].isupper() and holder not in words("neighbours", "holder")
        return "Company" if ends.get(held.start(), "Company" if named else "") == "Company" else None
    owner = text[start - len("'s ") : start] in ("'s ", "’s ") and ends.get(start - len("'s ")) == "Place"
    if not owner or len(stretch.tokens) > 1 or around.titled(start):
        return None
    if _IN_PLACE.search(text, max(0, start - _WIDE), start):
        return None  # "a hub in Ardania's Hosur"
    return "Company" if _FREE.match(text, stretch.span.end) else None


def listed(found: Sequence[Stretch], around: Surroundings, kinds: dict[str, str], ends: dict[int, str]) -> None:
    """Add to `kinds` the names in lists of companies: "its customers include Kestrin, Orlane and Bolt".

    Such a list follows words that open examples, and these a noun for companies, or a name of the list is a company's.
    """
    opened: dict[int, bool] = {}
    for stretch in found:
        start, text = stretch.span.start, around.text
        joined = _JOINED.search(text, max(0, start - _BACK), start) if text[start - 2 : start] in _JOINTS else None
        before = joined.start() if joined else -1
        in_list = opened.get(before, False) if joined else text.endswith(_OPENERS, 0, start)
        company = ends.get(before) == "Company"
        if in_list and not joined:
            company = _opening().search(text, max(0, start - _WIDE), start) is not None
        if in_list and company and not around.titled(start):
            kinds.setdefault(stretch.text, "Company")
        opened[stretch.span.end] = in_list
        ends[stretch.span.end] = kinds.get(stretch.text, "")


@cache
def _opening() -> re.Pattern[str]:
    """Match a plural noun for companies and the words that open its examples: "customers also include"."""
    plurals = {*several_firms(), *map(plural, words("neighbours", "role"))}
    return re.compile(rf"\b(?i:{alternation(plurals)})\b[^.;]{{0,40}}?{_EXAMPLES.pattern}")


@cache
def _ahead_kinds() -> dict[str, str]:
    """Return what stands right before a name -> the class that it tells."""
    return {word: kind for kind in ("Person", "Place") for word in words("neighbours", f"{kind.lower()}-ahead")}


@cache
def _ahead_ends() -> frozenset[str]:
    return frozenset(word.split()[-1] for word in _ahead_kinds())


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"\b({alternation(_ahead_kinds())})\s(?:the\s)?\Z")


@cache
def _behind_kinds() -> dict[str, str]:
    """Return what stands right behind a name -> the class that it tells."""
    return {word: kind for kind in _TOLD for word in words("neighbours", f"{kind.lower()}-behind")}


@cache
def _behind() -> re.Pattern[str]:
    either = (re.escape(word).replace("'", "['’]") for word in sorted(_behind_kinds()))
    return re.compile(rf"(?:{'|'.join(either)})\b")
