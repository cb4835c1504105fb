"""Things that are likely the same: two that only texts know, or one of these and one of the registry.

Names are compared by `kg.lexicon.matching`, and then by what holds among very many names, most of them of different
things: a slip in a word of few letters or in an acronym makes another name ("Rank" is no "Bank"), as does one at the
beginning of a word, or between two words that several names have. Initials fit too much: they count between two things
that only texts know, and where they fit one name. What has no capitals describes something.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from kg.analysis.unregistered import Named, Unregistered
from kg.lexicon.candidates import organization_pairs, person_pairs
from kg.lexicon.matching import SAME, Likeness, organizations_alike, parted, persons_alike

_LONGEST = 200
"""Characters of a name beyond which it is no name that could be compared."""
_FEW, _ALONE = 5, 8
"""Letters below which a word with a slip in it is another word, beside other words and alone."""
_COMMON = 3
"""In how many names a word stands that is no slip of another."""
_ACRONYM = re.compile(r"\b[^\W\d_a-z]{2,6}(?=s?\b)")
_WHY = {
    "name": "same name",
    "letters": "same but for capitals, marks or blanks",
    "forms": "same without legal form",
    "order": "same words in another order",
    "variant": "another spelling of the same words",
    "shortened": "a name left out, or an initial",
    "acronym": "initials",
    "slip": "a slip",
    "class": "same name, another class",
}
"""What makes two names alike, the surest first, and how it is told."""
_PERSON = "Person"


@dataclass(frozen=True, slots=True)
class Alike:
    """A thing that only texts know and another, known or not, that it likely is; the other hangs on more.

    `labels` are the names that are alike, one of each; `kind` says how, `why` in words.
    """

    one: Unregistered
    other: Named
    score: float
    kind: str
    why: str
    labels: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Found:
    """How two labels are alike; the least is the surest."""

    rank: int
    score: float
    labels: tuple[str, str]
    likeness: Likeness

    @property
    def order(self) -> tuple[float, int, tuple[str, str]]:
        return -self.score, self.rank, self.labels


def alike(unknown: Sequence[Unregistered], known: Sequence[Named]) -> tuple[Alike, ...]:
    """Return the pairs that are likely the same, those on which most hangs first."""
    things = [*(one.thing for one in unknown), *known]
    weights = {one.thing.id: one.weight for one in unknown}
    found: dict[tuple[int, int], _Found] = {}
    for labels, one in _labels_alike(things, len(unknown)):
        for first in labels[0]:
            for second in labels[1]:
                if first != second and min(first, second) < len(unknown):
                    _keep(found, first, second, one)
    listed = [_told(unknown, things, pair, one, weights) for pair, one in found.items()]
    return tuple(sorted(listed, key=_order))


def _order(pair: Alike) -> tuple[object, ...]:
    return *(-number for number in pair.one.weight), pair.one.thing.name, pair.one.thing.id, -pair.score, pair.other.id


def _keep(found: dict[tuple[int, int], _Found], first: int, second: int, one: _Found) -> None:
    if second < first:
        first, second = second, first
        one = _Found(one.rank, one.score, one.labels[::-1], one.likeness)
    before = found.get((first, second))
    if before is None or one.order < before.order:
        found[first, second] = one


def _told(
    unknown: Sequence[Unregistered],
    things: Sequence[Named],
    pair: tuple[int, int],
    found: _Found,
    weights: Mapping[str, tuple[int, int, int]],
) -> Alike:
    """Return a pair with the thing first that would be named as the other: of two unknown ones that with less."""
    first, second = pair
    labels = found.labels
    if second < len(unknown):
        sides = sorted((first, second), key=lambda side: (weights[things[side].id], things[side].id))
        labels = labels if sides[0] == first else labels[::-1]
        first, second = sides
    kind = list(_WHY)[found.rank]
    slips = ", ".join(" / ".join(slip) for slip in found.likeness.slips)
    why = _WHY[kind] + (f": {slips}" if slips else "")
    other = things[second]
    if labels[1] != other.name:
        why += f", as “{labels[1]}”"
    return Alike(unknown[first], other, found.score, kind, why, labels)


def _labels_alike(things: Sequence[Named], unknown: int) -> Iterator[tuple[tuple[Collection[int], ...], _Found]]:
    """Yield labels that are alike, with the things that have each: all of a class compared, others only if the same."""
    families: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    letters: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, thing in enumerate(things):
        for label in thing.labels:
            if len(label) <= _LONGEST:
                families[thing.family][label].append(number)
                letters[parted(label).letters or label].append((label, number))
    for family, labels in sorted(families.items()):
        yield from _compared(family, labels, unknown)
    for listed in letters.values():
        yield from _same_elsewhere(listed, things, unknown)


def _compared(
    family: str, holders: Mapping[str, Sequence[int]], unknown: int
) -> Iterator[tuple[tuple[Collection[int], ...], _Found]]:
    """Yield labels of one broad class that are alike, and those that several things have."""
    names = sorted(holders)
    asked = [number for number, name in enumerate(names) if min(holders[name]) < unknown]
    for number in asked:
        if len(holders[names[number]]) > 1:
            yield (holders[names[number]],) * 2, _Found(0, 1.0, (names[number],) * 2, Likeness(1.0))
    common = _common(names)
    acronyms: list[_Found] = []
    pairs, compare = (person_pairs, persons_alike) if family == _PERSON else (organization_pairs, organizations_alike)
    for first, second in pairs(names, asked):
        labels = names[first], names[second]
        likeness = compare(*labels)
        if likeness.score < SAME:
            continue
        found = _Found(list(_WHY).index(likeness.why), likeness.score, labels, likeness)
        if likeness.why == "acronym":
            acronyms.append(found)
        elif _counts(likeness, labels, common):
            yield (holders[labels[0]], holders[labels[1]]), found
    for found in _fitting_one(acronyms):
        yield tuple([number for number in holders[label] if number < unknown] for label in found.labels), found


def _fitting_one(acronyms: Sequence[_Found]) -> Iterator[_Found]:
    """Yield the pairs in which neither name is the initials of others, or has other initials, too."""
    count = Counter(label for found in acronyms for label in found.labels)
    yield from (found for found in acronyms if all(count[label] == 1 for label in found.labels))


def _same_elsewhere(
    listed: Sequence[tuple[str, int]], things: Sequence[Named], unknown: int
) -> Iterator[tuple[tuple[Collection[int], ...], _Found]]:
    """Yield labels that differ in nothing but the class of what has them, where one thing is unknown."""
    rank = list(_WHY).index("class")
    for label, number in listed:
        for other, another in listed if number < unknown else ():
            if things[number].family != things[another].family:
                yield ((number,), (another,)), _Found(rank, SAME, (label, other), Likeness(SAME))


def _common(names: Sequence[str]) -> frozenset[str]:
    """Return the words that several names have."""
    count = Counter(word for name in names for word in set(parted(name).all))
    return frozenset(word for word, number in count.items() if number >= _COMMON)


def _is_name(label: str) -> bool:
    """Tell whether a label has a capital, or is in a script that has none."""
    return label != label.lower() or label == label.upper()


def _counts(likeness: Likeness, labels: tuple[str, str], common: frozenset[str]) -> bool:
    if likeness.why == "letters":
        return True
    return all(map(_is_name, labels)) and all(_is_slip(slip, labels, common) for slip in likeness.slips)


def _is_slip(slip: tuple[str, str], labels: tuple[str, str], common: frozenset[str]) -> bool:
    """Tell whether two words that differ are one with a slip in it, and not two."""
    one, other = sorted(slip, key=len)
    acronyms = {word.casefold() for label in labels for word in _ACRONYM.findall(label)}
    alone = min(len(parted(label).core) for label in labels) == 1
    if one in acronyms or other in acronyms or (alone and len(one) < _ALONE):
        return False
    if other == f"{one}s":
        return not alone
    return len(one) >= _FEW and one[0] == other[0] and OSA.distance(one, other) == 1 and not {one, other} <= common
