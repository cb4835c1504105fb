"""How alike two names of organizations or persons are, for telling whether both name the same one.

Names are compared word by word after their writing is evened out: case, accents, dots in initials, "&", British
spellings, number words. Legal forms do not make a name ("Acme Ltd" is "Acme"), but two different ones part it ("Acme
AG" is not "Acme GmbH"). Numbers must agree, no word may be left over, and a word may differ by one slip, a long one by
two; a name of a few letters is another name where one of them is another. The words are in `ontology/codes/nouns.ttl`
and `name-variants.ttl`; rapidfuzz measures the distances.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from kg.lexicon import codes
from kg.lexicon.wordlists import words

SAME = 0.85
"""The similarity from which two names are taken for the same."""
_DIFFERENT = 0.5
"""Factor on the likeness of two names that a rule tells apart."""
LONG = 9
"""Letters from which a word may hold two slips."""
_SHORT, _FEW = 3, 5
"""Letters below which a word may hold no slip, and below which no letter of a name that is one word may be another."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?", re.UNICODE)
_LETTERS, _DIGIT, _SIGN = re.compile(r"[^\W_]+"), re.compile(r"\d"), re.compile(r"(?<=\w)[+#]")
_IDLE = frozenset({"the", "of", "and", "for", "de"})
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}(?:[^\W\d_]\b\.?)?")
_MARKS = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": " ", "”": " ", '"': " ", "«": " ", "»": " "})
_ACRONYM = 3
_NEAR_FAMILIES = frozenset({"company", "corporation", "group"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, 0 to 1; from `SAME` on also what makes them alike, and the words that differ by slips.

    `why`: letters, forms, order, variant, slip, acronym, shortened.
    """

    score: float
    why: str = ""
    slips: tuple[tuple[str, str], ...] = ()


def organizations(first: str, second: str) -> float:
    """Return how alike two organization names are, 0 to 1; `SAME` and more means the same organization."""
    return organizations_alike(first, second).score


def persons(first: str, second: str) -> float:
    """Return how alike two person names are, 0 to 1: every word of the shorter must stand in the longer, in order."""
    return persons_alike(first, second).score


def organizations_alike(first: str, second: str) -> Likeness:
    """Return how alike two organization names are, and why; it does not matter which is first."""
    one, other = map(parted, sorted((first, second)))
    likeness = fuzz.ratio(" ".join(sorted(one.core)), " ".join(sorted(other.core))) / 100
    if not one.joined or not other.joined:
        return Likeness(1.0, "letters") if first == second else Likeness(likeness * _DIFFERENT)
    compatible = _compatible(one, other)
    if one.joined == other.joined or "".join(one.core) == "".join(other.core):
        return Likeness(1.0, _written(one, other)) if compatible else Likeness(likeness * _DIFFERENT)
    if compatible and one.numbers == other.numbers:
        score = max(SAME, likeness)
        slips = _aligned(one.core, other.core)
        if slips is None:
            slips = _aligned(one.all, other.all)
        if slips is not None:
            return Likeness(score, "slip" if slips else "order", slips)
        if _acronym(one.core, other.core):
            return Likeness(score, "acronym")
    return Likeness(likeness * _DIFFERENT)


def persons_alike(first: str, second: str) -> Likeness:
    """Return how alike two person names are, and why; it does not matter which is first."""
    one, other = sorted((person(first), person(second)), key=lambda name: (len(name), name))
    if not one:
        return Likeness(1.0, "letters") if first == second and first else Likeness(0.0)
    if "".join(one) == "".join(other):
        return Likeness(1.0, "letters")
    likeness = fuzz.token_sort_ratio(" ".join(one), " ".join(other)) / 100
    slips = _threaded(one, other) if len(one) > 1 else None
    if slips is not None:
        return Likeness(max(SAME, likeness), "slip" if slips else "shortened", slips)
    return Likeness(likeness * _DIFFERENT)


class Name:
    """A name in parts: `core` without legal forms and idle words, `all` its words, `forms` its forms' families."""

    __slots__ = ("all", "core", "forms", "joined", "letters", "numbers", "signs")

    def __init__(self, text: str) -> None:
        even = _even(text)
        bare, forms = _without_forms(even)
        tokens = _numbered(_WORD.findall(even))
        core = [token for token in _numbered(_WORD.findall(bare)) if token not in _IDLE]
        self.all = tuple(tokens)
        self.core = tuple(core or tokens)
        self.forms = forms
        self.joined = "".join(tokens)
        self.letters = "".join(_LETTERS.findall(_plain(text)))
        self.signs = frozenset(_SIGN.findall(text))
        self.numbers = tuple(sorted(token for token in self.core if _DIGIT.search(token)))


@lru_cache(maxsize=1 << 18)
def parted(text: str) -> Name:
    """Return the name of an organization or thing in parts."""
    return Name(text)


def person(text: str) -> tuple[str, ...]:
    """Return the words of a person's name, without titles; what stands behind a comma comes first."""
    tokens = _WORD.findall(_even(re.sub(r"^(.+?),\s*(.+)$", r"\2 \1", text)))
    return tuple(token.replace("'", "") for token in tokens if token not in _polite())


@lru_cache(maxsize=1)
def _polite() -> frozenset[str]:
    return frozenset(_bare(word) for word in words("titles", "honorific"))


def _even(text: str) -> str:
    """Return the name in lower case without accents, its initials joined, its variant spellings replaced."""
    plain = _plain(text.translate(_MARKS))
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


def _plain(text: str) -> str:
    """Return a text in lower case without accents."""
    if text.isascii():
        return text.lower()
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))


