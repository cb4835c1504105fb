"""Products that the registry lacks, told by a noun for goods beside the name, or by a launch.

"Intel's Korvo chip", "the Korvo sedan", "Korvo, an electric hatchback", "its first drug, Korvo", "an engine called the
Korvo One", "launched Korvo in May".
"""

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.rules.names.bodies import THINGS
from kg.extract.rules.names.capitalised import Stretch
from kg.extract.rules.text.constructions import Construction, filled
from kg.extract.rules.text.surroundings import Surroundings
from kg.lexicon.nouns import firms, kind_of
from kg.lexicon.wordlists import alternation, concept_of, words

_BACK, _AHEAD = 80, 60
_ENDED = (
    r"(?=\s?[,.;:)”\"]|['’]s\b|\s(?:{#amount}|[(–—-])|\s?\Z"
    r"|\s(?:[a-z]+(?:ed|s)|and|or|but|for|from|in|on|at|to|of|with|by|that|which|who"
    r"|{grammar:finite}|are|were|have|had|will|would|can|could|last|this|next|later|made|built|using)\b)"
)
"""What stands behind a whole noun phrase: no noun that it would be a part of."""
_OWNED = re.compile(
    r"(?:\w['’]s|\w['’]|\b[Ii]ts|\b[Tt]heir|\bwhose)\s(?:(?!chief\b|new\s[a-z]+\s[a-z]+\s)[a-z][\w-]*\s){0,3}\Z"
)
_ITS_OWN = re.compile(r"\b(?:[Ii]ts|[Tt]heir)\s[A-Z]\w+\s\Z")
_DEFINITE = re.compile(r"\b[Tt]he\s(?:(?:new|latest|upcoming|current|original|first|forthcoming)\s)?\Z")
_LIKENED = re.compile(r"[A-Z][\w.]*-[a-z][a-z-]+|[A-Z]{2,6}(?:-\d+)?")
"""What only describes: "AI-native", "Android-based", "COVID-19", "OLED"."""
_DONE = re.compile(r"\s[a-z]+ed\b")
"""What stands behind somebody who acts: "the software Acme developed"."""
_ACTS = re.compile(r"\s(?:is|was|has|had|does|did|will|would|can|could|may|might|must)\b")
_WHOLE = Construction(_ENDED)
_CODE = re.compile(r"(?!FY|[QH]\d)[A-Z]{1,3}-?(?P<number>\d{2,4})")
"""The code of a model: "M100"."""
_MAKER_BEHIND = re.compile(r"\s(?:maker|creator)\s(?=[A-Z])")
COINED = re.compile(r"[a-z][A-Z0-9]")
"""What only a coined word has, which its capital at the start of a sentence does not make one: "ChipLedger"."""
_MAKER_OF = (" maker of ", " maker of the ", " creator of ", " creator of the ")
"""What stands beside a product that its maker is told by: "Korvo maker Acme", "Acme, maker of Korvo and Belan"."""


def made(found: Sequence[Stretch], around: Surroundings, kinds: dict[str, str], ends: dict[int, str]) -> None:
    """Add to `kinds` the names that are told to be products or chips, those aside that are told to be anything else.

    `ends` are the classes of names by where they end.
    """
    people = frozenset(stretch.tokens[-1] for stretch in found if kinds.get(stretch.text) == "Person")
    for stretch in found:
        told = stretch.text in kinds or stretch.text in people or around.titled(stretch.span.start)
        if not told and not _LIKENED.fullmatch(stretch.text):
            noun = _noun(stretch, around, ends)
            if noun is None and _CODE.fullmatch(stretch.text):
                noun = _coded(stretch, around, kinds, ends)
            if noun is not None:
                kinds[stretch.text] = _kind(noun)
                ends[stretch.span.end] = kinds[stretch.text]


def _coded(stretch: Stretch, around: Surroundings, kinds: dict[str, str], ends: dict[int, str]) -> str | None:
    """Return the noun of a model that only a code names: "Acme's M100" of a company, "the M300" beside an M100."""
    text, start = around.text, stretch.span.start
    if text.endswith(("'s ", "’s "), 0, start) and ends.get(start - len("'s ")) == "Company":
        return ""
    family = stretch.text.rstrip("0123456789")
    beside = (kind for name, kind in kinds.items() if _CODE.fullmatch(name) and name.rstrip("0123456789") == family)
    kind = (
        next((one for one in beside if one in ("Chip", "Product")), None) if text.endswith("the ", 0, start) else None
    )
    return None if kind is None else "chip" if kind == "Chip" else ""


