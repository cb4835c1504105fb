"""Titles say in short what the text below says in full: what a title leaves open is taken from there.

The same amount (or its conversion) in the prose lends a figure of a headline its measure, and its subject, period and
mode where the headline gives none itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.measures.terms import OTHER, ancestors, change_of, facts, generic
from kg.model import Evidence, FigureClaim, Mention

_RULE = "title-of"
_LEAD = 8
"""How many figures below a title may tell its period."""
_ROUNDING = Decimal("0.05")


def completed(mentions: Sequence[Mention], read: Annotated) -> tuple[Mention, ...]:
    """Return the mentions with those of headlines completed; `mentions` are figure claims in order of position."""
    titles = [_in_headline(one, read) for one in mentions]
    body = _Body(one for one, title in zip(mentions, titles, strict=True) if not title)
    told = [one for one, title in zip(mentions, titles, strict=True) if not title][:_LEAD]
    return tuple(
        _dated(_completed(one, body), told, read) if title else one for one, title in zip(mentions, titles, strict=True)
    )


class _Body:
    """The mentions of the prose by the amounts they state, each as (value, high, unit)."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = tuple(mentions)
        self._places: dict[tuple[object, ...], list[int]] = {}
        for place, one in enumerate(self._mentions):
            for amount in _amounts(one):
                self._places.setdefault(amount, []).append(place)

    def equal(self, title: Mention) -> Iterator[Mention]:
        """Yield the mentions behind a title that state an amount of its own, in order."""
        places = {place for amount in _amounts(title) for place in self._places.get(amount, ())}
        found = (self._mentions[place] for place in sorted(places))
        return (one for one in found if one.figure.start > title.figure.start)


def _completed(title: Mention, body: _Body) -> Mention:
    claim = title.claim
    for one in body.equal(title):
        full = one.claim
        if isinstance(claim, FigureClaim) and isinstance(full, FigureClaim) and _fits(claim, full):
            return _lent(title, claim, full, one)
    return title


def _dated(title: Mention, told: Sequence[Mention], read: Annotated) -> Mention:
    """Return a title's result or plan with the period of the like one below it, rounded or told another way there.

    "Acme profit up 8%" above "Acme's profit was $9 billion in the third quarter".
    """
    claim = title.claim
    if not isinstance(claim, FigureClaim) or claim.period is not None or _is_older(title, read):
        return title
    result = claim.mode == "actual" and "true" in facts(claim.measure).get("perPeriod", ())
    same = [(one, full) for one in told if (full := _of_same(one, claim))]
    rounded = ((one, full) for one, full in same if _rounded(claim, full))
    retold = ((one, full) for one, full in same if result and _retold(claim, full))
    found, full = next(rounded, None) or next(retold, None) or (None, None)
    if found is None or full is None or full.period is None or _is_older(found, read):
        return title
    kept = tuple(evidence for evidence in title.evidence if evidence.field != "period")
    period = Evidence("period", _RULE, found.figure)
    return replace(title, claim=replace(claim, period=full.period), evidence=(*kept, period))


def _of_same(mention: Mention, short: FigureClaim) -> FigureClaim | None:
    """Return the claim of a mention that tells of the same subject, done or planned alike."""
    full = mention.claim
    alike = isinstance(full, FigureClaim) and full.subject == short.subject and full.mode == short.mode
    return full if isinstance(full, FigureClaim) and alike else None


def _retold(short: FigureClaim, full: FigureClaim) -> bool:
    """Tell whether a result is told another way below, as an amount or as its change."""
    units = {quantity.unit for quantity in short.quantities} & {quantity.unit for quantity in full.quantities}
    return not units and _alike(short.measure, full.measure)


def _is_older(mention: Mention, read: Annotated) -> bool:
    """Tell whether a figure is one that another rose or fell from."""
    return read.text.endswith("from ", 0, mention.figure.start)


def _alike(one: str, other: str) -> bool:
    """Tell whether two measures are one, or an amount and its change."""
    same = one == other or change_of(one) == other or change_of(other) == one
    return same or one in ancestors(other) or other in ancestors(one)


def _rounded(short: FigureClaim, full: FigureClaim) -> bool:
    """Tell whether a title rounds an amount that is told below: "over $20 billion" for "$20.6 billion"."""
    pairs = ((one, other) for one in short.quantities for other in full.quantities if one.unit == other.unit)
    close = any(abs(one.value - other.value) <= other.value * _ROUNDING for one, other in pairs if other.value)
    return close and (_alike(short.measure, full.measure) or bool(ancestors(short.measure) & ancestors(full.measure)))


def _fits(short: FigureClaim, full: FigureClaim) -> bool:
    """Tell whether both may mean the same: no two subjects, and no two measures of which neither is the broader."""
    subjects = {entity for entity in (short.subject, full.subject) if entity is not None}
    same = short.measure in (OTHER, full.measure) or short.measure in ancestors(full.measure)
    return len(subjects) < 2 and same and full.measure != OTHER  # noqa: PLR2004


def _lent(title: Mention, short: FigureClaim, full: FigureClaim, source: Mention) -> Mention:
    told = {evidence.field for evidence in title.evidence if evidence.rule != "words" or evidence.field == "mode"}
    broad = short.measure == OTHER or (generic(short.measure) and short.measure in ancestors(full.measure))
    lent = replace(
        short,
        measure=full.measure if broad else short.measure,
        measure_text=None if broad else short.measure_text,
        subject=short.subject or full.subject,
        period=short.period or full.period,
        mode=short.mode if "mode" in told else full.mode,
        whole=full.whole if broad else short.whole,
    )
    changed = [
        field for field in ("measure", "subject", "period", "mode") if getattr(lent, field) != getattr(short, field)
    ]
    kept = tuple(evidence for evidence in title.evidence if evidence.field not in changed)
    return replace(title, claim=lent, evidence=(*kept, *(Evidence(field, _RULE, source.figure) for field in changed)))


def _amounts(mention: Mention) -> set[tuple[object, ...]]:
    claim = mention.claim
    quantities = claim.quantities if isinstance(claim, FigureClaim) else ()
    return {(quantity.value, quantity.high, quantity.unit) for quantity in quantities}


def _in_headline(mention: Mention, read: Annotated) -> bool:
    index = read.index_at(mention.figure.start)
    headline = index is not None and read.sentences[index].headline
    return headline and read.cell_at(mention.figure.start) is None
