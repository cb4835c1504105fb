"""Statements that are answers by what they say: "the report is false", "there is no such plan", "no comment"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.extract.rules.annotations import Reported
from kg.extract.rules.names.bodies import BODIES
from kg.extract.rules.reporting.source import subject
from kg.extract.rules.responses import verdicts
from kg.extract.rules.responses.answers import Answer, Setting
from kg.extract.rules.responses.spokespeople import VOICE
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.cues import forms_of
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import Tokens
from kg.lexicon.matcher import folded
from kg.lexicon.wordlists import words
from kg.model import Entity, Unnamed

_SPEAKER = 4
"""Words of a speaker behind the colon of a headline: "Report of a sale false: Acme"."""
_VERDICT = 60
"""Characters of a statement that is nothing but a verdict: "That is simply not true"."""
ASKED = Construction(
    r"\b(?:{denials:asked}|(?:after|following)\s(?:an?|the|its)\s(?:(?!{denials:regular}\b)[\w'.&-]+\s){0,3}?{denials:account-of-others}(?!\son\b))\b"
)
"""Words by which a speaker answers a report, in a folded text: "asked about", "after the Ledger report"."""
_AGAINST = Construction(r"\b{denials:against}\s(?:[\w'-]+\s){0,3}?{denials:matter}\b")
"""What sets a sentence against what others say, in a folded text: "despite reports of a delay"."""
_REPORTS = ("speech", "passive", "according")
_ENDING = re.compile(r"(?:ing|ed|es|e|s)\Z")
_DOUBLED = re.compile(r"([bdgmnprt])\1\Z")
_STEM = 3
"""Letters of the least stem that is looked for in what was said before."""


def disclaimers(line: Tokens, inside: Sequence[Reported], setting: Setting) -> Iterator[Answer]:
    """Yield the answers among the statements of one unit."""
    yield from _headed(line, inside)
    yield from _read_out(line)
    for act in inside:
        if act.kind not in ("speech", "according") or not act.content or _passes_on(act, inside) or _open(act, inside):
            continue
        said = verdicts.sentences(verdicts.plain(" ".join(part.of(line.text) for part in act.content)))
        rules = (_denying(line, act, sentence, setting) for sentence in said)
        silent = len(said[0]) <= verdicts.STATEMENT and verdicts.refuses(said[0])
        if silent and verdicts.opens_refusing(said[0]):
            yield Answer("declines_to_comment", act.cue, "says it says nothing", act.source, act.agents)
        elif rule := next(filter(None, rules), None):
            yield Answer("denies", act.cue, rule, act.source, act.agents, act.content[0])
        elif silent:
            yield Answer("declines_to_comment", act.cue, "says it says nothing", act.source, act.agents)
        elif _bears_out(line, act, said[0], setting):
            yield Answer("confirms", act.cue, "says that it confirms", act.source, act.agents, act.content[0])


def _bears_out(line: Tokens, act: Reported, said: str, setting: Setting) -> bool:
    """Tell whether a statement confirms: it says so, or tells of the very dealing that it is asked about."""
    own = verdicts.affirms(said) and _of_speaker(said, act, setting.voices)
    agrees = verdicts.yes(said) and (_asked(line) or _spoken_for(line, act, setting.voices))
    engaged = verdicts.engaged(said) and _asked(line) and _of_speaker(said, act, setting.voices)
    return verdicts.bears_out(said) or own or agrees or engaged


def _headed(line: Tokens, inside: Sequence[Reported]) -> Iterator[Answer]:
    """Yield the denial of a headline that names its speaker beside a colon: "Acme: merger talk 'untrue'"."""
    for colon in [at for at, word in enumerate(line.words) if word == ":"][:1]:
        behind = len(line.words) - colon - 1
        if not colon or not behind or any(act.cue.start < line.starts[colon] for act in inside):
            return
        before, after = line.span(0, colon), line.span(colon + 1, len(line.words))
        named_last = behind <= _SPEAKER and line.capital(colon + 1)
        who, what = (after, before) if named_last and colon > behind else (before, after)
        said = verdicts.plain(what.of(line.text))
        denies = verdicts.untrue(said) or verdicts.absent(said) or verdicts.opens_unplanned(said)
        if (named_last or colon < verdicts.OPENING) and len(said) <= verdicts.STATEMENT and denies:
            yield Answer("denies", line.span(colon, colon + 1), "headed", who, (), what)


def _read_out(line: Tokens) -> Iterator[Answer]:
    """Yield the denial in what a paper of somebody's reads: "The claims are false, Acme's petition reads"."""
    last = len(line.words) - 1
    if last < 1 or line.words[last] not in ("reads", "read"):
        return
    found = subject(line, last)
    if found is None or not found[0] or words("sources", "document").isdisjoint(line.words[found[0] : found[1]]):
        return
    what = line.span(0, found[0])
    said = verdicts.plain(what.of(line.text))
    if any(verdicts.untrue(one) or verdicts.absent(one) for one in verdicts.sentences(said)):
        yield Answer("denies", line.span(last, last + 1), "read out", line.span(*found), (), what)


