"""The gate every extraction passes: what does not stand in the text at its offsets is refused, with a remark."""

from dataclasses import replace

from kg.model import Extraction, Mention, Remark, Response, Span


def grounded(extraction: Extraction) -> Extraction:
    """Return the extraction without the mentions and responses that the document's text does not bear out.

    A quote must be a stretch of the text that is not blank, and the figure (or the names of a relation) must lie
    inside it. Each refusal is a remark of the rule "ungrounded"; `part_of` is kept right.
    """
    text = extraction.document.text
    kept: list[Mention] = []
    moved: dict[int, int] = {}
    remarks: list[Remark] = []
    for index, mention in enumerate(extraction.mentions):
        reason = _reason(mention.quote, mention.figure, text)
        if reason:
            remarks.append(_refusal(mention, reason, text))
        else:
            moved[index] = len(kept)
            kept.append(mention)
    responses = [one for one in extraction.responses if not _reason(one.quote, one.quote, text)]
    remarks += [
        _refusal(one, "its quote is not in the text", text) for one in extraction.responses if one not in responses
    ]
    return replace(
        extraction,
        mentions=tuple(_repointed(mention, moved) for mention in kept),
        responses=tuple(responses),
        warnings=(*extraction.warnings, *remarks),
    )


def _reason(quote: Span, figure: Span, text: str) -> str | None:
    if quote.end > len(text) or not quote.of(text).strip():
        return "its quote is not in the text"
    if not quote.covers(figure) or not figure.of(text).strip():
        return "what it states does not lie inside its quote"
    return None


def _refusal(what: Mention | Response, reason: str, text: str) -> Remark:
    kind = "mention" if isinstance(what, Mention) else "response"
    start = min(what.quote.start, len(text))
    return Remark(
        "ungrounded", f"a {kind} is refused: {reason}", Span(start, max(start, min(what.quote.end, len(text))))
    )


def _repointed(mention: Mention, moved: dict[int, int]) -> Mention:
    return mention if mention.part_of is None else replace(mention, part_of=moved.get(mention.part_of))
