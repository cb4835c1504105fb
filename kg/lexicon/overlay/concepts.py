"""Concepts of a user's own beside those of the code lists: what they may add, and what would contradict them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg import vocab
from kg.errors import VocabularyError
from kg.lexicon.overlay.statements import Statement, by_subject
from kg.lexicon.overlay.terms import alternatives, called, check_property

if TYPE_CHECKING:
    from kg.lexicon.codes import Concept

_TYPE, _CONCEPT = vocab.RDF + "type", vocab.SKOS + "Concept"
_IN_SCHEME, _NOTATION = vocab.SKOS + "inScheme", vocab.SKOS + "notation"
_NAME, _BROADER = vocab.SKOS + "prefLabel", vocab.SKOS + "broader"
_OPEN = ("currencies", "measures", "notions", "nouns", "relation-frames", "scopes", "units")
"""The lists that may get codes of a user's own; of the others rules mean each code, so that they only get words."""
_NOTIONS = tuple(vocab.KG + name for name in ("sign", "headSign", "powerOf"))
_PARTS = (vocab.KG + "wholeUnit", vocab.KG + "partsPerWhole")
"""What a unit that is a part of another has, both or none."""
_CHOSEN = {"unitKind": ("units",), "kind": ()}
"""Facts that have one of the values that others have, or a code of these lists."""
_RESERVED = "other"
"""The code of what no measure of the list fits."""
_CURRENCY = 3
_SAYS = 3


@dataclass(frozen=True, slots=True)
class _Lists:
    """The code lists as they come with kg, by scheme and code, and every concept by its IRI."""

    schemes: Mapping[str, Mapping[str, "Concept"]]
    known: Mapping[str, "Concept"]


def check(own: Iterable[Statement], schemes: Mapping[str, Mapping[str, "Concept"]]) -> None:
    """Raise VocabularyError where concepts of a user's own contradict the code lists or say too little."""
    lists = _Lists(schemes, {one.iri: one for listed in schemes.values() for one in listed.values()})
    listed = list(by_subject(own))
    homes = {iri: _home(iri, said, lists) for iri, said in listed}
    codes: dict[tuple[str, str], str] = {("measures", _RESERVED): f"v:{_RESERVED}"}
    codes |= {(one.scheme, one.code): called(one.iri) for one in lists.known.values()}
    for iri, said in listed:
        for one in said:
            check_property(one.place, iri, one.predicate, one.term)
            _check_link(one, homes, lists)
        if iri in lists.known:
            _check_known(lists.known[iri], said)
        else:
            _check_new(iri, said, homes[iri], codes)
            _check_facts(iri, said, lists.schemes[homes[iri]])
            codes[homes[iri], _values(said, _NOTATION)[0]] = called(iri)
    every: dict[str, set[str]] = {}
    for home, code in codes:
        every.setdefault(home, set()).add(code)
    above = {iri: set(one.broader) for iri, one in lists.known.items()}
    for iri, said in listed:
        above.setdefault(iri, set()).update(_values(said, _BROADER))
    for iri, said in listed:
        _check_values(said, homes[iri], lists, every)
        _check_above(iri, said, above)


def _home(iri: str, said: Sequence[Statement], lists: _Lists) -> str:
    """Return the code list that a concept is of."""
    place, named = said[0].place, _values(said, _IN_SCHEME)
    if _values(said, _TYPE) == [vocab.SKOS + "ConceptScheme"]:
        raise VocabularyError(f"{place}: {called(iri)} is a code list: kg reads its own alone, leave it out")
    homes = {scheme.removeprefix(vocab.CODES) for scheme in named}
    if not homes and iri in lists.known:
        homes = {lists.known[iri].scheme}
    if len(homes) != 1:
        what = "is in several code lists" if homes else "needs skos:inScheme, the code list that it is of"
        raise VocabularyError(f"{place}: {called(iri)} {what}: a concept is of one, such as v:measures")
    (home,) = homes
    if home not in lists.schemes:
        hint = alternatives(home, lists.schemes)
        raise VocabularyError(
            f"{place}: {called(iri)} is in {called(vocab.CODES + home)}, which is no code list: {hint}"
        )
    return home


def _check_known(before: "Concept", said: Sequence[Statement]) -> None:
    """Check that a concept of kg stays what it is; it may get more words and facts."""
    stands = {_IN_SCHEME: vocab.CODES + before.scheme, _NOTATION: before.code, _NAME: before.label, _TYPE: _CONCEPT}
    for one in said:
        wanted = stands.get(one.predicate, one.term.value)
        if wanted != one.term.value:
            more = ": give further words as skos:altLabel" if one.predicate == _NAME else ""
            first, new = (called(text) if "://" in text else f"'{text}'" for text in (wanted, one.term.value))
            about = f"{one.place}: {called(before.iri)} has {called(one.predicate)}"
            raise VocabularyError(f"{about} {first} already, and cannot have {new}{more}")


