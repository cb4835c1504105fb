"""Where what was read stands in the text as printed: every span of an extraction, counted there."""

from dataclasses import replace

from kg.extract.rules.annotations import Figure, Reported
from kg.extract.rules.text.plain import Plain
from kg.model import Evidence, Extraction, Mention, Remark, Response, Span, Step


def as_printed(found: Extraction, copy: Plain) -> Extraction:
    """Return an extraction whose spans count in `copy` with spans that count in the text it is a copy of."""
    if not copy.cuts:
        return found
    return replace(
        found,
        mentions=tuple(_mention(one, copy) for one in found.mentions),
        responses=tuple(_response(one, copy) for one in found.responses),
        warnings=tuple(_remark(one, copy) for one in found.warnings),
    )


def act_as_printed(act: Reported, copy: Plain) -> Reported:
    """Return an act of reporting with spans that count in the text that `copy` is of."""
    content = tuple(copy.printed(span) for span in act.content)
    return replace(act, cue=copy.printed(act.cue), content=content, source=_span(act.source, copy))


def figure_as_printed(figure: Figure, copy: Plain) -> Figure:
    """Return a number with spans that count in the text that `copy` is of."""
    span, number = copy.printed(figure.span), copy.printed(figure.number)
    return replace(figure, span=span, number=number, noun=_span(figure.noun, copy))


def _span(span: Span | None, copy: Plain) -> Span | None:
    return None if span is None else copy.printed(span)


def _mention(one: Mention, copy: Plain) -> Mention:
    return replace(
        one,
        quote=copy.printed(one.quote),
        figure=copy.printed(one.figure),
        via=_steps(one.via, copy),
        evidence=_evidence(one.evidence, copy),
    )


def _response(one: Response, copy: Plain) -> Response:
    via, evidence = _steps(one.via, copy), _evidence(one.evidence, copy)
    return replace(one, quote=copy.printed(one.quote), via=via, evidence=evidence)


def _remark(one: Remark, copy: Plain) -> Remark:
    return replace(one, span=copy.printed(one.span))


def _steps(via: tuple[Step, ...], copy: Plain) -> tuple[Step, ...]:
    return tuple(replace(step, span=_span(step.span, copy)) for step in via)


def _evidence(found: tuple[Evidence, ...], copy: Plain) -> tuple[Evidence, ...]:
    return tuple(replace(one, span=_span(one.span, copy)) for one in found)
