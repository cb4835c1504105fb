"""Places that a figure is about where nobody else is: "Freedonia sold 40 ships"."""

import re

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.terms import facts
from kg.extract.rules.references.descriptions import place_words
from kg.extract.rules.subjects import roles
from kg.extract.rules.subjects.candidates import CONTRAST, PART_OF
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.tail import window
from kg.lexicon.names import registry
from kg.lexicon.wordlists import concept_of
from kg.model import Span

_EXPORTS = re.compile(r"\b[Ee]xports\s(?:of\s[\w\s-]{1,30}\s)?from\s(?:the\s)?\Z")
_SOMEBODY = re.compile(r"\b(?:[Ii]ts?|[Tt]heir|[Tt]hey|[Ww]e|[Oo]ur|[Hh]e|[Hh]is|[Ss]he)\b")
_DATELINE = re.compile(r"[A-Z]{4}")
_IN = re.compile(r"(?:\s(?!and\b|but\b|of\b)[\w.-]+){0,8}?\s(?:in|across)\s(?:the\s)?")
_PLACE, _LEADS = "Place", frozenset({roles.SUBJECT, roles.POSSESSOR})
_THE = "The "
_ACTORS = frozenset({"Company", "Product", "Chip", "Organization", "Person"})
_CONTRASTED = re.compile(r"[,;]\s(?:while|whereas|but|and)\s|\bfrom\s(?:the\s)?(?:[a-z]+\s)?[a-z]+s\s")
_OWNS_OR_DOES = Construction(
    r"['’]s\s(?:[\w-]+\s){1,5}?{_VERB}|\s(?!(?:saw|sees|{result-of-part})\b){_VERB}".replace(
        "{_VERB}", r"(?:{grammar:auxiliary}|{grammar:be}|{grammar:modal}|{grammar:finite}|[a-z]{3,}(?:ed|(?<!s)s))\b"
    )
)
"""What makes a place one who acts, or whose something does: "Freedonia makes", "Freedonia's output reached"."""


def land(figure: Figure, sentence: Span, measure: str, read: Annotated) -> Chosen | None:
    """Return the place of which it is told, where the text is about nobody: "Freedonia sold 40 ships".

    What a place "accounts for" is a part of somebody's, who need not be named.
    """
    kinds = facts(measure).get("subjectKind", ())
    if (kinds and _PLACE not in kinds) or PART_OF.search(read.text, *window(figure.span.start)):
        return None
    lead = read.text[sentence.start : figure.span.start]
    if _SOMEBODY.search(lead):
        return None
    named = (name for name in read.within(read.names, sentence) if name.entity.kind == _PLACE)
    places = [name for name in named if not _DATELINE.match(name.span.of(read.text))]
    before = [name for name in places if name.span.end <= figure.span.start]
    for name in before[-1:]:
        apart = CONTRAST.search(read.text, name.span.end, figure.span.start)
        leads = roles.role(read.text, name, sentence.start, sentence.end) in _LEADS
        if not apart and (leads or _EXPORTS.search(read.text, *window(name.span.start))):
            return Chosen(name.entity, "place", name.span)
    behind = next((name for name in places if name.span.start >= figure.span.end), None)
    if behind is not None and _IN.fullmatch(read.text, figure.span.end, behind.span.start):
        return Chosen(behind.entity, "place", behind.span)
    return _nation(lead) if kinds == (_PLACE,) else None


def acts_alone(figure: Figure, sentence: Span, measure: str, read: Annotated) -> Chosen | None:
    """Return the place that opens the sentence and acts in it, whoever was told of before: "Freedonia makes 60% of".

    Nobody else is named up to the figure, and no "its" refers back.
    """
    before = read.within(read.names, Span(sentence.start, figure.span.start))
    first = before[0] if before else None
    if first is None or first.entity.kind != _PLACE or first.span.start - sentence.start > len(_THE):
        return None
    kinds = facts(measure).get("subjectKind", ())
    others = any(name.entity.kind in _ACTORS for name in before)
    if others or (kinds and _PLACE not in kinds) or _SOMEBODY.search(read.text, sentence.start, figure.span.start):
        return None
    if PART_OF.search(read.text, *window(figure.span.start)):
        return None
    does = _OWNS_OR_DOES.match(read.text, first.span.end, figure.span.start)
    if does is None or any(word in concept_of("nouns") for word in does[0].lower().split()):
        return None  # "Freedonia's largest bank earned"
    apart = _CONTRASTED.search(read.text, first.span.end, figure.span.start)
    return None if apart else Chosen(first.entity, "place", first.span)


def _nation(lead: str) -> Chosen | None:
    """Return the country whose adjective stands before what only countries have: "German inflation rose to"."""
    known = registry()
    for word in reversed(lead.split()):
        slugs = place_words(known).get(word, ())
        if len(slugs) == 1:
            return Chosen(known.entities[slugs[0]], "nation")
    return None
