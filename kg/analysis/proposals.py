"""What a user would add to a vocabulary of their own: names that only texts know, in the form of the registry.

What rests on less, or leaves open which of two things is meant, is written as comments. Nothing of it is read by kg
unless a user gives it as a vocabulary.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from pyoxigraph import Literal

from kg import vocab
from kg.analysis.alike import Alike
from kg.analysis.pictures import one_line
from kg.analysis.unregistered import Named, Unregistered
from kg.lexicon.matcher import folded as even
from kg.lexicon.names import registry
from kg.rdf.folding import folded
from kg.rdf.turtle import Names

_HEAD = """\
# Names that texts have and the registry lacks: look at each and take out what is wrong before this is a vocabulary.
# Then it is given to each command: kg --vocabulary FILE ...
# A name that is also a word (Target) is a kg:ambiguousLabel instead of a skos:altLabel: read only where it fits.
# Lines that begin with "#" are not read; among them are entries that leave something open, to choose from.
"""
_DOUBTFUL = frozenset({"acronym", "class"})
"""Kinds of likeness that suggest something and no more."""
_INITIAL = re.compile(r"\b[^\W\d_]\.")
_LONGEST = 200
"""Characters of a label at most, and of a quote that are shown."""


class _Slugs:
    """Slugs of new things, none given twice and none of the registry's."""

    def __init__(self) -> None:
        self._taken = set(registry().entities)

    def of(self, thing: Named) -> str:
        """Return a new slug for a thing: its name, with its class where that is taken."""
        name, kind = folded(thing.name), folded(thing.kinds[0])
        if "%" in name:
            name = f"{kind}-{sha256(thing.name.encode()).hexdigest()[:8]}"
        slug, number = name, 1
        while slug in self._taken:
            slug, number = f"{name}-{kind}" if number == 1 else f"{name}-{kind}-{number}", number + 1
        self._taken.add(slug)
        return slug


def new_things(found: Iterable[Unregistered]) -> str:
    """Return things that only texts know as entities to add, in the order given."""
    writing = _Writing()
    return writing.file(writing.entity(_evidence(one), [one.thing]) for one in found)


def same_things(pairs: Sequence[Alike], unknown: Iterable[Unregistered]) -> str:
    """Return pairs as labels to add to things of the registry, or as new things with several labels.

    Pairs that hang together make one block, in the order of the first.
    """
    by_id = {one.thing.id: one for one in unknown}
    sure = [pair for pair in pairs if pair.kind not in _DOUBTFUL]
    writing = _Writing()
    blocks = [_together(writing, group, by_id) for group in _connected(sure)]
    doubtful = (pair for pair in pairs if pair.kind in _DOUBTFUL)
    return writing.file([*blocks, *(_doubtful(writing, pair, by_id) for pair in doubtful)])


def _together(writing: "_Writing", group: Sequence[Alike], by_id: Mapping[str, Unregistered]) -> str:
    said = [line for pair in group for line in _evidence(pair.one, pair)]
    things = {thing.id: thing for pair in group for thing in (pair.one.thing, pair.other)}
    unknown = sorted((by_id[key] for key in things if key in by_id), key=_rank)
    known = [thing for _, thing in sorted(things.items()) if thing.known]
    if not known:
        return writing.entity(said, [one.thing for one in unknown])
    # A name without its legal form may be a word: "News" of News Corp.
    words = {pair.labels[0] for pair in group if pair.kind == "forms" and " " not in pair.labels[0]}
    return writing.labels(said, known, _names(one.thing for one in unknown), words)


def _doubtful(writing: "_Writing", pair: Alike, by_id: Mapping[str, Unregistered]) -> str:
    said = _evidence(pair.one, pair)
    if pair.other.known:
        return writing.labels(said, [pair.other], _names([pair.one.thing]), sure=False)
    other = by_id[pair.other.id]
    # Of initials and what they stand for the latter is the name.
    things = sorted((other.thing, pair.one.thing), key=lambda thing: -len(thing.name) if pair.kind == "acronym" else 0)
    return writing.entity([*said, *_evidence(other)], things, sure=False)


def _names(things: Iterable[Named]) -> set[str]:
    return {label for thing in things for label in (thing.name, *thing.labels)}


def _rank(one: Unregistered) -> tuple[object, ...]:
    """Return what sorts things of which the first gives its name: spelt out, and most hangs on it."""
    return _INITIAL.search(one.thing.name) is not None, *(-number for number in one.weight), one.thing.id


def _connected(pairs: Sequence[Alike]) -> Iterator[Sequence[Alike]]:
    """Yield pairs that hang together by things that only texts know, in the order of the first of each."""
    above: dict[str, str] = {}

    def top(end: str) -> str:
        while (higher := above.get(end, end)) != end:
            above[end] = above.get(higher, higher)
            end = higher
        return end

    for pair in pairs:
        if not pair.other.known:
            above[top(pair.other.id)] = top(pair.one.thing.id)
    groups: dict[str, list[Alike]] = defaultdict(list)
    for pair in pairs:
        groups[top(pair.one.thing.id)].append(pair)
    yield from groups.values()


