"""Figures of a whole market, which are those of no company in it: "the phone market grew by 7%".

What is told of a market, an industry or of all the world's sales is told of none of the companies that a text is about.
"""

import re
from functools import cache

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.measures.terms import ancestors
from kg.extract.rules.subjects.bystanders import stands_by
from kg.extract.rules.subjects.candidates import SURE
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.matcher import Matcher
from kg.lexicon.wordlists import words
from kg.model import Entity, Span

_VERB = r"(?:is|are|was|were|has|have|had|will|would|could|{grammar:finite}|\w+ed)\b"
_NO_FORECAST = (
    r"(?!\s(?:(?:had|has|have)\s(?:been\s)?)?"
    r"(?:{outlook|expectation}|{forecasts:verb|forecasts:reporting|estimating})\b)"
)
_FIELD = Construction(
    r"(?:(?:In|For|During|Over)\s[^,;]{2,30},\s)?(?:[Tt]he\s)?(?:(?:[\w-]+\s){0,4}?{notions:field}"
    + _NO_FORECAST
    + r"|(?i:{worldwide})\s(?:[\w-]+\s){0,4}?[a-z]+"
    r"|(?!(?:Its|Their)\s)[A-Z][a-z-]+\s(?:(?!(?:its|their)\s)[\w-]+\s){0,6}?{worldwide-reach})"
    r"\s(?:(?:in|for)\s\w+\s)?" + _VERB
)
_DOES = r"\s(?:is|are|was|were|has|have|had|will|would|could|may|might|can|should|to|{grammar:finite}|\w+ed)\b"
"""What a market foresees is told of whom it is foreseen: "above the market forecast of $9 billion"."""
_OF_WHAT = r"(?:\s(?:for|in|of|on)\s(?:[\w’'-]+\s){0,2}?[\w’'-]+){0,2}?"
_CLAUSE = Construction(
    r"(?P<lead>\b(?!(?:the|an?)\s)[\w’'-]+\s|[,;:(–—]\s?|(?<=[.!?]\s)|(?<=\n)|\A)(?:the\s|an?\s)?"
    r"(?P<phrase>(?:(?!{grammar:preposition|grammar:determiner|verbs:saying}\s)[\w/’'&-]+\s){0,5}?{notions:field})"
    + _NO_FORECAST
    + _OF_WHAT
    + r"(?P<relative>,?\s(?:which|that)(?:\s(?:some\s|many\s)?{analyst}s?\s[a-z]+)?)?"
    + _DOES,
    re.IGNORECASE,
)
_WORLD = Construction(
    r"(?:\b(?:that|{verbs:saying}|{grammar:be}|{grammar:subordinator})\s|[,;:(–—]\s?|(?<=[.!?]\s)|(?<=\n)|\A)"
    r"(?:the\s)?(?P<phrase>{worldwide}\s(?:(?!(?:of|in|and|for|to|from|by|on)\s)[\w/’'&-]+\s){0,6}?[a-z]+)"
    + _OF_WHAT
    + _DOES,
    re.IGNORECASE,
)
_SPENT = Construction(
    r"(?:\b(?:that|{verbs:saying}|{grammar:subordinator})\s|[,;:(–—]\s?|(?<=[.!?]\s)|(?<=\n)|\A)"
    r"(?P<phrase>(?:(?:all|many|most|more|some)\s)?{spenders})"
    r"\s(?:(?:has|have|had|will|would|may|could|are|were|is|was|to)\s){0,2}{notions:spend}\b",
    re.IGNORECASE,
)
_TRADED = Construction(
    r"(?:\b(?:that|{verbs:saying}|{grammar:be}|{grammar:subordinator})\s|[,;:(–—]\s?|(?<=[.!?]\s)|(?<=\n)|\A)"
    r"(?P<phrase>(?:[\w-]+\s){0,2}?{notions:commodity}(?:\s{quoted}){1,2})" + _OF_WHAT + _DOES,
    re.IGNORECASE,
)
"""What is told of a price that no company sets: "Cocoa prices have doubled"."""
_BREAK = re.compile(r"[;:]|,\s(?:while|whereas|but|and|as|with)\s|\s(?:while|whereas|because|when)\s")
_ACTORS = frozenset({"Company", "Product", "Person", "Place"})
_SHARE = "market-share"


def opens_with_market(case: Case, read: Annotated) -> bool:
    """Tell whether the sentence opens with a whole market: "The phone market grew by 7%", "Global sales fell"."""
    return _FIELD.match(read.text, case.sentence.start, case.figure.span.start) is not None


def of_a_market(case: Case, found: Chosen, story: Story) -> bool:
    """Tell whether the figure's clause is about a market, whoever else the sentence names before it.

    "Acme said the chip market will reach $9 billion", "in the phone market, which fell by 4%". All the world's
    sales are a market's only where somebody else than a company of it tells of them.
    """
    read, start, end = story.read, case.sentence.start, case.figure.span.start
    named = {construction for _, _, construction in _naming().hits(read.fold, start, end)}
    sure = found.rule in SURE or (found.entity is not None and found.entity.kind == "Place")
    if not named or sure or _SHARE in (case.code, *ancestors(case.code)):
        return False
    if _WORLD in named and not _told_by_others(case, story):
        named.remove(_WORLD)
    return any(_heads(one, case, found, read) for known in named for one in known.finditer(read.text, start, end))


@cache
def _naming() -> Matcher[Construction]:
    """Match the words by which a market is named; without one no clause has a market as its subject."""
    named = (
        (("notions", "field"), _CLAUSE),
        (("semantic-fields", "worldwide"), _WORLD),
        (("semantic-fields", "spenders"), _SPENT),
        (("notions", "commodity"), _TRADED),
    )
    return Matcher({word: construction for code, construction in named for word in words(*code)})


def _heads(clause: re.Match[str], case: Case, found: Chosen, read: Annotated) -> bool:
    """Tell whether a market is the subject of the figure's clause: nobody acts and no clause opens in between."""
    phrase, figure = Span(*clause.span("phrase")), case.figure.span
    groups = clause.groupdict()
    lead = (groups.get("lead") or "").strip().lower()
    if lead in words("grammar", "preposition") and not groups.get("relative"):
        return False
    between = read.text[clause.end() : figure.start]
    if lead in words("grammar", "subordinator") and "," in between:
        return False
    if found.span is not None and found.span.start >= phrase.start:
        return False
    owned = Span(clause.start(), figure.start)
    acting = any(
        name.entity.kind in _ACTORS
        and not (groups.get("relative") and name.entity.kind == "Place" and phrase.covers(name.span))
        for name in read.within(read.names, owned)
    )
    return not acting and _BREAK.search(between) is None


def _told_by_others(case: Case, story: Story) -> bool:
    """Tell whether it is said by somebody, and by no company but those that only watch."""
    agents = [agent for act in case.acts for agent in act.agents if isinstance(agent, Entity)]
    return bool(case.acts) and all(agent.kind != "Company" or stands_by(agent, story.read) for agent in agents)
