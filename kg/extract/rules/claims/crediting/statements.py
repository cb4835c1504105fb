"""Attributed statements that hold neither a figure nor a relation: only their words can be kept."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Reported
from kg.extract.rules.claims.crediting.chains import chain, takes_back
from kg.model import Evidence, Mention, Span, TextClaim

_STATING = frozenset({"speech", "according", "nominal", "passive", "relayed"})
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W_]+)*")
_FEWEST = 3
"""Fewer words are no statement: a thing that was announced, an answer such as "yes"."""
_MARGIN = " \t\r\n,;:–—-"


def statements(read: Annotated, known: Sequence[Mention]) -> Iterator[Mention]:
    """Yield a mention for each act of reporting that nothing in `known` stands in, in order of cue.

    Of acts inside one another only the innermost is kept; the others are steps of its chain. The quote is the content,
    from its first stretch to its last, and `figure` the first stretch.
    """
    told = [act for act in read.reported if act.agents and act.kind in _STATING and not takes_back(act, read.fold)]
    for act in told:
        parts = [part for part in (_trimmed(span, read.text) for span in act.content) if part]
        words = " ".join(" ".join(part.of(read.text).split()) for part in parts)
        near = _near(act, told, read)
        inner = any(_inside(other, act) for other in near)
        if len(_WORD.findall(words)) < _FEWEST or inner or _holds(parts, known):
            continue
        outer = sorted((other for other in near if _inside(act, other)), key=lambda other: (-_size(other), other.cue))
        via = chain((*outer, act), None, read.document.outlet)
        quote = Span(parts[0].start, parts[-1].end)
        if via and quote.covers(parts[0]):
            yield Mention(TextClaim(words), quote, parts[0], via, evidence=(Evidence("via", act.kind, act.cue),))


def _trimmed(span: Span, text: str) -> Span | None:
    """Return the stretch without the commas and dashes at its ends, None where nothing is left."""
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip(_MARGIN))
    end = span.start + len(said.rstrip(_MARGIN))
    return Span(start, end) if start < end else None


def _near(act: Reported, told: Sequence[Reported], read: Annotated) -> list[Reported]:
    """Return the other acts that share a sentence with the cue or the content of `act`."""
    places = (act.cue, *act.content)
    indexes = {index for span in places if (index := read.index_at(span.start)) is not None}
    beside = {id(other) for index in indexes for other in read.acts_at(index)}
    return [other for other in told if id(other) in beside and other is not act]


def _inside(act: Reported, outer: Reported) -> bool:
    """Tell whether `outer` reports `act`: its content holds the other's cue, or is the same and it is the outer."""
    first, last = ((one.kind == "according", one.cue) for one in (outer, act))
    return any(span.covers(act.cue) for span in outer.content) or (act.content == outer.content and first < last)


def _holds(parts: Sequence[Span], known: Sequence[Mention]) -> bool:
    return any(part.overlaps(mention.figure) for part in parts for mention in known)


def _size(act: Reported) -> int:
    return max(span.end - span.start for span in act.content)
