"""Statements that are answers by what they say: "the report is false", "there is no such plan", "no comment"."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache

from kg.extract.rules.annotations import Reported
from kg.extract.rules.responses.answers import Answer, Setting
from kg.extract.rules.responses.spokespeople import voice
from kg.extract.rules.text.cues import inflected
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import Tokens
from kg.lexicon.wordlists import alternation, words
from kg.model import Agent, Entity, Unnamed

_STATEMENT = 160
"""A statement that denies is short; in a longer one "wrong" and "false" speak of something else."""
_SUBJECT = 6
"""Words at the start of a statement among which what it speaks of is named."""
_MARKS = str.maketrans("", "", '"“”')
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_REPORTS = ("speech", "passive", "according")


def disclaimers(line: Tokens, inside: Sequence[Reported], setting: Setting) -> Iterator[Answer]:
    """Yield the answers among the statements of one unit."""
    yield from _headed(line)
    for act in inside:
        if act.kind not in ("speech", "according") or not act.content or _passes_on(act, inside):
            continue
        said = _opening(_plain(" ".join(part.of(line.text) for part in act.content)))
        rule = _denying(line, act, said, setting)
        if rule:
            yield Answer("denies", act.cue, rule, act.source, act.agents, act.content[0])
        elif len(said) <= _STATEMENT and _refusing().search(said):
            yield Answer("declines_to_comment", act.cue, "says it says nothing", act.source, act.agents)
        elif _any(said, "confirmation") or (len(said) <= _STATEMENT and _bears_out().search(said)):
            yield Answer("confirms", act.cue, "says that it confirms", act.source, act.agents, act.content[0])


def _headed(line: Tokens) -> Iterator[Answer]:
    """Yield the denial of a headline that names its speaker first: "Acme: merger talk 'untrue'"."""
    colon = line.words.index(":") if ":" in line.words[:_SUBJECT] else 0
    if not colon or colon + 1 >= len(line.words):
        return
    what = line.span(colon + 1, len(line.words))
    said = _plain(what.of(line.text))
    if len(said) <= _STATEMENT and (_untrue(said) or _any(said, "absence") or _none_meant().match(said)):
        yield Answer("denies", line.span(colon, colon + 1), "headed", line.span(0, colon), (), what)


def _denying(line: Tokens, act: Reported, said: str, setting: Setting) -> str | None:
    """Return by which rule a statement denies, None where it does not."""
    if _any(said, "contradiction"):
        return "contradicts reports"
    if (len(said) <= _STATEMENT and (_untrue(said) or _any(said, "absence"))) or _closes(said):
        return "calls it untrue"
    others = _asked().search(line.text, line.starts[0], act.cue.end) is not None or any(
        other.kind in _REPORTS and other.agents != act.agents for other in setting.earlier
    )
    if len(said) <= _STATEMENT and (rule := _negating(line, act, said, setting, others=others)):
        return rule
    opener = line.words[0] if line.words else ""
    insisting = act.cue.of(line.text).lower() in _insisting()
    return "insists on the opposite" if others and insisting and opener in words("denials", "contrast") else None


def _negating(line: Tokens, act: Reported, said: str, setting: Setting, *, others: bool) -> str | None:
    """Return by which rule a short negative statement denies: what it says of the speaker, or answers to others."""
    if _any(said, "emphatic"):
        return "denies with emphasis"
    if any(isinstance(agent, Entity) and agent.kind == "Outlet" for agent in act.agents):
        return None  # "it is not clear who", a paper says
    told = others or _spoken_for(line, act, setting.voices) or _opposing(act, line)
    if _any(said, "intention") and (told or said.startswith(("no ", "not ")) or _of_speaker(said, act)):
        return "denies the intention"
    if _nothing().match(said) and (told or setting.contested):
        return "says there is none"
    asked = told and (setting.contested or _spoken_for(line, act, setting.voices))
    return "negates what is told" if asked and _of_speaker(said, act) and _negative().match(said) else None


def _plain(said: str) -> str:
    """Return a statement in small letters, without quotation marks, parted by single spaces."""
    return " ".join(said.lower().replace("’", "'").translate(_MARKS).split())


def _opening(said: str) -> str:
    """Return the first sentence of a statement too long to be an answer as a whole: its verdict comes first."""
    return said if len(said) <= _STATEMENT else _SENTENCE.split(said, 1)[0]


def _passes_on(act: Reported, inside: Sequence[Reported]) -> bool:
    """Tell whether an act tells what somebody else said ("..., spokesman Ann Lee said, according to the paper")."""
    others = (other for other in inside if other is not act and other.agents and other.kind == "speech")
    return act.kind == "according" and any(part.covers(other.cue) for other in others for part in act.content)


def _opposing(act: Reported, line: Tokens) -> bool:
    """Tell whether the verb sets right what others say: "clarified that it was not in talks"."""
    return act.cue.of(line.text).lower() in _clarifying()


def _spoken_for(line: Tokens, act: Reported, voices: Container[Agent]) -> bool:
    """Tell whether a spokesperson says it, to whom such questions are put."""
    if any(agent in voices for agent in act.agents):
        return True
    return act.source is not None and voice().search(act.source.of(line.text)) is not None


def _of_speaker(said: str, act: Reported) -> bool:
    """Tell whether a statement is about who makes it: "it is not in talks", "Acme has no plans to sell"."""
    if _own().match(said):
        return True
    if all(isinstance(agent, Unnamed) for agent in act.agents):  # "Acme is not for sale, company says"
        return said.split(" ", 1)[0] not in grammar().determiner
    names = [agent.name.lower() for agent in act.agents if isinstance(agent, Entity)]
    return any(said.removeprefix("the ").startswith(name) for name in names)


def _closes(said: str) -> bool:
    """Tell whether a longer statement on a report ends in a verdict: "an article in ... that ... was untrue"."""
    opening = said.split()[:_SUBJECT]
    return not words("denials", "matter").isdisjoint(opening) and _verdict().search(said) is not None


def _untrue(said: str) -> bool:
    """Tell whether a statement calls something said untrue: a predicate of "it", or beside a noun for what is said."""
    if not _any(said, "predicate"):
        return False
    found = not (words("denials", "matter") | words("denials", "contested")).isdisjoint(re.findall(r"[\w'-]+", said))
    return found or bool(_predicative().search(said))


def _any(said: str, code: str) -> bool:
    return bool(_pattern(code).search(said))


@cache
def _pattern(code: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(words('denials', code))}\b")


@cache
def _predicative() -> re.Pattern[str]:
    """Return the pattern of "what they said was wrong", "that is not true", "it is completely false"."""
    predicate = alternation(words("denials", "predicate"))
    about = r"\b(?:what|it|it's|that|that's|this|they|they're|these|those|all|none)\b"
    be = r"(?:'s|'re|\b(?:is|are|was|were|be))"
    stress = r"(?:\w+ly\s|all\s|simply\s|just\s|\W)*"
    return re.compile(
        rf"(?:{about}[^.;]*?)\s?{be}\s{stress}{predicate}\b(?!\s(?:to|for)\b)|\A\W*{stress}{predicate}\W*\Z"
    )


@cache
def _asked() -> re.Pattern[str]:
    """Return the pattern of "asked about a report", by which a speaker answers one."""
    return re.compile(rf"\b{alternation(words('denials', 'asked'))}\b", re.IGNORECASE)


@cache
def _verdict() -> re.Pattern[str]:
    predicate = alternation(words("denials", "predicate"))
    return re.compile(
        rf"\b(?:is|are|was|were)\s(?:\w+\s(?:and\s)?)?{predicate}(?:\s(?:and|or)\s\w+)?(?:\W*\Z|,\s(?:adding|and|but|saying)\b)"
    )


@cache
def _nothing() -> re.Pattern[str]:
    """Return the pattern of "there is no sale process", not of "there is no doubt"."""
    be = r"(?:is|are|was|were|has been|have been|had been|will be)"
    return re.compile(rf"\W*there\s{be}\s(?:\w+ly\s)?no\s(?!{alternation(words('denials', 'certain'))}\b)")


@cache
def _own() -> re.Pattern[str]:
    """Return the pattern of a statement whose subject stands for the speaker: "it", "we", "the company"."""
    body = alternation(words("sources", "body"))
    return re.compile(rf"\W*(?:that\s)?(?:(?:it|we|they|he|she|i)\b|the\s(?:[\w-]+\s)?{body}\b)")


@cache
def _negative() -> re.Pattern[str]:
    """Return the pattern of a statement whose first verb is negated, but for verbs of foreseeing and of telling."""
    be = alternation(grammar().auxiliary)
    late = alternation(words("denials", "open"))
    return re.compile(rf"\W*(?:[\w'-]+\s){{1,6}}?(?:{be}\s(?:not|never)|{be}n't)\s(?!(?:\w+ly\s)?{late}\b)")


@cache
def _none_meant() -> re.Pattern[str]:
    """Return the pattern of a statement that opens with what is denied: "no plans to sell"."""
    return re.compile(rf"\W*{alternation(words('denials', 'intention'))}\b")


@cache
def _bears_out() -> re.Pattern[str]:
    """Return the pattern of "the report is accurate", not of "the report is not accurate"."""
    matter, assent = alternation(words("denials", "matter")), alternation(words("denials", "assent"))
    return re.compile(
        rf"\A\W*(?:the|this|that|those|these)\s(?:\w+\s){{0,2}}{matter}\s(?:is|are|was|were)\s{assent}\W*\Z"
    )


@cache
def _clarifying() -> frozenset[str]:
    return frozenset(word for lemma in words("denials", "clarifying") for _, word in inflected(lemma))


@cache
def _refusing() -> re.Pattern[str]:
    """Return the pattern of "no comment" and "we do not comment": a refusal of one's own, not of somebody else."""
    own = r"(?:\A\W*|\b(?:we|it|i|they|he|she|company|group|firm|agency|ministry|commission|policy)\b[^.;]{0,30}?\b)"
    return re.compile(rf"{own}{alternation(words('denials', 'refusal'))}\b")


@cache
def _insisting() -> frozenset[str]:
    return frozenset(word for lemma in words("denials", "insisting") for _, word in inflected(lemma))
