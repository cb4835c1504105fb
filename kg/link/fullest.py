"""Which passages of one document print one figure, and which of them tells most about it.

A headline prints a figure barely, the body with its source, bound and period. They are one: the fullest passage is what
others restate and what the rest of the document repeats. Passages of different sources stay apart, for each is an
origin of its own.
"""

from collections.abc import Iterable, Mapping

from kg.link.amounts import shared
from kg.link.records import Figure

_BY = "by-"
_End = tuple[str, ...]


def fullest(figures: Iterable[Figure]) -> Mapping[str, Figure]:
    """Return mention -> the fullest passage of its document with the same figure, often itself."""
    blocks: dict[tuple[str, str | None, str], list[Figure]] = {}
    for figure in figures:
        blocks.setdefault((figure.document, figure.subject, figure.measure), []).append(figure)
    found: dict[str, Figure] = {}
    for block in blocks.values():
        heads: list[Figure] = []
        for figure in sorted(block, key=_bareness):
            head = next((head for head in heads if one(head, figure)), figure)
            found[figure.mention] = head
            if head is figure:
                heads.append(figure)
    return found


def one(head: Figure, figure: Figure) -> bool:
    """Tell whether two passages about one subject and measure print one figure.

    Their amounts overlap, nothing that both of them give differs, and they rest on the same source. What the figure is
    said to be (planned, actual) may differ: headlines shorten.
    """
    if shared(head.amounts, figure.amounts) not in ("same", "overlapping"):
        return False
    pairs = ((head.scope, figure.scope), (_when(head), _when(figure)), (_end(head), _end(figure)))
    return all(first == second or not first or not second for first, second in pairs)


def _bareness(figure: Figure) -> tuple[bool, bool, bool, bool, int, int, str]:
    """Sort by what a passage leaves out: source, bound, period, scope, conversions; then by place."""
    bounded = any(amount.low is None or amount.high is None for amount in figure.amounts)
    left_out = (not figure.chain, not bounded, figure.period is None, figure.scope is None)
    return (*left_out, -len(figure.amounts), figure.start, figure.mention)


def _when(figure: Figure) -> str | None:
    """Return the period, "by 2025" as 2025: inside one document the two are one period, loosely put."""
    return None if figure.period is None else figure.period.rpartition("/")[2].removeprefix(_BY)


def _end(figure: Figure) -> _End:
    """Return what a stated chain rests on: the last report it cites, a named speaker, or people without a name."""
    if not figure.chain:
        return ()
    if figure.cited:
        return ("report", figure.cited[-1])
    agents = figure.chain[-1].agents
    return ("people",) if any("/source/" in agent for agent in agents) else ("speaker", *agents)
