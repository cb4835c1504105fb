"""Who gives a figure, told by phrases that are no verb of saying with a clause.

"Acme put sales at 40 million", "by Acme's count", "per Acme", "if Acme is right", "Acme's sources said", "an estimate
by Acme". What a phrase covers follows from where it stands: the figure it leads to, or the
clause it closes.
"""

import re
from collections.abc import Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import NAMED, Figure, Name
from kg.extract.rules.names.bodies import SPEAKERS
from kg.extract.rules.references.watchers import lends, stands_at, states, watches
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import word_start
from kg.model import Entity, Mention, Span, Step, Unnamed

_PUT = Construction(r"(?:,[^,;.]{1,40},)?\s(?:had\s|has\s|have\s|would\s)?(?:also\s|now\s|once\s)?{placing}\s")
_REVISES = Construction(
    r"(?:,[^;.]{2,60}?,|\s(?:of|at)\s[A-Z][\w&.]*(?:\s[A-Z]\w+){0,2})?\s(?:(?:has|had|also|now)\s){0,2}{revising|setting-target}\s"
    r"(?:his|her|their|its|the|a)\s(?:[\w-]+\s){0,3}?{target-noun|price-goal|outlook|expectation}\b[^;]*\s(?:to|at|from|of|by)\s(?:[a-z]+\s){0,2}"
)
"""What a person changes of their own view: "Ann Lee raised her price target for Acme to $9"."""
_BY_COUNT = re.compile(r"\b(?:by|on|going by)\s(?:the\s)?\Z", re.IGNORECASE)
_COUNT = Construction(r"['’]s?\s(?:own\s|latest\s)?{notions:account}\b")
_IN_VIEW = re.compile(r"\bin\s(?:the\s)?\Z", re.IGNORECASE)
_VIEW = Construction(r"['’]s?\s(?:own\s|latest\s)?{viewpoint}\b")
_PLACED = Construction(r"\b(?:is|are|was|were|been|be)\s(?:\w+ly\s|now\s)?{placed}\s(?:\w+\s){0,3}\Z")
_BY = re.compile(r"(?:\s\w+){0,3}\sby\s(?:the\s)?\Z")
_PLACED_BY = Construction(r"\b{placed}\sby\s(?:the\s)?\Z")
_AT_AMOUNT = re.compile(r"(?:\s\w+){0,2}\s(?:at|to be)\s(?:\w+\s){0,2}\Z")
_SHOWN = Construction(r"\s(?:\w+\s)?{notions:account}\s{asserting|showing}\b")
_OWN_COUNT = Construction(r"\s{notions:account}\b")
_COUNT_OF = Construction(r"(?:['’]s?)?\s(?:[a-z-]+\s){0,2}{notions:account}\s(?:of|at)\s(?:[a-z]+\s){0,3}")
_PER = Construction(r"(?:[,(–—-]\s?(?:per|via)|[,”’—–-]\s{asserting-now})\s(?:the\s)?\Z")
_IF = re.compile(r"\bif\s(?:the\s)?\Z")
_RIGHT = Construction(r"\s(?:is|are)\s{correct}\b")
_SOURCES = Construction(r"['’]s?\s(?:own\s)?{informant}\s{asserting}\b")
_STORY = Construction(r"\s{press-item}\s(?:which\s|that\s)?{asserting}?\s?that\b")
_TO = Construction(r"\b{divulging}\s(?:it\s)?to\s(?:the\s)?\Z")
_BEFORE_COLON = Construction(r"\s(?:{asserting}(?:\s(?:in|on|last)\s\w+)?:|(?:has\s|had\s)?{hearing}\b)")
_SAME_REPORT = Construction(
    rf"{word_start('the', 'that', 'this', 'told')}"
    r"(?:(?<!told)\s(?:\w+\s)?{sources:publication}(?:['’]s\s{informant})?\s(?:also\s|had\s)?{asserting|placing|quoting}"
    r"|(?<=told)\sthe\s{sources:publication})\b"
)
_SAME_PEOPLE = Construction(r"\b(?:[Tt]he|one\sof\sthe|two\sof\sthe)\s(?:{sources:people})\s(?:also\s)?{asserting}\b")
"""What goes on with those whom an outlet has just cited."""
_OFFICERS = Construction(
    r"['’]s?\s(?:[a-z-]+\s){0,2}(?:chief\s\w+(?:\s\w+)?|{management|office-holder})(?:\s[A-Z]\w+){0,2}\s{asserting}\b"
)
_ACT = Construction(r"(?:['’]s?)?\s(?:[a-z]+ly\s|now\s|also\s)?{surveying|analyst|notions:account}\b")
_DOUBTS = Construction(r";|,\s(?:while|whereas|but|although|though)\s|\b{doubting}\b")
_GIVES = Construction(
    r"\b{notions:account|analyst}\s(?:by|from|of|at|with)\s(?:the\s)?(?:[a-z]+\s){0,3}\Z", re.IGNORECASE
)
_COMPILED = Construction(
    r"\b(?:{analyst}|{notions:account}|{expectation}|{forecasts:noun})['’]?\s{polling}\sby\s(?:the\s)?\Z", re.IGNORECASE
)
"""What makes a firm behind it the one that gathers what others foresee: "estimates compiled by Acme"."""
_GATHERED = Construction(r",?\s{polling}\sby\s(?:the\s)?")
_RATHER = Construction(r";|\b(?:{comparison|surpassing|outstripping|beside-mark}|vs\.?)\s")
"""What parts a result from the one that it is held against."""
_ASKED_IN = Construction(
    r"\b(?:{analyst|expectation|average}|{foreseers}|{forecasts:noun|forecasts:verb})(?:\s[a-z]+){0,2}\s(?:in|by|from)\s(?:an?|the)\s\Z"
)
_POLL_GIVES = Construction(
    r"(?:['’]s?)?\s(?:[a-z]+\s){0,2}?{poll}(?:\s(?:of|with)\s(?:\d+\s)?[a-z]+)?\s"
    r"(?:(?:had|have|has|was|were|is|are)\s)*(?:(?:{forecasts:verb})\s[^;,.]{0,60}|(?:for|at|of)\s(?:an?\s)?)?(?:[a-z]+\s)*"
)
"""What leads from the views that a paper has asked for to the figure: "analysts in an Acme poll had forecast a"."""
_HELD_TO = Construction(
    r"\b(?:{comparison|surpassing|conforming|beside-mark|over-mark}|vs\.?)"
    r"(?:\s(?:the|an?))?(?P<view>(?:\s(?:{foreseers|analyst}['’]?s?|{expectation|average}|of|for))*)\s\Z"
)
_THAT = re.compile(r"(?:\s[a-z-]+){0,2}?(?:\s(?:that|which))?\s(?:the\s)?")
_HAD_FORETOLD = Construction(r"(?:\s{analyst})?\s(?:(?:had|has|have)\s)?(?:[a-z]+ly\s)?{forecasts:verb}\b")
_BACK, _AHEAD, _VIEWED = 40, 60, 120
_VIEWS_BY = Construction(
    r"(?:\s[\w’'-]+){0,5}?\s(?:{analyst|expectation|average}|{foreseers}|{forecasts:noun})['’]?"
    r"(?:\s(?!and\b|but\b)[\w’'-]+){0,5}?,?\s{polling}\sby\s(?:the\s)?"
)
_VIEWS_FROM = Construction(
    r"\s(?:[a-z-]+\s)?(?:{expectation|average}|{forecasts:noun})\s(?:from|by)\s(?:the\s)?", re.IGNORECASE
)
"""What makes who stands behind it the one whose view a result is held against: "below the 9% forecast by Acme"."""
_VIEWS_IN = Construction(
    r"(?:\s[\w’'-]+){0,5}?\s(?:{analyst|expectation|average}|{foreseers}|{forecasts:noun|forecasts:verb})['’]?"
    r"(?:\s(?!and\b|but\b)[\w’'-]+){0,5}?,?\s(?:in|from|by|of)\s(?:an?|the|its)\s(?:[a-z]+\s)?"
)
_POLL = Construction(r"(?:['’]s?)?\s(?:[a-z]+\s){0,2}?{poll}\b")
"""What leads from a result that another is held against to those who gathered views of it."""
_HELD_AGAINST = Construction(r"\b(?:{comparison|surpassing|beside-mark|over-mark})\s(?:the\s|an?\s)?\Z")
_VIEW_OF = Construction(
    r"(?:['’]s?)?\s(?:[\w-]+\s){0,3}?(?:{forecasts:noun|expectation|outlook})(?:\s(?:of|for|at))?(?:\s[a-z-]+){0,4}?\s",
    re.IGNORECASE,
)
"""What leads from whose view it is to the figure: "'s consensus estimate of", " SmartEstimate projections of"."""


