"""The measures of `v:measures` as the claim stages read them: signs, units, sizes, and how they lie to one another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TypeAlias

from kg.lexicon import codes
from kg.lexicon.codes import Concept

OTHER = "other"
GROWTH = "growth-rate"
Word: TypeAlias = tuple[str, bool]
"""What a word tells: the code of a measure that it names or of a notion, and whether it is a notion."""
_LEAST_MONEY = "10000"
"""Amounts of money below this, in any currency, measure only what says that it may be less (`kg:least`)."""


@dataclass(frozen=True, slots=True)
class Term:
    """One measure: sets of notions that tell it, bounds for amounts and counts, whether its words must follow.

    `counts_any` says that anything may be counted.
    `heads` are the notions that tell it where the amount modifies them.
    `frame` says whether a percentage of it is a change, a level or any.
    `power_of` is the notion that must be told where power is measured, None where any may.
    """

    code: str
    signs: tuple[tuple[str, ...], ...]
    weight: float
    least: Decimal
    most: Decimal | None
    behind: bool
    counts_any: bool
    counts_things: bool
    frame: str
    heads: tuple[str, ...]
    power_of: str | None


@dataclass(frozen=True, slots=True)
class Terms:
    """The measures that one kind of unit can have, in order of code, and which of them a word may tell."""

    listed: tuple[Term, ...]
    by_name: Mapping[str, int]
    by_notion: Mapping[str, tuple[int, ...]]

    def told(self, names: Iterable[str], notions: Iterable[str]) -> tuple[Term, ...]:
        """Return the measures that are named, or that have a sign which begins with one of the notions."""
        found = {self.by_name[name] for name in names if name in self.by_name}
        found.update(index for notion in notions for index in self.by_notion.get(notion, ()))
        return tuple(self.listed[index] for index in sorted(found))


@cache
def terms(kind: str) -> Terms:
    """Return the measures that a quantity of this kind of unit (money, percent, count, ...) can have."""
    measures = codes.scheme("measures").values()
    listed = tuple(_term(concept) for concept in measures if kind in concept.facts.get("unitKind", ()))
    notions: dict[str, list[int]] = {}
    for index, term in enumerate(listed):
        for notion in {*(sign[0] for sign in term.signs), *term.heads}:
            notions.setdefault(notion, []).append(index)
    return Terms(
        listed,
        MappingProxyType({term.code: index for index, term in enumerate(listed)}),
        MappingProxyType({notion: tuple(found) for notion, found in sorted(notions.items())}),
    )


@lru_cache(maxsize=4096)
def telling(kind: str, present: frozenset[Word]) -> frozenset[Word]:
    """Return those of the words of a sentence that may tell what a quantity of this kind of unit measures.

    A measure's own name does, and a notion that is its noun or a part of a sign of it that is there whole.
    """
    listed, notions = terms(kind), frozenset([code for code, notion in present if notion])
    told = listed.told((code for code, notion in present if not notion), notions)
    signs = (notion for term in told for sign in term.signs if notions.issuperset(sign) for notion in sign)
    heads = (notion for term in told for notion in term.heads)
    names = ((term.code, False) for term in told)
    return present & {*names, *((notion, True) for notion in (*signs, *heads))}


@cache
def beside(kind: str, notion: str) -> frozenset[str]:
    """Return the notions that tell a measure of this kind of unit together with this one: "chip" with "order"."""
    signs = [sign for term in terms(kind).listed for sign in term.signs if notion in sign]
    return frozenset(other for sign in signs for other in sign if other != notion)


@cache
def counted_alone(notion: str) -> tuple[str, ...]:
    """Return the codes of the measures that count what this notion names, whatever else is told."""
    return tuple(term.code for term in terms("count").listed if (notion,) in term.signs)


@cache
def share_measures() -> Mapping[str, str]:
    """Return measure -> the measure of a share of it (first by code)."""
    found: dict[str, str] = {}
    for code in codes.scheme("measures"):
        for whole in whole_of(code):
            if code.startswith("share-of-"):
                found.setdefault(whole, code)
    return MappingProxyType(found)


@cache
def change_of(code: str) -> str | None:
    """Return the measure for how much `code`, or the nearest broader than it, rose or fell; None without one."""
    changes = _changes()
    wanted = (code, *sorted(ancestors(code), key=lambda one: (-len(ancestors(one)), one)))
    return next((changes[one] for one in wanted if one in changes), None)


@cache
def change_of_told(code: str, *, notion: bool) -> str | None:
    """Return the measure of how much that changed which a measure's name or a notion tells alone."""
    if not notion:
        return change_of(code)
    told = [term.code for kind in ("money", "count") for term in terms(kind).listed if (code,) in term.signs]
    return next((change for one in told if (change := change_of(one))), None)


