"""For whom people without a name deny a report: "a person close to Acme", "an Acme insider"."""

import re

from kg.extract.rules.reporting.agents import Speakers
from kg.extract.rules.responses.spokespeople import BODIES
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity, Span

_CLOSE_TO = Construction(r"\b{sources:people}\s{sources:inside}\s(?:the\s)?\Z", re.IGNORECASE)
_INSIDER = Construction(r"(?:['’]s?)?\s(?:\w+\s)?{sources:insider}\b", re.IGNORECASE)


def stood_for(speakers: Speakers, phrase: Span | None) -> tuple[Entity, ...]:
    """Return the body that unnamed people are close to or a part of, whose denial theirs is taken for."""
    for name in speakers.named(phrase) if phrase else ():
        if phrase is None or name.entity.kind not in BODIES or name.how == "group":
            continue
        near = _CLOSE_TO.search(speakers.text, phrase.start, name.span.start)
        if near or _INSIDER.match(speakers.text, name.span.end, phrase.end):
            return (name.entity,)
    return ()