def same_report(sentence: Span, mentions: Sequence[Mention], read: Annotated) -> tuple[Step, ...]:
    """Return the outlet last credited where the sentence goes on with its report ("the paper added")."""
    if not mentions:
        return ()
    outlet, *inner = mentions[-1].via or (None,)
    unnamed = bool(inner) and all(isinstance(agent, Unnamed) for agent in inner[-1].agents)
    if outlet and unnamed and _SAME_PEOPLE.search(read.text, sentence.start, sentence.end):
        return (outlet,)
    if not _SAME_REPORT.search(read.text, sentence.start, sentence.end):
        return ()
    for mention in reversed(mentions):
        for step in mention.via:
            if any(isinstance(agent, Entity) and agent.kind == "Outlet" for agent in step.agents):
                return (step,)
    return ()


def placing(figure: Figure, sentence: Span, read: Annotated) -> tuple[Step, ...]:
    """Return the one step of the phrase in `sentence` that says who gives `figure`, none where no phrase does."""
    for name in read.within(read.names, sentence):
        if (
            name.entity.kind in SPEAKERS
            and not name.span.overlaps(figure.span)
            and _gives(name, figure, sentence, read)
        ):
            return () if name.entity.name == read.document.outlet else (Step((name.entity,), name.span),)
    watcher = _watched(figure, sentence, read)
    return (Step((watcher.entity,), watcher.span),) if watcher else ()