@cache
def is_measure(code: str, *, notion: bool) -> bool:
    """Tell whether a measure's name, or a notion alone, says what is measured."""
    return not notion or any((code,) in term.signs for kind in ("money", "count") for term in terms(kind).listed)


@cache
def _changes() -> Mapping[str, str]:
    known = _by_iri()
    found: dict[str, str] = {}
    for code, concept in codes.scheme("measures").items():
        for iri in concept.facts.get("changeOf", ()):
            found.setdefault(known[iri], code)
    return MappingProxyType(found)


@cache
def whole_of(code: str) -> tuple[str, ...]:
    """Return the codes of the measures that this one is a share of."""
    concept = codes.scheme("measures").get(code)
    known = _by_iri()
    return tuple(known[iri] for iri in concept.facts.get("whole", ()) if iri in known) if concept else ()


@cache
def named_by(code: str, fact: str) -> tuple[str, ...]:
    """Return the codes of the measures that a fact of this one names (`overrules`, `lossOf`)."""
    known = _by_iri()
    return tuple(known[iri] for iri in facts(code).get(fact, ()))


@cache
def loss_of(level: str) -> str | None:
    """Return the measure of by how many what this one counts became fewer (`kg:lossOf`)."""
    return next((code for code in codes.scheme("measures") if level in named_by(code, "lossOf")), None)


@cache
def losing_share(loss: str) -> str | None:
    """Return the measure of the part of all by which what this one counts became fewer, None without one."""
    levels = named_by(loss, "lossOf")
    measures = codes.scheme("measures")
    return next(
        (
            code
            for code in measures
            if levels and set(levels) & set(whole_of(code)) and "percent" in facts(code)["unitKind"]
        ),
        None,
    )


@cache
def ancestors(code: str) -> frozenset[str]:
    """Return the codes of all measures broader than `code`."""
    listed, known = codes.scheme("measures"), _by_iri()
    found: set[str] = set()
    queue = [code]
    while queue:
        concept = listed.get(queue.pop())
        for iri in concept.broader if concept else ():
            if iri in known and known[iri] not in found:
                found.add(known[iri])
                queue.append(known[iri])
    return frozenset(found)


@cache
def has_narrower(code: str) -> bool:
    """Tell whether some measure is narrower than this one."""
    return any(code in ancestors(other) for other in codes.scheme("measures"))


def generic(code: str) -> bool:
    """Tell whether a measure only stands in where the text names no narrower one (`kg:generic`)."""
    return "true" in codes.scheme("measures")[code].facts.get("generic", ())


@cache
def asked_by(code: str, frame: str | None) -> bool:
    """Tell whether a measure goes with what the words beside a percentage ask for; `other` and no frame always do."""
    concept = codes.scheme("measures").get(code)
    return frame is None or concept is None or _frame(concept) in (frame, "any")


@cache
def level_of(code: str) -> str | None:
    """Return the measure whose change `code` tells, None where it tells none or that of several."""
    concept, known = codes.scheme("measures").get(code), _by_iri()
    levels = [known[iri] for iri in concept.facts.get("changeOf", ())] if concept else []
    return levels[0] if len(levels) == 1 else None


@cache
def facts(code: str) -> Mapping[str, tuple[str, ...]]:
    """Return what the scheme says of a measure, nothing for `other`."""
    concept = codes.scheme("measures").get(code)
    return concept.facts if concept else MappingProxyType({})


@cache
def _most(code: str) -> Decimal:
    return Decimal(facts(code).get("most", ("Infinity",))[0])


def at_most(value: Decimal, code: str) -> bool:
    """Tell whether a measure can be this much (`kg:most`): $5bn is no price of a share."""
    return value <= _most(code)


def _term(concept: Concept) -> Term:
    known = concept.facts
    return Term(
        code=concept.code,
        signs=tuple(tuple(sign.split()) for sign in known.get("sign", ())),
        weight=float(known.get("weight", ("1",))[0]),
        least=Decimal(known.get("least", (_LEAST_MONEY if "money" in known.get("unitKind", ()) else "-Infinity",))[0]),
        most=Decimal(known["most"][0]) if "most" in known else None,
        behind="behind" in known.get("position", ()),
        counts_any="true" in known.get("countsAny", ()),
        counts_things="true" in known.get("countsThings", ()),
        frame=_frame(concept),
        heads=known.get("headSign", ()),
        power_of=next(iter(known.get("powerOf", ())), None),
    )


def _frame(concept: Concept) -> str:
    """Return what the measure tells of a percentage: a change, a level, or either (`kg:frame`)."""
    if "frame" in concept.facts:
        return concept.facts["frame"][0]
    change = "changeOf" in concept.facts or concept.code == GROWTH or GROWTH in ancestors(concept.code)
    return "change" if change else "level"


@cache
def _by_iri() -> Mapping[str, str]:
    return MappingProxyType({concept.iri: code for code, concept in codes.scheme("measures").items()})