def _check_new(iri: str, said: Sequence[Statement], home: str, codes: Mapping[tuple[str, str], str]) -> None:
    about = f"{said[0].place}: {called(iri)}"
    if home not in _OPEN:
        raise VocabularyError(f"{about} would be a new code in v:{home}, which takes words for its own codes only")
    if _values(said, _TYPE) != [_CONCEPT]:
        raise VocabularyError(f"{about} is new and needs 'a skos:Concept', and no other class")
    for needed in (_NOTATION, _NAME):
        if (found := len(_values(said, needed))) != 1:
            raise VocabularyError(f"{about} is new and needs one {called(needed)}: it has {found or 'none'}")
    code = _values(said, _NOTATION)[0]
    if (home, code) in codes:
        raise VocabularyError(
            f"{said[0].place}: the skos:notation '{code}' of {called(iri)} stands already, as {codes[home, code]}"
        )
    if not code.strip() or any(char.isspace() for char in code) or len(code) > 60:  # noqa: PLR2004 - a code is short
        raise VocabularyError(f"{about}: the skos:notation '{code[:60]}' is no code: write one short word")
    if home == "currencies" and not (len(code) == _CURRENCY and code.isascii() and code.isupper()):
        raise VocabularyError(f"{about}: a currency's skos:notation is its ISO 4217 code, three capitals, not '{code}'")


def _check_above(iri: str, said: Sequence[Statement], above: Mapping[str, Iterable[str]]) -> None:
    """Check that a concept is not broader than itself, by however many others."""
    seen: set[str] = set()
    queue = list(above[iri])
    while queue:
        one = queue.pop()
        if one == iri:
            raise VocabularyError(f"{said[0].place}: {called(iri)} is its own skos:broader, by itself or by others")
        if one not in seen:
            seen.add(one)
            queue.extend(above.get(one, ()))


def _check_facts(iri: str, said: Sequence[Statement], listed: Mapping[str, "Concept"]) -> None:
    """Check that a new concept has each fact that all of its list have: rules count on it."""
    shared = set.intersection(*(set(one.facts) for one in listed.values()))
    if any(_values(said, fact) for fact in _PARTS):
        shared.update(fact.removeprefix(vocab.KG) for fact in _PARTS)
    for name in sorted(shared):
        predicate = name if "://" in name else vocab.KG + name
        if predicate.startswith(vocab.KG) and not _values(said, predicate):
            used = Counter(text for one in listed.values() for text in one.facts.get(name, ()))
            likely = used.most_common(1)[0][0]
            raise VocabularyError(
                f"{said[0].place}: {called(iri)} is new and needs {called(predicate)}, such as '{likely}'"
            )


def _check_link(one: Statement, homes: Mapping[str, str], lists: _Lists) -> None:
    """Check that a concept is tied to concepts of its own list alone."""
    target = one.term.value
    ties = isinstance(one.term, NamedNode) and one.predicate.startswith((vocab.KG, _BROADER))
    if not ties or one.predicate == _IN_SCHEME:
        return
    home = homes.get(target) or (lists.known[target].scheme if target in lists.known else None)
    if home != homes[one.subject]:
        raise VocabularyError(
            f"{one.place}: {called(one.subject)} has {called(one.predicate)} {called(target)}, which is no concept of "
            f"v:{homes[one.subject]}"
        )


def _check_values(said: Sequence[Statement], home: str, lists: _Lists, codes: Mapping[str, Iterable[str]]) -> None:
    """Check values that rules take for granted: numbers, truth values, codes of other lists (`codes` by list)."""
    for one in said:
        name = one.predicate.removeprefix(vocab.KG)
        used = {text for known in lists.schemes[home].values() for text in known.facts.get(name, ())}
        about = f"{one.place}: {called(one.predicate)} of {called(one.subject)} cannot be '{one.term.value}'"
        if name != one.predicate:
            _check_form(one.term.value, about, used)
        if name in _CHOSEN:
            choices = used.union(*(codes.get(other, ()) for other in _CHOSEN[name]))
            if one.term.value not in choices:
                raise VocabularyError(f"{about}: {alternatives(one.term.value, used)}")
        if name == "partsPerWhole" and not (one.term.value.isdecimal() and int(one.term.value)):
            raise VocabularyError(f"{about}: it is a whole number from 1")
        unknown = [word for word in one.term.value.split() if word not in codes.get("notions", ())]
        if home == "measures" and one.predicate in _NOTIONS and unknown:
            raise VocabularyError(f"{about}: '{unknown[0]}' is no code of v:notions")
        if name == "says":
            _check_saying(one, about, used)


def _check_form(value: str, about: str, used: Iterable[str]) -> None:
    """Check that a value is a number or true or false where all others are."""
    for fits, what in ((_is_number, "a number"), (_is_truth, "true or false")):
        if used and all(map(fits, used)) and not fits(value):
            raise VocabularyError(f"{about}: it is {what}")


def _check_saying(one: Statement, about: str, used: Iterable[str]) -> None:
    parts = one.term.value.split()
    predicates = {text.split()[0] for text in used}
    if len(parts) != _SAYS:
        raise VocabularyError(f"{about}: it is a predicate and two slots, such as 'parentOf subject object'")
    if parts[0] not in predicates:
        raise VocabularyError(f"{about}: no relation '{parts[0]}': {alternatives(parts[0], predicates)}")


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


_is_truth: Callable[[str], bool] = frozenset({"true", "false"}).__contains__


def _values(said: Sequence[Statement], predicate: str) -> list[str]:
    return sorted({one.term.value for one in said if one.predicate == predicate})
