"""Whom the figures of a list are about: the one that the line above announces, else whom the text is about."""

import re

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.measures.terms import ancestors, facts
from kg.extract.rules.subjects.bystanders import stands_by
from kg.extract.rules.subjects.subject_roles import UNKNOWN, Chosen
from kg.lexicon.wordlists import words
from kg.model import Entity, Span

_CLOSING = "\"”’')] "
_ITEMS = 9
"""How many items back the sentence that announces a list is looked for."""
_ITEM = re.compile(r"\s*(?:[•*·–-]\s+\S|(?:[•*·–-]|\d+[.)]\s)?[A-Z][\w ,’'&()-]{1,60}(?:[:–-]|\swas\s)\s)")
_BULLET = re.compile(r"\s*[•*·–-]\s")


def listed(case: Case, story: Story) -> Chosen:
    """Return the company of the sentence that announces a list: "This is how Acme did: • Revenue: $9 million".

    Results listed behind a line that names nobody are those of whom the text is about.
    """
    read = story.read
    for index in range(case.index, max(-1, case.index - _ITEMS), -1):
        sentence = read.sentences[index].span
        printed = sentence.of(read.text).rstrip()
        above = index < case.index
        if above and printed.endswith(":"):
            named = [name for name in read.within(read.names, sentence) if name.entity.kind == "Company"]
            own = [name for name in named if not stands_by(name.entity, read)]
            return Chosen(own[0].entity, "listed", own[0].span) if own else _own_results(case, sentence, story)
        if not _ITEM.match(printed):
            apart = read.sentences[index].headline or _BULLET.match(case.sentence.of(read.text))
            return _own_results(case, sentence, story) if above and apart else UNKNOWN
    return UNKNOWN


def _own_results(case: Case, above: Span, story: Story) -> Chosen:
    """Return the company that the text is about where the figure is one of its results, and no market's."""
    topic = story.topic
    if topic is None or topic.kind != "Company" or not _is_result(case):
        return UNKNOWN
    of_market = not words("notions", "field").isdisjoint(words_of(above, story.read))
    told = not of_market and named_before(topic, case, story.read)
    return Chosen(topic, "topic") if told else UNKNOWN


def _is_result(case: Case) -> bool:
    """Tell whether the measure, or a broader one, is one of a stretch of time, as results are."""
    return any("perPeriod" in facts(code) for code in (case.code, *ancestors(case.code)))


def named_before(entity: Entity, case: Case, read: Annotated) -> bool:
    """Tell whether the text names somebody before the figure."""
    return any(name.entity == entity for name in read.within(read.names, Span(0, case.figure.span.start)))


def words_of(span: Span, read: Annotated) -> set[str]:
    """Return the words of a stretch in lower case, plurals also as singulars."""
    printed = {word.strip(_CLOSING + ",.:") for word in span.of(read.fold).split()}
    return printed | {word.removesuffix("s") for word in printed}
