"""How alike two names of organizations or persons are, for telling whether both name the same one.

Names are compared word by word after their writing is evened out: case, accents, dots in initials, "&", British
spellings, number words. Legal forms do not make a name ("Acme Ltd" is "Acme"), but two different ones part it ("Acme
AG" is not "Acme GmbH"). Numbers must agree, no word may be left over, and a word may differ by one slip, a long one by
two. The words are in `ontology/codes/nouns.ttl` and `name-variants.ttl`; rapidfuzz measures the distances.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from kg.lexicon import codes
from kg.lexicon.wordlists import words

SAME = 0.85
"""The similarity from which two names are taken for the same."""
_DIFFERENT = 0.5
"""Factor on the likeness of two names that a rule tells apart."""
_LONG, _SHORT = 9, 3
"""Letters from which a word may hold two slips, and below which it may hold none."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?", re.UNICODE)
_IDLE = frozenset({"the", "of", "and", "for", "de"})
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}(?:[^\W\d_]\b\.?)?")
_MARKS = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": " ", "”": " ", '"': " ", "«": " ", "»": " "})
_ACRONYM = 3
_NEAR_FAMILIES = frozenset({"company", "corporation", "group"})


def organizations(first: str, second: str) -> float:
    """Return how alike two organization names are, 0 to 1; `SAME` and more means the same organization."""
    one, other = _name(first), _name(second)
    likeness = fuzz.ratio(" ".join(sorted(one.core)), " ".join(sorted(other.core))) / 100
    if one.joined == other.joined or "".join(one.core) == "".join(other.core) != "":
        return 1.0 if _compatible(one, other) else likeness * _DIFFERENT
    alike = _aligned(one.core, other.core) or _aligned(one.all, other.all) or _acronym(one.core, other.core)
    if alike and one.numbers == other.numbers and _compatible(one, other):
        return max(SAME, likeness)
    return min(likeness, 1.0) * _DIFFERENT


def persons(first: str, second: str) -> float:
    """Return how alike two person names are, 0 to 1: every word of the shorter must stand in the longer, in order."""
    one, other = sorted((_person(first), _person(second)), key=len)
    if not one:
        return 0.0
    if "".join(one) == "".join(other):
        return 1.0
    likeness = fuzz.token_sort_ratio(" ".join(one), " ".join(other)) / 100
    if len(one) > 1 and _threaded(one, other):
        return max(SAME, likeness)
    return likeness * _DIFFERENT


class _Name:
    """A name in parts: `core` without legal forms and idle words, `all` its words, `forms` its forms' families."""

    __slots__ = ("all", "core", "forms", "joined", "numbers")

    def __init__(self, text: str) -> None:
        even, forms = _without_forms(_even(text))
        tokens = _numbered(_WORD.findall(_even(text)))
        core = [token for token in _numbered(_WORD.findall(even)) if token not in _IDLE]
        self.all = tuple(tokens)
        self.core = tuple(core or tokens)
        self.forms = forms
        self.joined = "".join(tokens)
        self.numbers = tuple(sorted(token for token in self.core if any(char.isdigit() for char in token)))


@lru_cache(maxsize=65536)
def _name(text: str) -> _Name:
    return _Name(text)


def _even(text: str) -> str:
    """Return the name in lower case without accents, its initials joined, its variant spellings replaced."""
    lower = unicodedata.normalize("NFKD", text.translate(_MARKS).casefold())
    plain = "".join(char for char in lower if not unicodedata.combining(char))
    joined = _INITIALS.sub(lambda match: re.sub(r"[.\s]", "", match[0]) + " ", plain)
    variants = _variants()
    return " ".join(variants.get(word.strip(",;"), word) for word in joined.replace("-", " ").split())


@lru_cache(maxsize=1)
def _variants() -> dict[str, str]:
    return {
        word.lower(): concept.label.lower()
        for concept in codes.scheme("name-variants").values()
        for word in concept.words
    }


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    families: dict[str, str] = {}
    for concept in codes.scheme("legal-forms").values():
        for word in concept.words if concept.code != "trade" else ():
            families[_bare(word)] = concept.facts.get("family", (concept.code,))[0]
    ordered = sorted(families, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)"), families


def _bare(text: str) -> str:
    plain = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    return " ".join(re.sub(r"[.,/]", "" if "." in plain or "/" in plain else " ", plain).split())


def _without_forms(even: str) -> tuple[str, frozenset[str]]:
    pattern, families = _forms()
    plain = re.sub(r"(?<=\w)/(?=\w\b)", "", re.sub(r"[.,()\[\]]", lambda m: "" if m[0] == "." else " ", even))
    plain = " ".join(plain.split())
    found = frozenset(families[match[0]] for match in pattern.finditer(plain))
    return pattern.sub(" ", plain), found


def _numbered(tokens: Sequence[str]) -> list[str]:
    """Return the words with number words as digits, tens and units taken together ("forty four" is 44)."""
    numbers = _numbers()
    read: list[str] = []
    for token in (token.removesuffix("'s").replace("'", "") for token in tokens):
        value = numbers.get(token, token)
        unit_behind_tens = read and value.isdigit() and len(value) == 1 and re.fullmatch(r"[2-9]0", read[-1])
        if unit_behind_tens:
            read[-1] = str(int(read[-1]) + int(value))
        else:
            read.append(value)
    return read


@lru_cache(maxsize=1)
def _numbers() -> dict[str, str]:
    return {word.lower(): concept.code for concept in codes.scheme("name-numbers").values() for word in concept.words}


def _compatible(one: _Name, other: _Name) -> bool:
    """Tell whether the legal forms can be one body's: one lacks them, or they share a family."""
    mine, theirs = (name.forms - _NEAR_FAMILIES for name in (one, other))
    return not mine or not theirs or bool(mine & theirs)


def _close(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < _SHORT or one.isdigit() or other.isdigit():
        return False
    allowed = 2 if shorter >= _LONG else 1
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def _aligned(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether each word has its own counterpart, at most half of them (one at least) misspelt."""
    if len(one) != len(other) or not one:
        return False
    left = list(other)
    slips = 0
    for word in one:
        match = word if word in left else next((candidate for candidate in left if _close(word, candidate)), None)
        if match is None:
            return False
        left.remove(match)
        slips += match != word
    return slips <= max(1, len(one) // 2)


def _acronym(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether one name is the initials of the other: PLA, People's Liberation Army."""
    short, long = sorted((one, other), key=len)
    initials = "".join(word[0] for word in long)
    return len(short) == 1 and len(long) >= _ACRONYM and short[0] == initials


def _person(text: str) -> tuple[str, ...]:
    tokens = _WORD.findall(_even(re.sub(r"^(.+?),\s*(.+)$", r"\2 \1", text)))
    polite = {_bare(word) for word in words("titles", "honorific")}
    return tuple(token.replace("'", "") for token in tokens if token not in polite)


def _threaded(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether the words of `short` stand in `long` in this order, an initial standing for its name."""
    position = 0
    for word in short:
        while position < len(long) and not (_close(word, long[position]) or _initial(word, long[position])):
            position += 1
        if position == len(long):
            return False
        position += 1
    return _close(short[-1], long[-1])


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]