def _denying(line: Tokens, act: Reported, said: str, setting: Setting) -> str | None:
    """Return by which rule a sentence of a statement denies, None where it does not."""
    said = verdicts.unprefaced(said)
    short = len(said) <= verdicts.STATEMENT
    if verdicts.has(said, "contradiction") or _contrary(line, act):
        return "contradicts reports"
    if (short and _calls_untrue(line, act, said, setting)) or verdicts.closes(said):
        return "calls it untrue"
    if short and verdicts.objects(said) and _of_speaker(said, act, setting.voices):
        return "says that it denies"
    if verdicts.supposed(said) or not (short or _insists(act, line)):
        return None
    asked, against = _asked(line), _set_against(line)
    others = asked or against or any(other.kind in _REPORTS and other.agents != act.agents for other in setting.earlier)
    if short and (rule := _negating(line, act, said, setting, others=others)):
        return rule
    return _holding(line, act, said, against=against) if others else None


def _holding(line: Tokens, act: Reported, said: str, *, against: bool) -> str | None:
    """Return by which rule what is set against others denies: that rules are kept, or the opposite insisted on."""
    if len(said) <= verdicts.STATEMENT and verdicts.keeps_rules(said) and _body_speaks(act):
        return "says it keeps to the rules"
    opener = line.words[0] if line.words else ""
    contrasted = against or opener in words("denials", "contrast") or (verdicts.of_own(said) and _body_speaks(act))
    return "insists on the opposite" if contrasted and _insists(act, line) else None


def _insists(act: Reported, line: Tokens) -> bool:
    """Tell whether the verb holds on to something: "maintained that"."""
    return act.cue.of(line.text).lower() in forms_of("denials", "insisting")


def _calls_untrue(line: Tokens, act: Reported, said: str, setting: Setting) -> bool:
    """Tell whether a statement calls a report untrue; a person's "that is wrong" does so only where it answers one."""
    if verdicts.absent(said) or verdicts.rejects(said) or verdicts.misstated(said):
        return True
    if not verdicts.has(said, "predicate"):
        return False
    answers = len(said) <= _VERDICT or _body_speaks(act) or _answers(line, act, setting)
    return verdicts.judged(said) or (answers and verdicts.pointed(said))


def _answers(line: Tokens, act: Reported, setting: Setting) -> bool:
    """Tell whether a statement says itself that it answers others, or is made by one who is there to answer."""
    return _asked(line) or _set_against(line) or _opposing(act, line) or _spoken_for(line, act, setting.voices)


def _asked(line: Tokens) -> bool:
    """Tell whether the unit says that somebody was asked, or answers reports: "asked about", "in response to"."""
    return _has(line, "asked") and ASKED.search(folded(line.text), line.starts[0], line.ends[-1]) is not None


def _set_against(line: Tokens) -> bool:
    """Tell whether the unit sets what it says against reports: "despite claims by the hackers"."""
    return _has(line, "against") and _AGAINST.search(folded(line.text), line.starts[0], line.ends[-1]) is not None


def _has(line: Tokens, code: str) -> bool:
    """Tell whether the unit has the longest word of one of the phrases `code` of `v:denials`: most units have none."""
    return not _longest(code).isdisjoint(line.words)


@cache
def _longest(code: str) -> frozenset[str]:
    return frozenset(max(phrase.lower().split(), key=len) for phrase in words("denials", code))


def _contrary(line: Tokens, act: Reported) -> bool:
    """Tell whether the sentence opens against a report: "Contrary to the report, Acme said sales rose"."""
    opening = verdicts.plain(line.text[line.starts[0] : act.cue.start])
    return opening.startswith("contrary") and verdicts.has(opening, "contradiction")