def _bare(text: str) -> str:
    plain = _plain(text)
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


def _compatible(one: Name, other: Name) -> bool:
    """Tell whether the legal forms can be one body's: one lacks them, or they share a family.

    The signs that make a name another ("Canal+", "C#") are the same.
    """
    if one.signs != other.signs:
        return False
    mine, theirs = (name.forms - _NEAR_FAMILIES for name in (one, other))
    return not mine or not theirs or bool(mine & theirs)


def _written(one: Name, other: Name) -> str:
    """Return what sets two names apart that come to the same."""
    if one.letters == other.letters:
        return "letters"
    return "variant" if one.joined == other.joined else "forms"


def close(one: str, other: str) -> bool:
    """Tell whether two words may be one: equal, or apart by a slip, long ones by two. Numbers must be equal."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < _SHORT or one.isdigit() or other.isdigit():
        return False
    allowed = 2 if shorter >= LONG else 1
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def _aligned(one: Sequence[str], other: Sequence[str]) -> tuple[tuple[str, str], ...] | None:
    """Return the words that differ where each has its own counterpart, at most half of them (one at least) misspelt."""
    if len(one) != len(other) or not one:
        return None
    left = list(other)
    slips = []
    for word in one:
        match = word if word in left else next((candidate for candidate in left if close(word, candidate)), None)
        if match is None:
            return None
        left.remove(match)
        if match != word:
            slips.append((word, match))
    if len(one) == 1 and any(len(word) == len(match) < _FEW for word, match in slips):
        return None
    return tuple(slips) if len(slips) <= max(1, len(one) // 2) else None


def _acronym(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether one name is the initials of the other: PLA, People's Liberation Army."""
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and short[0] == initials(long)


def initials(name: Sequence[str]) -> str | None:
    """Return the first letters of a name's words, None for a name of so few words that its letters are no acronym."""
    return "".join(word[0] for word in name) if len(name) >= _ACRONYM else None


def _threaded(short: Sequence[str], long: Sequence[str]) -> tuple[tuple[str, str], ...] | None:
    """Return the words that differ where those of `short` stand in `long` in order; an initial stands for its name."""
    position = 0
    slips = []
    for word in short:
        while position < len(long) and not (close(word, long[position]) or _initial(word, long[position])):
            position += 1
        if position == len(long):
            return None
        if word != long[position] and not _initial(word, long[position]):
            slips.append((word, long[position]))
        position += 1
    return tuple(slips) if close(short[-1], long[-1]) else None


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]
