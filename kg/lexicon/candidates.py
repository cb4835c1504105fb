"""Which of very many names need comparing: all pairs that `matching` finds alike, and few others.

Comparing each with each would take hours for a hundred thousand names. So words that are close are found first, each
word once (two words apart by a slip have the same rest when a letter is left out of each), and names then meet under
keys made of their words. A test holds the pairs against those of comparing each with each.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.lexicon.matching import LONG, close, initials, parted, person

_DELETED, _SPLIT = 22, 19
"""Letters up to which a word is found without some of its letters, and from which by its ends or its middle."""
_END, _SHIFTED = 6, (6, 7, 5)
_FEWEST = 3
"""Letters of a word below which it is close to none but itself."""
_REPLACED = 3
"""Words up to which a name is looked up with one of them replaced; longer ones meet under two of their rarest words."""
_BUCKETS, _NUMBER = 16, 24
"""In how many parts the words are compared, and how many bits the number of a word takes."""
_HASH = (1 << 38) - 1

Near = Mapping[str, Collection[str]]


def organization_pairs(names: Sequence[str], asked: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield by number, the lower first and each once, pairs of which one is `asked`, with all that may be alike."""
    forms = [_forms(name) for name in names]
    count = Counter(word for listed in forms for form in listed for word in form)
    near = _near({word for number in asked for form in forms[number] for word in form}, count)
    shelves = _shelves((_shelved(name, listed, count) for name, listed in zip(names, forms, strict=True)))
    keys = ((number, _wanted(names[number], forms[number], count, near)) for number in sorted(asked))
    yield from _met(keys, shelves, asked)


def person_pairs(names: Sequence[str], asked: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield as `organization_pairs` does the pairs of names of persons."""
    listed = [person(name) for name in names]
    near = _near({word for number in asked for word in listed[number]}, {word for words in listed for word in words})
    shelves = _shelves(_shelved_person(words) for words in listed)
    keys = ((number, _wanted_person(listed[number], near)) for number in sorted(asked))
    yield from _met(keys, shelves, asked)


def _met(
    keys: Iterable[tuple[int, Iterable[Hashable]]], shelves: Mapping[Hashable, Sequence[int]], asked: Collection[int]
) -> Iterator[tuple[int, int]]:
    known = frozenset(asked)
    for number, wanted in keys:
        met = {other for key in wanted for other in shelves.get(key, ())}
        # A pair of two that are asked is met from both sides.
        for other in sorted(met):
            if other > number or (other < number and other not in known):
                yield min(number, other), max(number, other)


def _shelves(keys: Iterable[Iterable[Hashable]]) -> Mapping[Hashable, Sequence[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for number, listed in enumerate(keys):
        for key in set(listed):
            found[key].append(number)
    return found


def _forms(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a name, sorted: those that count, and all of them where these are others."""
    parts = parted(name)
    return tuple(sorted({tuple(sorted(parts.core)), tuple(sorted(parts.all))}))


def _shelved(name: str, forms: Iterable[tuple[str, ...]], count: Mapping[str, int]) -> Iterator[Hashable]:
    yield from _alike(name, forms, count)
    core = parted(name).core
    if len(core) == 1:
        yield "word", core[0]
    elif letters := initials(core):
        yield "initials", letters


def _wanted(name: str, forms: Iterable[tuple[str, ...]], count: Mapping[str, int], near: Near) -> Iterator[Hashable]:
    yield from _alike(name, forms, count)
    for form in forms:
        for place, word in enumerate(form) if len(form) <= _REPLACED else ():
            for other in near.get(word, ()):
                yield tuple(sorted((*form[:place], other, *form[place + 1 :])))
    core = parted(name).core
    if len(core) == 1:
        yield "initials", core[0]
    elif letters := initials(core):
        yield "word", letters


def _alike(name: str, forms: Iterable[tuple[str, ...]], count: Mapping[str, int]) -> Iterator[Hashable]:
    """Yield the keys by which a name is shelved and looked for alike."""
    parts = parted(name)
    yield "joined", parts.joined
    yield "core", "".join(parts.core)
    for form in forms:
        yield form
        if len(form) > _REPLACED:
            yield from _rare(form, count)


def _rare(form: tuple[str, ...], count: Mapping[str, int]) -> Iterator[Hashable]:
    """Yield two words each of the rarest of a long name.

    Names of n words may differ in half of them. So they share half, and of the n / 2 + 2 rarest words of each two.
    """
    told: Counter[str] = Counter()
    numbered = []
    for word in form:
        numbered.append((count[word], word, told[word]))
        told[word] += 1
    rarest = sorted(numbered)[: len(form) // 2 + 2]
    for one, other in combinations(rarest, 2):
        yield len(form), one[1:], other[1:]


def _shelved_person(words: tuple[str, ...]) -> Iterator[Hashable]:
    yield "joined", "".join(words)
    if len(words) > 1:
        last = words[-1]
        yield "short", last, words[0]
        yield "short initial", last, words[0][0]
        for word in words[:-1]:
            yield "long", last, word
            yield "long initial", last, word[0]


def _wanted_person(words: tuple[str, ...], near: Near) -> Iterator[Hashable]:
    """Yield the keys of longer names in which the first word of this one may stand, and of shorter ones that may do."""
    yield "joined", "".join(words)
    if len(words) < 2:  # noqa: PLR2004 - a first and a last name
        return
    for last in (words[-1], *near.get(words[-1], ())):
        for kind, listed in (("long", words[:1]), ("short", words[:-1])):
            for word in listed:
                yield from ((kind, last, other) for other in (word, word[0], *near.get(word, ())))
                if len(word) == 1:
                    yield f"{kind} initial", last, word


def _near(asked: Collection[str], words: Iterable[str]) -> Near:
    """Return the words that are close to those asked for, without these themselves."""
    listed = sorted({*asked, *words})
    wanted = [word in asked for word in listed]
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in _meeting(listed):
        if (wanted[one] or wanted[other]) and close(listed[one], listed[other]):
            found[listed[one]].add(listed[other])
            found[listed[other]].add(listed[one])
    return {word: sorted(others) for word, others in found.items()}


def _meeting(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of words, by number, that have a part in common that close ones have; some more than once."""
    buckets = [array("Q") for _ in range(_BUCKETS)]
    for number, word in enumerate(words):
        for part in _parts(word):
            place = hash(part)
            buckets[place % _BUCKETS].append((place // _BUCKETS & _HASH) << _NUMBER | number)
    mask = (1 << _NUMBER) - 1
    for bucket in buckets:
        run: list[int] = []
        key = -1
        for entry in sorted(set(bucket)):
            if entry >> _NUMBER != key:
                yield from combinations(run, 2)
                run, key = [], entry >> _NUMBER
            run.append(entry & mask)
        yield from combinations(run, 2)


def _parts(word: str) -> Iterator[str]:
    """Yield what a word has in common with each that is close to it."""
    if len(word) < _FEWEST or word.isdigit():
        return
    if len(word) <= _DELETED:
        rests = {word, *_without_one(word)}
        if len(word) >= LONG:
            rests |= {rest for shorter in tuple(rests) for rest in _without_one(shorter)}
        yield from rests
    if len(word) >= _SPLIT:
        # Two slips leave the beginning, the end, or all that is between them as it is, moved by a letter.
        yield f"{word[:_END]}*"
        yield f"*{word[-_END:]}"
        yield from (f"*{word[start:-end]}*" for start in _SHIFTED for end in _SHIFTED)


def _without_one(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))