def _noun(stretch: Stretch, around: Surroundings, ends: dict[int, str]) -> str | None:
    """Return the noun for goods that tells what the name names, "" where a launch does, None where nothing does."""
    text, start, end = around.text, stretch.span.start, stretch.span.end
    before = text[max(0, start - _BACK) : start]
    behind = text[end : end + _AHEAD]
    if behind.startswith(" "):
        found = _behind().match(behind)
        code = any(map(str.isdigit, stretch.text))
        made = before.endswith(" ") and ends.get(start - 1) == "Company"
        of_maker = made and (code or _ITS_OWN.search(before) is not None)  # "the Airbus A900 jet", "its Acme Air sedan"
        joint = _joint().search(before) if before.endswith(" and ") else None  # "the Korvo sedan and Belan trucks"
        listed = joint is not None and ends.get(start - len(joint[0])) in ("Chip", "Product")
        if found and (
            _OWNED.search(before) or of_maker or listed or ((code or not found["more"]) and _DEFINITE.search(before))
        ):
            return found["noun"]
    if behind.startswith((", ", " is ", " was ")) and (found := _apposed().match(behind)):
        clause = behind.startswith(",") and _ACTS.match(behind, found.end()) is not None  # "Reportedly, the chip is"
        return None if clause else found["noun"]
    if behind.startswith(" ") and _MAKER_BEHIND.match(behind):
        plain = around.opens(start) and text.count(stretch.text) == 1 and not COINED.search(stretch.text)
        return None if plain else ""  # "Beer maker Acme"
    if before.endswith(_MAKER_OF) and _WHOLE.match(text, end):
        return ""
    ahead = _ahead().search(before) if before.endswith((" ", "“", '"', "‘", "'")) else None
    if ahead is None or not _WHOLE.match(text, end) or (ahead["bare"] and _DONE.match(text, end)):
        return None
    return ahead["noun"] or ahead["apposed"] or ""


@cache
def goods() -> frozenset[str]:
    """Return the nouns for goods, in the singular."""
    listed = (noun for noun in concept_of("nouns") if kind_of(noun) in THINGS)
    return frozenset(listed) | words("neighbours", "product", "chip")


def _kind(noun: str) -> str:
    small = noun.lower()
    chip = noun in words("neighbours", "chip") or "Chip" in (kind_of(small), kind_of(small.removesuffix("s")))
    return "Chip" if chip else "Product"


@cache
def _behind() -> re.Pattern[str]:
    """Match a noun for goods behind a name: "Korvo chip", "Korvo image generator"; no firm that is in the business."""
    firm = alternation((*words("neighbours", "part", "role"), *firms()))
    joined = r"(?:and\s[A-Z][\w-]*\s)?"  # "the Korvo and Belan phones"
    return re.compile(
        rf"\s{joined}(?P<more>(?:(?:[a-z][\w-]*|AI)\s){{0,2}}?)(?P<noun>{_goods()})s?\b(?!\s{firm}s?\b){filled(_ENDED)}"
    )


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(
        rf"(?:,\s(?:its|their|an?|the)|\s(?:is|was)\s(?:its|their|[A-Z]\w+['’]s))\s(?:[\w’'.-]+\s){{0,6}}?(?P<noun>{_goods()})\b{filled(_ENDED)}"
    )


@cache
def _ahead() -> re.Pattern[str]:
    """Match what stands before the name of goods: their noun, alone or with "called", or that they are launched."""
    naming = alternation(words("semantic-fields", "naming"))
    launched = alternation(words("neighbours", "launching"))
    return re.compile(
        rf"(?:\b(?P<noun>{_goods()})(?:s?,?\s(?:[^\s.;]+\s){{0,3}}?{naming}\s(?:the\s)?|(?P<bare>\s))"
        rf"|(?:\b[Ii]ts|\b[Tt]heir|['’]s|\b[Aa]n?)\s(?:(?:[a-z][\w-]*|AI)\s){{0,5}}?(?P<apposed>{_goods()}),\s(?:the\s)?"
        rf"|\b{launched}\s(?:(?:the|its|their|a\snew)\s)?"
        r"|\b(?i:assembly|production)\sof\s(?:the|its|their)\s(?:[a-z][\w-]*\s){0,2})[\"“‘']?\Z"
    )


@cache
def _joint() -> re.Pattern[str]:
    """Match "and" behind a name of goods, with or without their noun between."""
    return re.compile(rf"(?:\s{_goods()}s?)?\sand\s\Z")


@cache
def _goods() -> str:
    return alternation(goods())
