"""Pronouns of a clause that hangs on another: "it" of what somebody says, "its" of what they do besides.

"Acme fell after Beta told investors that it would leave", "Beta's announcement that it would leave", "Acme lost the
rights to Beta, and Gamma sold 9 million discs, bringing its total to 40 million".
"""

import re
from collections.abc import Iterator, Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.references.bound import ASIDE, THINGS, TRIED, leads, of_sentence
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.model import Entity

_WHEN = (
    r"(?:(?:on|in|late|early|earlier|last|this|that)\s){0,3}(?:{weekdays:*|months:*|time-nouns:*})"
    r"(?:\s(?:19|20)\d\d)?\s"
)
_SAYS = (
    r"(?:(?:\s\([^()]{1,30}\))?,\s(?:which|who))?\s(?:(?:[a-z]+ly|also|has|had|later|first)\s|"
    + _WHEN
    + r"){0,2}(?:{verbs:saying}|told\s(?:[A-Za-z]+\s){0,2}[A-Za-z]+)\s(?:"
    + _WHEN
    + r"|(?:in|at|during)\s(?:an?|the|its)\s(?:[a-z]+\s)?{grammar:setting}\s){0,2}(?:that\s)?"
)
_SAYS_OF = Construction(_SAYS)
"""What leads from who speaks to "it": "Acme said on Monday that it", "a rival of Acme, which announced in May it"."""
_UNNAMED_SAYS = Construction(
    r"(?:The|An?)\s(?:[a-z’'-]+\s){0,2}?(?:{nouns:authority|nouns:body|nouns:research|state-body})"
    + _SAYS
    + r"(?P<it>it)\b"
)
"""What opens a sentence of a body without a name that says something of "it", no company's: "The watchdog said it"."""
_WHAT_IT_SAYS = Construction(r"['’]s?\s(?:[a-z-]+\s){0,2}?{telling-of-itself}\s(?:" + _WHEN + r")?that\s")
_THEN = re.compile(r"[^,;:.()“”\"]{0,50},\s(?:when|at\swhich\spoint)\s")
_OF_THEN = Construction(
    r"(?:(?:This|That|It|The\s[a-z-]+)\s(?:[a-z]+\s){1,3}?(?:an?|the)\s[^,;:.]{2,40}?\sfor"
    r"|[^,;:]*\b(?:{relation-cues:taking-over}|{laid-out}\s[^,;:]{2,30}\sfor))\s(?:the\s)?(?:[a-z-]+\s){0,3}"
)
"""What leads to whom a time is of: "It is a jump for Acme from May, when it", "bought Acme in May, when it"."""
_ACCOMPANIED = re.compile(r",\s(?P<doing>[a-z]+ing)\s(?:[a-z]+\s){0,2}\Z")
_CLAUSE = re.compile(r"(?:[^,;:!?()\n“”\"—–.]|[.,](?=\d))*")
"""What may stand between who acts and what they do besides: no mark but those of numbers."""
_RELATIVE = re.compile(r",\swhich\s")
_BACK = 60


def speaks_of_itself(pronoun: re.Match[str], text: str, before: Sequence[Name]) -> Entity | None:
    """Return who says something of "it": "Acme said it grew", "rose on news from Beta, which said that it would"."""
    last = before[-1] if before else None
    if pronoun[0].lower() != "it" or last is None or last.entity.kind not in THINGS or last.how == "pronoun":
        return None
    gap = last.span.end, pronoun.start()
    if _SAYS_OF.fullmatch(text, *gap) is None and _WHAT_IT_SAYS.fullmatch(text, *gap) is None:
        return None
    between = text[before[-2].span.end : last.span.start] if len(before) > 1 else None
    apart = between is None or len(between) > len(" & ") or between.startswith(("'", "’"))  # else one name, read as two
    return last.entity if apart else None


def of_unnamed_speaker(sentence: int, text: str, before: Sequence[Name]) -> int | None:
    """Return where "it" is somebody without a name who speaks of itself: "The watchdog said it closed 900 cases".

    `before` are the names so far, of which none is in the sentence; None where it opens otherwise.
    """
    if before and before[-1].span.end > sentence:
        return None
    found = _UNNAMED_SAYS.match(text, sentence)
    return found.start("it") if found else None


def of_that_time(pronoun: re.Match[str], sentence: int, text: str, before: Sequence[Name]) -> Entity | None:
    """Return of whom a sentence tells a time before: "This is a jump for Acme from May, when it was valued at"."""
    last = before[-1] if before and before[-1].span.start >= sentence else None
    if last is None or pronoun[0].lower() != "it" or last.entity.kind not in THINGS:
        return None
    if _THEN.fullmatch(text, last.span.end, pronoun.start()) is None:
        return None
    return last.entity if _OF_THEN.fullmatch(text, sentence, last.span.start) else None


def does_besides(pronoun: re.Match[str], sentence: int, text: str, before: Sequence[Name]) -> Entity | None:
    """Return who does what "its" is an object of besides: the subject of the clause that a participle hangs on."""
    if pronoun[0] != "its":
        return None
    found = _ACCOMPANIED.search(text, max(sentence, pronoun.start() - _BACK), pronoun.start())
    if found is None or found["doing"] in grammar().preposition:
        return None
    return next(_subjects(sentence, found.start(), text, before), None)


def _subjects(sentence: int, end: int, text: str, before: Sequence[Name]) -> Iterator[Entity]:
    """Yield those who act in the last clause up to `end`, the nearest first."""
    for name in reversed(of_sentence(before[-2 * TRIED :], sentence)):
        if name.span.end > end or name.entity.kind not in THINGS:
            continue
        related = _RELATIVE.match(text, name.span.end, end)
        if related is not None and _CLAUSE.fullmatch(text, related.end(), end):
            yield name.entity
        aside = ASIDE.match(text, name.span.end, end)
        at = aside.end() if aside else name.span.end
        if _CLAUSE.fullmatch(text, at, end) and leads(name.span.start, sentence, text, at):
            yield name.entity