def _evidence(one: Unregistered, pair: Alike | None = None) -> list[str]:
    """Return what is known of a thing, and of what it is likely the same as, as lines of a comment."""
    counts = [(len(one.documents), "document"), (one.mentions, "passage"), (one.figures, "figure")]
    told = ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in counts)
    likely = f" is likely {_quoted(pair.other.name)} ({pair.other.kind}; {pair.why}, {pair.score:.2f})" if pair else ""
    return [
        one_line(f"{_quoted(one.thing.name)} ({one.thing.kind}){likely}: {told}"),
        *([f"  {_quoted(one.quote)} ({one_line(one.documents[0])})"] if one.quote else []),
    ]


class _Writing:
    """Blocks of one file, and the names that are taken: no two things may have the same where none is open."""

    def __init__(self) -> None:
        self._terms = Names(vocab.DATA)
        self._slugs = _Slugs()
        self._holders: dict[str, str] = {}
        self._doubtful: set[tuple[str, str]] = set()
        self._classes = {one.kind for one in registry().entities.values()}
        for label in registry().labels:
            if label.kind == "ambiguous":
                self._doubtful.add((label.slug, even(label.text)))
            else:
                self._holders.setdefault(even(label.text), label.slug)
        for slug, entity in registry().entities.items():
            self._holders[even(entity.name)] = slug

    def file(self, blocks: Iterable[str]) -> str:
        """Return the text of a file."""
        body = "\n".join(blocks)
        for space in (vocab.DATA, vocab.KG, vocab.SKOS):  # entries that are left open need them, too
            self._terms.term(f"<{space}name>")
        return _HEAD + "\n" + self._terms.header() + body

    def entity(self, said: Sequence[str], things: Sequence[Named], *, sure: bool = True) -> str:
        """Return a new thing that has the names of all of these, as a comment where that is not sure."""
        first = things[0]
        slug, name, kind = self._slugs.of(first), first.name, first.kinds[0]
        why = self._refused(slug, name)
        if not why and first.described:
            why = "It is described rather than named."
        if not why and kind not in self._classes:
            why = f"The registry has no names of class {one_line(kind)}."
        sure = sure and not why
        others = self._allowed(slug, _names(things) - {name})
        if sure:
            self._take(slug, [name, *others])
        rows = [
            f"{self._iri(slug)} a {self._terms.term(f'<{vocab.KG}{kind}>')} ;",
            f"  skos:prefLabel {_literal(name)}" + (" ;" if others else " ."),
            *([f"  skos:altLabel {_listed(others)} ."] if others else []),
        ]
        return _block([*said, *([why] if why else [])], rows, sure=sure)

    def labels(
        self,
        said: Sequence[str],
        known: Sequence[Named],
        names: Collection[str],
        words: Collection[str] = (),
        *,
        sure: bool = True,
    ) -> str:
        """Return names as labels of a thing of the registry, as a comment where that is not sure, or they fit several.

        Of `words` it is open whether they are a name.
        """
        notes, rows = [], []
        sure = sure and len(known) == 1
        if len(known) > 1:
            notes.append(f"It fits {len(known)} things: choose one.")
        for thing in known:
            notes += filter(None, (self._refused(thing.id, name) for name in sorted(names)))
            allowed = self._allowed(thing.id, set(names) - set(thing.labels))
            safe = [label for label in allowed if label not in words]
            if sure:
                self._take(thing.id, safe)
            for label, listed in (("skos:altLabel", safe), ("kg:ambiguousLabel", sorted({*allowed} - {*safe}))):
                rows += [f"{self._iri(thing.id)} {label} {_listed(listed)} ."] if listed else []
        return _block([*said, *dict.fromkeys(notes)], rows, sure=sure)

    def _allowed(self, slug: str, labels: Iterable[str]) -> list[str]:
        return [label for label in sorted(labels) if not self._refused(slug, label)]

    def _take(self, slug: str, labels: Iterable[str]) -> None:
        for label in labels:
            self._holders.setdefault(even(label), slug)

    def _refused(self, slug: str, label: str) -> str:
        """Return why a thing may not have a label, empty where it may."""
        if (slug, even(label)) in self._doubtful:
            return f"The registry reads {_quoted(label)} only where the text fits: it is also a word."
        if not _fits(label):
            return f"No vocabulary can hold {_quoted(label)} as a name."
        holder = self._holders.get(even(label), slug)
        return "" if holder == slug else f"{_quoted(label)} is a name of {self._iri(holder)}."

    def _iri(self, slug: str) -> str:
        return self._terms.term(f"<{vocab.DATA}{slug}>")


def _block(said: Iterable[str], rows: Iterable[str], *, sure: bool) -> str:
    """Return what is said as comments, and rows, as comments too where they are not sure."""
    lines = [*(f"# {line}" for line in said), *(row if sure else f"# {row}" for row in rows)]
    return "".join(line + "\n" for line in lines)


def _fits(label: str) -> bool:
    """Tell whether a vocabulary may hold a label: see `docs/vocabulary.md`."""
    return len(label) <= _LONGEST and label == one_line(label) and any(map(str.isalnum, label))


def _quoted(text: str) -> str:
    text = one_line(text)
    return f"“{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}”"


def _listed(labels: Iterable[str]) -> str:
    return " , ".join(map(_literal, labels))


def _literal(label: str) -> str:
    return str(Literal(one_line(label), language="en"))
