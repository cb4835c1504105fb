"""Extractions as rows for JSON lines: one flat object per figure, response, relation or act of reporting.

Offsets are code points in the file's text: the document's own plus where the document starts in the file.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from kg.extract.reliability import Rule, counts, reliability
from kg.extract.rules.annotations import Figure, Reported
from kg.model import (
    Document,
    Entity,
    Evidence,
    Extraction,
    FigureClaim,
    Mention,
    Period,
    Quantity,
    RelationClaim,
    Response,
    Span,
    Step,
    Unnamed,
)

Row: TypeAlias = dict[str, Any]


def rows(extraction: Extraction, *, explain: bool = False) -> tuple[Row, ...]:
    """Return the rows of one extraction in order of position, then kind.

    With `explain` each row says under `because` which rule gave each field, the words it rests on, and how often that
    rule was right where it was counted (`right` of `read` figures); a figure has its `reliability` beside.
    """
    document = extraction.document
    stated = [(_mention_row(document, mention), mention.evidence) for mention in extraction.mentions]
    answered = [(_response_row(document, response), response.evidence) for response in extraction.responses]
    told = [(row, evidence) for row, evidence in (*stated, *answered) if row]
    found = [{**row, **_explained(document, row, evidence)} if explain else row for row, evidence in told]
    return tuple(sorted(found, key=_place))


def quantity_rows(document: Document, read: Iterable[Figure]) -> tuple[Row, ...]:
    """Return a row for every quantity expression, also those that state no figure."""
    found = []
    for figure in read:
        amount = figure.quantity
        found.append(
            {
                **_head("quantity", document, figure.span),
                "text": figure.span.of(document.text),
                **_amount(amount),
                "high": None if amount.high is None else number(amount.high),
                "bound": amount.bound,
            }
        )
    return tuple(sorted(found, key=_place))


def attribution_rows(document: Document, acts: Iterable[Reported]) -> tuple[Row, ...]:
    """Return a row for each act of reporting: source, cue and content with their spans and texts."""
    found = []
    for act in acts:
        parts = [act.cue, *act.content, *([act.source] if act.source else [])]
        whole = Span(min(part.start for part in parts), max(part.end for part in parts))
        found.append(
            {
                **_head("attribution", document, whole),
                "how": act.kind,
                "source_span": _stretch(document, act.source) if act.source else None,
                "cue": _stretch(document, act.cue),
                "content": [_stretch(document, part) for part in act.content],
                "agents": [agent.name if isinstance(agent, Entity) else agent.wording for agent in act.agents],
            }
        )
    return tuple(sorted(found, key=_place))


def number(value: Decimal) -> int | float:
    """Return a number for JSON: whole where the value is."""
    return int(value) if value == value.to_integral_value() else float(value)


def _mention_row(document: Document, mention: Mention) -> Row | None:
    claim = mention.claim
    if isinstance(claim, FigureClaim):
        return _figure_row(document, mention, claim)
    return _relation_row(document, mention, claim) if isinstance(claim, RelationClaim) else None


def _figure_row(document: Document, mention: Mention, claim: FigureClaim) -> Row:
    quantity, *also = claim.quantities
    via = () if mention.contextual else mention.via
    quote = mention.quote.shifted(document.offset)
    return {
        **_head("figure", document, mention.figure),
        "text": mention.figure.of(document.text),
        **_amount(quantity),
        "also": [{"value": number(one.value), "unit": one.unit} for one in also],
        "bound": quantity.bound,
        "subject": claim.subject.name if claim.subject else None,
        "measure": claim.measure,
        "measure_text": claim.measure_text,
        "object": [entity.name for entity in claim.objects],
        "scope": claim.scope.name if claim.scope else None,
        **_period(claim.period),
        "compared_with": claim.compared_with.code if claim.compared_with else None,
        "modality": claim.mode,
        "attributed_to": _named(via),
        "origin": _unnamed(via),
        "quote_start": quote.start,
        "quote_end": quote.end,
        "negated": mention.negated,
        "hedge": mention.hedge,
    }


def _relation_row(document: Document, mention: Mention, claim: RelationClaim) -> Row:
    return {
        **_head("relation", document, mention.figure),
        "subject": claim.subject.name,
        "predicate": claim.predicate,
        "object": claim.object.name,
        "modality": claim.mode,
        "attributed_to": _named(() if mention.contextual else mention.via),
        "negated": mention.negated,
    }


def _response_row(document: Document, response: Response) -> Row:
    return {
        **_head("response", document, response.quote),
        "agent": response.agent.name,
        "stance": response.stance,
        "about": response.about,
        "reported_via": _named(response.via),
    }


def _head(kind: str, document: Document, span: Span) -> Row:
    placed = span.shifted(document.offset)
    name = document.source if document.part is None else f"{document.source}#{document.part}"
    return {"kind": kind, "source": document.source, "document": name, "start": placed.start, "end": placed.end}


def _amount(quantity: Quantity) -> Row:
    high = None if quantity.high is None else number(quantity.high)
    return {"value": number(quantity.value), "high": high, "unit": quantity.unit}


def _period(period: Period | None) -> Row:
    """Return the period with a deadline ("by 2025") told apart by a key of its own."""
    code = period.code if period else None
    return {"period": code.removeprefix("by-") if code else None, "deadline": bool(code and code.startswith("by-"))}


def _named(via: Iterable[Step]) -> list[str]:
    return list(dict.fromkeys(agent.name for step in via for agent in step.agents if isinstance(agent, Entity)))


def _unnamed(via: Iterable[Step]) -> str | None:
    return next(_wordings(via), None)


def _wordings(via: Iterable[Step]) -> Iterator[str]:
    return (agent.wording for step in via for agent in step.agents if isinstance(agent, Unnamed))


def _explained(document: Document, row: Row, evidence: Sequence[Evidence]) -> Row:
    """Return what is said of a row beside what it says."""
    figure = row["kind"] == "figure"
    sure = {"reliability": reliability(evidence)} if figure else {}
    return {**sure, "because": [_reason(document, one, counted=figure) for one in evidence]}


def _reason(document: Document, evidence: Evidence, *, counted: bool) -> Row:
    words = _stretch(document, evidence.span) if evidence.span else {}
    count = counts().get(Rule(evidence.field, evidence.rule)) if counted else None
    often = {"right": count.right, "read": count.read} if count else {}
    return {"field": evidence.field, "rule": evidence.rule, **words, **often}


def _stretch(document: Document, span: Span) -> Row:
    placed = span.shifted(document.offset)
    return {"start": placed.start, "end": placed.end, "text": span.of(document.text)}


def _place(row: Row) -> tuple[int, int, str, str]:
    return row["start"], row["end"], row["kind"], str(sorted(row.items(), key=lambda item: item[0]))