def view(figure: Figure, sentence: Span, read: Annotated) -> tuple[Step, ...]:
    """Return whose view a result is held against: "beating Acme's consensus estimate of $4 billion".

    Or who gathered the views: "above the $4 billion forecast by analysts in an Acme poll"; or who foretold it: "fewer
    than the 900 that Acme had expected".
    """
    for name in read.within(read.names, Span(sentence.start, max(sentence.start, figure.span.start))):
        held = name.entity.kind in SPEAKERS and _HELD_AGAINST.search(read.text, sentence.start, name.span.start)
        if held and _VIEW_OF.fullmatch(read.text, name.span.end, figure.span.start):
            return (Step((name.entity,), name.span),)
    ahead = Span(figure.span.end, min(sentence.end, figure.span.end + _VIEWED))
    held = _HELD_TO.search(read.fold, sentence.start, figure.span.start)
    if held is None:
        return ()
    for name in read.within(read.names, ahead):
        between = Span(figure.span.end, name.span.start).of(read.text)
        behind = read.text[name.span.end : sentence.end]
        foretold = name.how in NAMED and _THAT.fullmatch(between) and _HAD_FORETOLD.match(behind)
        if name.entity.kind in SPEAKERS and (foretold or _gathers(held["view"] + between, behind)):
            return () if name.entity.name == read.document.outlet else (Step((name.entity,), name.span),)
    return ()


def _gathers(between: str, behind: str) -> bool:
    """Tell whether a name behind a figure is whose poll or gathering of views it comes from."""
    if _VIEWS_BY.fullmatch(between) or _VIEWS_FROM.fullmatch(between):
        return True
    return _VIEWS_IN.fullmatch(between) is not None and _POLL.match(behind) is not None


def _watched(figure: Figure, sentence: Span, read: Annotated) -> Name | None:
    """Return the only firm that counts or rates others and is named in the sentence as one that gives something."""
    names = [
        name for name in read.within(read.names, sentence) if watches(name.entity) and name.entity.kind in SPEAKERS
    ]
    held = (
        names
        and names[0].span.start > figure.span.end
        and _HELD_AGAINST.search(read.text, figure.span.end, names[0].span.start)
    )
    if held:
        return None
    if len({name.entity for name in names}) != 1 or names[0].span.overlaps(figure.span):
        return None
    name = names[0]
    if _surpassed(figure, name, read):
        return None
    between = Span(min(name.span.end, figure.span.end), max(name.span.start, figure.span.start)).of(read.text)
    acts = _ACT.match(read.text, name.span.end) or _GIVES.search(read.text, sentence.start, name.span.start)
    return name if acts and not _DOUBTS.search(between) else None


