"""Names of a user's own beside those of the registry: what they may add, and what would contradict it."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from pyoxigraph import NamedNode

from kg import vocab
from kg.errors import VocabularyError
from kg.lexicon.matcher import folded
from kg.lexicon.overlay.statements import Statement, by_subject
from kg.lexicon.overlay.terms import LABELS, alternatives, called, check_property

Known = Mapping[str, Mapping[str, Sequence[str]]]
"""Slug -> property -> values, as the registry has them."""

_TYPE = vocab.RDF + "type"
_NAME = vocab.SKOS + "prefLabel"
_SINGLE = {
    vocab.KG + "fiscalYearEnd": re.compile(r"--\d\d"),
    vocab.KG + "fiscalYearNumbering": re.compile(r"end|start"),
    vocab.SCHEMA + "legislationDate": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
}
"""Facts of which a thing has one, and how they are written."""


def check(own: Iterable[Statement], known: Known) -> None:
    """Raise VocabularyError where statements of a user's own contradict the registry or say too little."""
    classes = sorted({kind for facts in known.values() for kind in facts.get(_TYPE, ())})
    listed = list(by_subject(own))
    described = {*known, *(subject.removeprefix(vocab.DATA) for subject, _ in listed)}
    for subject, said in listed:
        for one in said:
            check_property(one.place, subject, one.predicate, one.term)
            _check_kind(one, classes)
            _check_link(one, described)
        before = known.get(subject.removeprefix(vocab.DATA), {})
        _check_single(subject, said, before)
        for needed, what in ((_TYPE, "a class, such as 'a kg:Company'"), (_NAME, "a skos:prefLabel, its name")):
            if not before and not _values(said, needed):
                raise VocabularyError(f"{said[0].place}: {called(subject)} is new and needs {what}")


def check_labels(own: Iterable[Statement], labels: Iterable[tuple[str, str, str]]) -> None:
    """Raise VocabularyError for a name that is another's. `labels` are all (text, slug, kind), those of `own` too.

    A name that needs context to be read may be another's as well.
    """
    kinds = {(slug, folded(text)): kind for text, slug, kind in labels}
    safe: dict[str, set[str]] = {}
    for (slug, text), kind in kinds.items():
        if kind == "safe":
            safe.setdefault(text, set()).add(slug)
    for one in own:
        slug = one.subject.removeprefix(vocab.DATA)
        if one.predicate in LABELS and kinds.get((slug, folded(one.term.value))) != "ambiguous":
            others = sorted(safe.get(folded(one.term.value), set()) - {slug})
            if others:
                raise VocabularyError(
                    f"{one.place}: '{one.term.value}' of {called(one.subject)} is a name of e:{others[0]} already: "
                    "leave it out, or give it as kg:ambiguousLabel, which is read where context fits"
                )


def check_names(own: Iterable[Statement], names: Iterable[tuple[str, str]]) -> None:
    """Raise VocabularyError where two things have one skos:prefLabel. `names` are all (name, slug)."""
    holders: dict[str, list[str]] = {}
    for name, slug in names:
        holders.setdefault(name, []).append(slug)
    for one in own:
        slug = one.subject.removeprefix(vocab.DATA)
        others = [other for other in holders.get(one.term.value, ()) if other != slug]
        if one.predicate == _NAME and others:
            raise VocabularyError(
                f"{one.place}: {called(one.subject)} is called '{one.term.value}' as e:{others[0]} is: add to that "
                "one, or give the two different names"
            )


def _check_kind(one: Statement, classes: Collection[str]) -> None:
    if one.predicate == _TYPE and one.term.value not in classes:
        names = sorted(called(kind) for kind in classes)
        hint = alternatives(called(one.term.value), names)
        raise VocabularyError(
            f"{one.place}: {called(one.subject)} is a {called(one.term.value)}, no class of names: {hint}"
        )


def _check_link(one: Statement, described: Collection[str]) -> None:
    """Check that what a statement leads to is described somewhere."""
    target = one.term.value
    if not isinstance(one.term, NamedNode) or not target.startswith(vocab.DATA):
        return
    slug = target.removeprefix(vocab.DATA)
    if slug not in described:
        hint = alternatives(slug, described)
        near = f": {hint}" if hint.startswith("did you mean") else ": describe it too, or leave this out"
        about = f"{one.place}: {called(one.subject)} has {called(one.predicate)}"
        raise VocabularyError(f"{about} {called(target)}, which nobody describes{near}")


def _check_single(subject: str, said: Sequence[Statement], before: Mapping[str, Sequence[str]]) -> None:
    """Check that a thing has one class, one name, and one of the facts that it has one of."""
    for predicate in (_TYPE, _NAME, *_SINGLE):
        old = set(before.get(predicate, ()))
        for value in _values(said, predicate):
            place = next(one.place for one in said if one.predicate == predicate and one.term.value == value)
            form = _SINGLE.get(predicate)
            if form and not form.fullmatch(value):
                raise VocabularyError(f"{place}: {called(predicate)} of {called(subject)} cannot be '{value}'")
            if old - {value}:
                first, new = (_shown(predicate, one) for one in (min(old - {value}), value))
                more = ": give further names as skos:altLabel" if predicate == _NAME else ""
                raise VocabularyError(
                    f"{place}: {called(subject)} has {called(predicate)} {first} already, and cannot have {new}{more}"
                )
            old.add(value)


def _shown(predicate: str, value: str) -> str:
    return called(value) if predicate == _TYPE else f"'{value}'"


def _values(said: Sequence[Statement], predicate: str) -> list[str]:
    return sorted({one.term.value for one in said if one.predicate == predicate})
