"""Headlines name their source at an end: "Acme to cut 900 jobs - FT By Investing.com", "FT: Acme to cut 900 jobs"."""

import re

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.subjects.bystanders import watches
from kg.extract.rules.text.constructions import Construction
from kg.model import Span, Step

_DASH = re.compile(r"\s*[-–—]+\s*\Z")
_REPORTS = Construction(r"\s*[-–—:,]*\s*{crediting}?\s*(?:[Bb]y\s+\S.*)?\Z")
_COLON = re.compile(r":\s(?:[Tt]he\s)?\Z")
_ENDS = Construction(r"\s*(?:{crediting})?\s*\Z")
_BY = Construction(r"\s*(?:{crediting}|[Bb]y\s+\S)")
_LEADS = re.compile(r"\s*:\s")


def credit(figure: Span, headline: Span, read: Annotated) -> tuple[Step, ...]:
    """Return the outlet that the headline credits, as a chain of one step or none.

    An outlet behind a dash is the source if more follows it or the document has another publisher; alone at the end of
    a page title it is the publisher itself. An outlet before a colon, or behind one at the end, is the source.
    """
    for name in read.within(read.names, headline):
        if not (name.entity.kind == "Outlet" or watches(name.entity)) or name.entity.name == read.document.outlet:
            continue
        behind = read.text[name.span.end : headline.end]
        if name.span.start == headline.start and name.span.end < figure.start and _LEADS.match(behind):
            return (Step((name.entity,), name.span),)
        if (
            name.span.start > figure.end
            and _ENDS.match(behind)
            and _COLON.search(read.text, figure.end, name.span.start)
        ):
            return (Step((name.entity,), name.span),)
        closes = _DASH.search(read.text, headline.start, name.span.start) and _REPORTS.fullmatch(behind)
        if closes and name.span.start > figure.end and (_BY.match(behind) or read.document.outlet):
            return (Step((name.entity,), name.span),)
    return ()
