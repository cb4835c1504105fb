"""Headlines name their source at an end: "Acme to cut 900 jobs - FT By Investing.com", "FT: Acme to cut 900 jobs"."""

import re

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import SPEAKERS
from kg.extract.rules.references.watchers import watches
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Span, Step, Unnamed

_DASH = re.compile(r"\s*[-–—]+\s*\Z")
_REPORTS = Construction(r"\s*[-–—:,]*\s*{crediting}?\s*(?:[Bb]y\s+\S.*)?\Z")
_COLON = re.compile(r":\s(?:[Tt]he\s)?\Z")
_ENDS = Construction(r"\s*(?:{crediting})?\s*\Z")
_BY = Construction(r"\s*(?:{crediting}|[Bb]y\s+\S)")
_LEADS = re.compile(r"\s*:\s")
_QUOTED = ("Outlet", "Person")
"""Whose name before a colon opens what they say: "FT: Acme to cut 900 jobs", "Ann Lee: Acme has 9 million users"."""
_CITING = ("speech", "according", "relayed")
_LAST = Construction(
    r"(?:\s?[-–—]+\s?|:\s|,\s)(?P<source>{sources:headlined}|[a-z]+\s{sources:headlined})(?:\s{crediting})?\s*\Z",
    re.IGNORECASE,
)
_FIRST = Construction(r"(?P<source>{sources:headlined}):\s", re.IGNORECASE)


def credit(figure: Span, headline: Span, read: Annotated) -> tuple[Step, ...]:
    """Return the outlet that the headline credits, or the people or paper without a name, as one step or none.

    An outlet behind a dash is the source if more follows it, the document has another publisher or the text below cites
    it; alone at the end of a page title it is the publisher itself. An outlet before a colon, or behind one at the end,
    is the source.
    """
    for name in read.within(read.names, headline):
        if name.entity.kind not in SPEAKERS or name.entity.name == read.document.outlet:
            continue
        behind = read.text[name.span.end : headline.end]
        if (
            name.span.start > figure.end
            and _ENDS.match(behind)
            and _COLON.search(read.text, figure.end, name.span.start)
        ):
            return (Step((name.entity,), name.span),)
        if not (name.entity.kind in _QUOTED or watches(name.entity)):
            continue
        if name.span.start == headline.start and name.span.end < figure.start and _LEADS.match(behind):
            return (Step((name.entity,), name.span),)
        closes = _DASH.search(read.text, headline.start, name.span.start) and _REPORTS.fullmatch(behind)
        told = _BY.match(behind) or read.document.outlet or _cited(name, headline, read)
        if closes and name.span.start > figure.end and told:
            return (Step((name.entity,), name.span),)
    return _unnamed(figure, headline, read)


def _cited(name: Name, headline: Span, read: Annotated) -> bool:
    """Tell whether the text below cites the outlet of a headline."""
    below = (act for act in read.reported if act.cue.start >= headline.end)
    return any(name.entity in act.agents and act.kind in _CITING for act in below)


def _unnamed(figure: Span, headline: Span, read: Annotated) -> tuple[Step, ...]:
    """Return the people or the paper that a headline names at an end: "Acme to cut 900 jobs: sources"."""
    found = _LAST.search(read.text, figure.end, headline.end) or _FIRST.match(read.text, headline.start, figure.start)
    if found is None:
        return ()
    people = found["source"].lower() in words("sources", "people")
    span = Span(*found.span("source"))
    return (Step((Unnamed(found["source"], None, "people" if people else "document"),), span),)
