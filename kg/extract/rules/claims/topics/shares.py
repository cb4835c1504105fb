"""Whose share a sentence is about that names nobody: "The stock has lost 9%", "Shares fell 4%"."""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Name
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.measures.terms import facts
from kg.extract.rules.references.headings import heads
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.constructions import Construction

_LATELY = 3
"""How many sentences the shares that a text told of are kept in mind."""
_SHARES_OPEN = Construction(
    r"(?:(?:[Tt]he|[Ii]ts)\s)?(?i:{dealt-in})"
    r"(?:\s(?:is|are|was|were|has|have|had|will|would|could|{grammar:finite}|\w+ed)\b|,\s(?:which|already)\s)"
)
"""What opens a sentence about a share whose company was named before: "Shares have lost 9%"."""
_OWNED = Construction(r"['’]s?\s(?:[a-z-]+\s){0,2}?{dealt-in}\b")
_OF = Construction(r"\b(?i:{dealt-in})\s(?:of|in)\s(?:the\s)?(?:[a-z-]+\s){0,3}\Z")
_BACK = 40


def share_told(case: Case, story: Story) -> Chosen | None:
    """Return whose shares were told of last, for "the stock" and "the shares" of the sentences that follow."""
    if "dayPeriod" not in case.facts:
        return None
    if headed := _headed(case, story.read):
        return Chosen(headed.entity, "share-told", headed.span)
    lately = [one for one in story.told if one.subject is not None and case.index - one.sentence <= _LATELY]
    shares = next((one for one in reversed(lately) if "dayPeriod" in facts(one.reading.measure)), None)
    if (shares is None or shares.sentence < case.index - 1) and (spoken := _spoken_of(case, story.read)):
        return Chosen(spoken.entity, "share-told", spoken.span)
    if shares is None:
        return None
    since = [one for one in lately if one.sentence > shares.sentence and one.subject and one.subject.kind == "Company"]
    last = since[-1] if since else shares
    return Chosen(last.subject, "share-told", last.figure.span)


def _headed(case: Case, read: Annotated) -> Name | None:
    """Return the company that is the heading right above a sentence about shares: "Acme" over "Shares fell 4%"."""
    before = read.sentences[case.index - 1] if case.index else None
    if before is None or not before.headline or not _SHARES_OPEN.match(read.text, case.sentence.start):
        return None
    named = read.within(read.names, before.span)
    alone = len(named) == 1 and named[0].entity.kind == "Company" and heads(named[0], before.span, read.text)
    return named[0] if alone else None


def _spoken_of(case: Case, read: Annotated) -> Name | None:
    """Return the one company whose share the sentence before speaks of: "Acme's stock is on a tear. The shares ..."."""
    if not case.index or not _SHARES_OPEN.match(read.text, case.sentence.start):
        return None
    before = read.sentences[case.index - 1]
    if before.headline or before.paragraph != read.sentences[case.index].paragraph:
        return None
    named = [name for name in read.within(read.names, before.span) if name.entity.kind == "Company"]
    dealt = [name for name in named if _is_dealt_in(name, read.text)]
    return dealt[0] if len({name.entity for name in dealt}) == 1 else None


def _is_dealt_in(name: Name, text: str) -> bool:
    start, end = name.span.start, name.span.end
    return _OWNED.match(text, end) is not None or _OF.search(text, max(0, start - _BACK), start) is not None


def share_of(topic: Chosen, case: Case, read: Annotated) -> Chosen | None:
    """Return the topic, where a sentence opens with shares of nobody that it names: "Shares have lost 9%"."""
    opens = "dayPeriod" in case.facts and _SHARES_OPEN.match(read.text, case.sentence.start)
    return topic if topic.entity and opens else None
