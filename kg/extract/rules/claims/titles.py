"""Titles say in short what the text below says in full: what a title leaves open is taken from there.

The same amount (or its conversion) in the prose lends a figure of a headline its measure, and its subject, period and
mode where the headline gives none itself.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.measures.terms import OTHER, ancestors, generic
from kg.model import Evidence, FigureClaim, Mention, Quantity

_RULE = "title-of"


def completed(mentions: Sequence[Mention], read: Annotated) -> tuple[Mention, ...]:
    """Return the mentions with those of headlines completed; `mentions` are figure claims in order of position."""
    body = [one for one in mentions if not _in_headline(one, read)]
    return tuple(_completed(one, body) if _in_headline(one, read) else one for one in mentions)


def _completed(title: Mention, body: Sequence[Mention]) -> Mention:
    claim = title.claim
    for one in body:
        full = one.claim
        if not isinstance(claim, FigureClaim) or not isinstance(full, FigureClaim) or not _fits(claim, full):
            continue
        if one.figure.start > title.figure.start and _equal(claim.quantities, full.quantities):
            return _lent(title, claim, full, one)
    return title


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


def _equal(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    amounts = {(quantity.value, quantity.high, quantity.unit) for quantity in one}
    return any((quantity.value, quantity.high, quantity.unit) in amounts for quantity in other)


def _in_headline(mention: Mention, read: Annotated) -> bool:
    index = read.index_at(mention.figure.start)
    return index is not None and read.sentences[index].headline