def _negating(line: Tokens, act: Reported, said: str, setting: Setting, *, others: bool) -> str | None:
    """Return by which rule a short negative sentence denies: what it says of the speaker, or answers to others."""
    if any(isinstance(agent, Entity) and agent.kind == "Outlet" for agent in act.agents):
        return None  # "it is not clear who", a paper says
    own = said.startswith(("no ", "not ")) or _of_speaker(said, act, setting.voices)
    told = _answers(line, act, setting) or ((own or _body_speaks(act)) and (others or setting.contested))
    own = own and (told or _body_speaks(act))
    if (verdicts.has(said, "emphatic") and (told or own)) or (verdicts.no(said) and _asked(line)):
        return "denies with emphasis"
    if (told and verdicts.unplanned(said)) or (own and verdicts.plans_nothing(said) and not verdicts.leans(said)):
        return "denies the intention"
    if verdicts.there_is_none(said) and (told or _body_speaks(act)):
        return "says there is none"
    return _answering(line, act, said, setting, others=others) if told else None


def _answering(line: Tokens, act: Reported, said: str, setting: Setting, *, others: bool) -> str | None:
    """Return by which rule a negative sentence denies what is told: that there is none, that it is not so."""
    spoken = _spoken_for(line, act, setting.voices)
    none = said.startswith("no") and verdicts.negated(said) is not None and (spoken or _set_against(line))
    told = setting.contested or _answers(line, act, setting)
    if (verdicts.nothing(said) and told) or none:
        return "says there is none"
    asked = spoken or (setting.contested and (others or _opposing(act, line)))
    if asked and _of_speaker(said, act, setting.voices) and verdicts.negates(said):
        return "negates what is told"
    bodies = any(isinstance(agent, Entity) and agent.kind in BODIES for agent in act.agents)
    answering = spoken or bodies or said.startswith("we") or _asked(line) or _set_against(line)
    return "negates what was said before" if answering and _echoes(line, verdicts.negated(said)) else None


def _echoes(line: Tokens, verb: str | None) -> bool:
    """Tell whether the text says before this unit what a statement negates: "will close" ahead of "is not closing"."""
    if verb is None:
        return False
    stem = _DOUBLED.sub(r"\1", _ENDING.sub("", verb))
    if len(stem) < _STEM or verb in words("denials", "light"):
        return False
    return re.search(rf"\b{re.escape(stem)}\w{{0,4}}\b", line.text[: line.starts[0]], re.IGNORECASE) is not None


def _passes_on(act: Reported, inside: Sequence[Reported]) -> bool:
    """Tell whether an act tells what somebody else said ("..., spokesman Ann Lee said, according to the paper")."""
    others = (other for other in inside if other is not act and other.agents and other.kind == "speech")
    return act.kind == "according" and any(part.covers(other.cue) for other in others for part in act.content)


def _open(act: Reported, inside: Sequence[Reported]) -> bool:
    """Tell whether an act stands in what somebody does not know: "we do not know what Acme claimed was wrong"."""
    return any(other.kind == "unsaid" and any(part.covers(act.cue) for part in other.content) for other in inside)


def _body_speaks(act: Reported) -> bool:
    """Tell whether no person speaks, but a body, which answers what is said of it: "Acme said it has no plans"."""
    return not any(isinstance(agent, Entity) and agent.kind == "Person" for agent in act.agents)


def _opposing(act: Reported, line: Tokens) -> bool:
    """Tell whether the verb sets right what others say: "clarified that it was not in talks"."""
    return act.cue.of(line.text).lower() in forms_of("denials", "clarifying")


def _spoken_for(line: Tokens, act: Reported, voices: Mapping[Entity, Entity]) -> bool:
    """Tell whether a spokesperson says it, to whom such questions are put."""
    if any(agent in voices for agent in act.agents):
        return True
    return act.source is not None and VOICE.search(act.source.of(line.text)) is not None


def _of_speaker(said: str, act: Reported, voices: Mapping[Entity, Entity]) -> bool:
    """Tell whether a statement is about who makes it: "it is not in talks", "Acme has no plans to sell"."""
    if verdicts.own(said):
        return True
    if all(isinstance(agent, Unnamed) for agent in act.agents):  # "Acme is not for sale, company says"
        return said.split(" ", 1)[0] not in grammar().determiner
    named = [agent for agent in act.agents if isinstance(agent, Entity)]
    names = [one.name.lower() for agent in named for one in {agent, voices.get(agent, agent)}]
    return any(said.removeprefix("the ").startswith(name) for name in names)