def _surpassed(figure: Figure, name: Name, read: Annotated) -> bool:
    """Tell whether only what a figure is held against is the firm's: "earned $4bn, below the $5bn in an Acme poll"."""
    between = read.within(read.figures, Span(figure.span.end, max(figure.span.end, name.span.start)))
    return bool(between) and _RATHER.search(read.text, figure.span.end, between[-1].span.start) is not None


def _gives(name: Name, figure: Figure, sentence: Span, read: Annotated) -> bool:
    """Tell whether the words around a name make it the one who gives the figure, before it or behind."""
    text = read.text
    before = text[max(sentence.start, name.span.start - _BACK) : name.span.start]
    behind = text[name.span.end : min(sentence.end, name.span.end + _AHEAD)]
    if name.span.end <= figure.span.start:
        return _leads(name, before, behind, figure, read)
    if _COMPILED.search(before) or _GATHERED.fullmatch(text, figure.span.end, name.span.start):
        between = (text, figure.span.end, name.span.start)
        return _RATHER.search(*between) is None and _DOUBTS.search(*between) is None
    if any(
        other.span.start > figure.span.end
        for other in read.within(read.figures, Span(figure.span.end, name.span.start))
    ):
        return False
    beside = text[figure.span.end : name.span.start] == " " and _OWN_COUNT.match(behind)
    closes = beside or _PER.search(before) or (_RIGHT.match(behind) and _IF.search(before)) or _TO.search(before)
    counted = (_COUNT.match(behind) and _BY_COUNT.search(before)) or (_VIEW.match(behind) and _IN_VIEW.search(before))
    by = _BY.fullmatch(text, figure.span.end, name.span.start)
    placed = by and _PLACED.search(text, sentence.start, figure.span.start)
    shown = before.rstrip().endswith(",") and _SHOWN.match(behind)
    return bool(
        closes
        or counted
        or placed
        or shown
        or _SOURCES.match(behind)
        or _OFFICERS.match(behind)
        or _BEFORE_COLON.match(behind)
    )


def _leads(name: Name, before: str, behind: str, figure: Figure, read: Annotated) -> bool:
    """Tell whether the phrase stands before the figure and leads to it."""
    if (_COUNT.match(behind) and _BY_COUNT.search(before)) or _OFFICERS.match(behind):
        return True
    if (_VIEW.match(behind) and _IN_VIEW.search(before)) or _is_view(name, figure, read):
        return True
    between = (read.text, name.span.end, figure.span.start)
    if (_PLACED_BY.search(before) and _AT_AMOUNT.fullmatch(*between)) or (
        _ASKED_IN.search(before) and _POLL_GIVES.fullmatch(*between)
    ):
        return True
    if _COUNT_OF.fullmatch(read.text, name.span.end, figure.span.start):
        return True
    if _STORY.match(behind) or _SOURCES.match(behind) or (_RIGHT.match(behind) and _IF.search(before)):
        return True
    return _PUT.match(behind) is not None and _reaches(Span(name.span.end, figure.span.start), read)


def _is_view(name: Name, figure: Figure, read: Annotated) -> bool:
    """Tell whether the figure is what somebody is at, is called their number, or a person revised a view to it."""
    foretells, person = _foretells(name), name.entity.kind == "Person"
    stated = states(name.span, read.text) if foretells or person or name.entity.kind == "Outlet" else None
    for amount in (stated, stands_at(name.span, read.text) if foretells else None):
        if amount is not None and figure.span.start <= amount < figure.span.end:
            return True
    return person and _REVISES.fullmatch(read.text, name.span.end, figure.span.start) is not None


def _foretells(name: Name) -> bool:
    return lends(name.entity) or watches(name.entity)


def _reaches(between: Span, read: Annotated) -> bool:
    """Tell whether "put ... at" leads to the figure: "at" stands before it or before one that it is joined to."""
    words_between = between.of(read.text)
    return bool(re.search(r"\b(?:at|to)\b", words_between)) and not re.search(
        r"[;]|,\s(?:while|but|and\s[A-Z])", words_between
    )
