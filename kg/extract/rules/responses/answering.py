"""Whom the words mean that tell who answers: a name, "the company", "it", "a spokesman", "both firms"."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.rules.annotations import Name, Reported
from kg.extract.rules.names.bodies import BODIES, ORGANIZATIONS
from kg.extract.rules.reporting.agents import Speakers
from kg.extract.rules.responses.answers import ACTING, MUTE, Answer
from kg.extract.rules.responses.groups import AND, COMMA, SPEAKING, coordinated, of_group, pair
from kg.extract.rules.responses.offices import offices
from kg.extract.rules.responses.parties import OWNED_VOICE, ahead_of, joined, represented
from kg.extract.rules.responses.spokespeople import VOICE
from kg.extract.rules.responses.standins import described, spoken_of, stranger, titled
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Agent, Entity, Span, Unnamed

_SPEECHLESS = frozenset((*MUTE, "Product"))
"""Kinds of entities that speak only where a name stands for those who run them."""
_BUSINESS = ("Company", "Organization", "Outlet")
_OWN = frozenset(("it", "he", "she", "they", "we", "i"))
_AND_OWN = re.compile(r"\s(?:and|or)\s(?:its|their|his|her)\s")
OWNING = ("'s", "’s", "-")
_FIRM = ("the company", "the firm", "the business", "the group")
_LEAD = 30
"""How far (characters) before a pronoun its sentence may open."""
_SENTENCE = re.compile(r"(?:\A|[.!?:”\"\n]\s?)(?:[A-Z][\w-]*,?\s(?:[a-z]+,?\s){0,2})?\Z")
"""What may stand between the start of a sentence and the pronoun that is its subject: "But", "On Monday", nothing."""
_DELEGATE_OF = Construction(r"\b{sources:delegate}\s(?:at|of|from|with|{standing-for})\s(?:the\s)?\Z", re.IGNORECASE)
_OWN_DELEGATE = Construction(r"(?:['’]s?)?\s(?:\w+\s)?{sources:delegate}\b", re.IGNORECASE)
_ONLOOKER = Construction(r"\b{titles:watching}s?\b|['’\w]\s(?:[a-z-]+\s)?{sources:public}\Z", re.IGNORECASE)
"""Those who watch from outside: what analysts play down, nobody is asked about; nor do a firm's users answer for it."""
_ITSELF = Construction(r"the\s{sources:body}")
_OWN_TEXT = Construction(r"(?:\ba|\bthe)\s{sources:body}\b", re.IGNORECASE)
"""A paper of the body's own: "a company statement", "a post on the company's website"."""
_ASKED_BY = Construction(r"\b{denials:approach|denials:sought-out}\sby\s(?:the\s)?\Z", re.IGNORECASE)
"""What makes a name that of those who asked: "firms contacted by the Ledger"."""
_COMPANY = Construction(r"(?:An?\s)?{sources:body}\s(?=[a-z])", re.IGNORECASE)
"""What opens "company officials", "a company executive"."""


def _inside(phrase: Span, content: Span) -> bool:
    return content.start <= phrase.start and phrase.end <= content.end


def _is_body(agent: Agent) -> bool:
    return isinstance(agent, Entity) and agent.kind in ORGANIZATIONS


def _may_be(wording: str, agent: Entity) -> bool:
    """Tell whether a body may call itself so: no ministry speaks of itself as of "the company"."""
    return agent.kind in BODIES and (agent.kind != "Authority" or wording not in _FIRM)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the sentences before leave pronouns to mean: "it" at the start of one is who answered in the one before.

    `last` answered in the sentence before, `recent` is the body that answered last, not more than a few sentences ago.
    `opening` opened the sentence before; for `voiced` an unnamed spokesperson spoke there, which "he" goes on with.
    """

    last: tuple[Entity, ...] = ()
    recent: tuple[Entity, ...] = ()
    opening: tuple[Entity, ...] = ()
    voiced: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Answering:
    """Tells who answers in one sentence of a text, whose spokespeople are `voices`."""

    text: str
    speakers: Speakers
    voices: Mapping[Entity, Entity]
    earlier: Earlier

    def agents(self, answer: Answer, inside: Sequence[Reported]) -> tuple[Agent, ...]:
        """Return who answers: a pronoun in what somebody says of themselves ("X said it had no comment") is X."""
        if answer.agent and not answer.agents:
            wording = answer.agent.of(self.text).strip().lower()
            if wording in _OWN or _ITSELF.fullmatch(wording):
                for act in reversed(inside):
                    if act.kind in ("speech", "according") and any(_inside(answer.agent, part) for part in act.content):
                        return self._of_itself(act, wording) or self._resolved(answer.agent)
            alone = wording == "it" and answer.rule == "set phrase" and not self.earlier.last
            if alone and self.earlier.opening and self._opens(answer.agent):
                return self.earlier.opening
            agents = (
                self._official(answer.agent) or self._resolved(answer.agent) or described(self.speakers, answer.agent)
            )
            if answer.rule != "headed":
                agents = agents or (self.earlier.recent if wording == "it" else ())
                ahead = ahead_of(self.speakers, answer.agent)
                if parties := self._listed(answer.agent, agents):
                    return (*ahead, *parties)
                agents = agents or stranger(self.speakers, answer.agent)
                agents = (*ahead, *agents) if agents else ()
            return self._speaking(agents, answer.agent)
        worded = answer.agent is not None and answer.rule not in ACTING
        if worded and answer.agent and _ONLOOKER.search(answer.agent.of(self.text)):
            return ()
        return self._speaking(answer.agents, answer.agent)

    def _listed(self, phrase: Span, agents: tuple[Agent, ...]) -> tuple[Agent, ...]:
        """Return the parties of a list, behind those of `agents` whom the text names before the phrase."""
        parties, official = joined(self.speakers, phrase), offices(self.speakers, phrase)
        if len(parties) > 1 and not set(parties).issuperset(official):  # "Kenya's Ministry of Trade and Water"
            return ()
        inside = (name.entity for name in self.speakers.named(phrase))
        named = {one.name for one in (*parties, *inside, *official)}
        before = (agent for agent in agents if not isinstance(agent, Entity) or agent.name not in named)
        return (*before, *parties) if parties else ()

    def _official(self, phrase: Span) -> tuple[Agent, ...]:
        """Return the parts of governments that a phrase names, and the bodies that answer together with them."""
        named = offices(self.speakers, phrase)
        if not named:
            return ()
        others = [agent for agent in self._resolved(phrase) if isinstance(agent, Entity) and agent.kind in _BUSINESS]
        return (*named, *(one for one in others if not any(one.name in office.name for office in named)))

    def _resolved(self, phrase: Span) -> tuple[Agent, ...]:
        """Return the agents of a subject; of a list of bodies all, also those that stand before the phrase."""
        names = self.speakers.named(phrase)
        if names and _ASKED_BY.search(self.text, phrase.start, names[0].span.start):
            return ()
        agents = self.speakers.resolve(phrase) or self._bare(phrase) or pair(self.speakers, phrase)
        if not (names and agents) or any(not isinstance(a, Entity) or a.kind not in SPEAKING for a in agents):
            return agents
        index = bisect_left(self.speakers.starts, names[0].span.start)
        listed = [name for name in names if name.entity in agents]
        for before, name in pairwise(names):
            if before in listed and name not in listed and coordinated(self.text, before, name, AND):
                listed.append(name)
        while index and len(listed) > 1 and coordinated(self.text, self.speakers.names[index - 1], listed[0], COMMA):
            index -= 1
            listed.insert(0, self.speakers.names[index])
        return tuple(dict.fromkeys(name.entity for name in listed)) or agents

    def _bare(self, phrase: Span) -> tuple[Agent, ...]:
        """Return the one body before a noun without an article: "Acme shares up; company declines to comment"."""
        bare = phrase.of(self.text).strip().lower() in words("sources", "bare")
        return spoken_of(self.speakers, phrase) if bare else ()

    def _delegating(self, agents: tuple[Agent, ...], phrase: Span | None) -> tuple[Agent, ...]:
        """Return for whom somebody answers: "lawyers for Acme", "an Acme executive", "a spokesperson"."""
        if phrase is None or len(agents) != 1 or _is_body(agents[0]):
            return ()
        bodies = [name for name in self.speakers.named(phrase) if name.entity.kind in BODIES]
        if bodies and _AND_OWN.match(self.text, bodies[0].span.end, phrase.end):  # "Acme and its advisers"
            return (bodies[0].entity,)
        if not bodies:
            paper = isinstance(agents[0], Unnamed) and agents[0].kind == "document"
            own = _OWN_TEXT.search(phrase.of(self.text)) if paper else _COMPANY.match(self.text, phrase.start)
            speaks = own or VOICE.search(phrase.of(self.text)) or OWNED_VOICE.match(phrase.of(self.text))
            if not speaks:
                return ()
            group = of_group(self.speakers, phrase)
            return group or represented(self.speakers, phrase) or spoken_of(self.speakers, phrase)
        for name in bodies if isinstance(agents[0], Unnamed) else ():
            near = self.text[phrase.start : name.span.start], self.text[name.span.end : phrase.end]
            if _DELEGATE_OF.search(near[0]) or _OWN_DELEGATE.match(near[1]):
                return self._with_joined(bodies, name)
        return ()

    def _with_joined(self, bodies: Sequence[Name], first: Name) -> tuple[Agent, ...]:
        """Return a body and those joined to it: "officials at Acme and Borealis"."""
        found = [first]
        for name in bodies[bodies.index(first) + 1 :]:
            if not coordinated(self.text, found[-1], name, AND):
                break
            found.append(name)
        return tuple(dict.fromkeys(name.entity for name in found))

    def _of_itself(self, act: Reported, wording: str) -> tuple[Agent, ...]:
        """Return who speaks of themselves by a pronoun, or of "the company" that is itself one or speaks for one."""
        agents = self._own(act)
        bodies = [self._speaking((agent,), act.source)[:1] or (agent,) for agent in agents]
        if wording not in _OWN and any(not isinstance(a, Entity) or not _may_be(wording, a) for (a,) in bodies):
            return ()
        return agents

    def _own(self, act: Reported) -> tuple[Agent, ...]:
        """Return who speaks of themselves; of "X, which told", whose agent is left open, the name before it."""
        if any(isinstance(agent, Entity) for agent in act.agents):
            return (joined(self.speakers, act.source) if act.source else ()) or act.agents
        named = self.speakers.named(act.source) if act.source else []
        bodies = [name.entity for name in named if name.entity.kind in BODIES]
        if bodies:
            return tuple(bodies[:1])
        first = bisect_left(self.speakers.starts, act.cue.start)
        name = self.speakers.names[first - 1] if first else None
        relative = name is not None and self.text[name.span.end : act.cue.start].strip() in (", which", ", who")
        return (name.entity,) if name is not None and relative else ()

    def _speaking(self, agents: tuple[Agent, ...], phrase: Span | None) -> tuple[Agent, ...]:
        """Return `agents`; for a pronoun taken for a thing, which cannot speak, the last one that can."""
        own = phrase is not None and phrase.of(self.text).strip().lower() in ("it", "they")
        if own and phrase and self._opens(phrase) and self.earlier.last and self.earlier.last[0].kind != "Person":
            return self.earlier.last
        if self.earlier.voiced and phrase is not None and phrase.of(self.text).strip().lower() in ("he", "she"):
            return self.earlier.voiced
        if phrase is not None and _ONLOOKER.search(phrase.of(self.text)) and all(map(_is_body, agents)):
            return ()
        if phrase is not None and any(isinstance(a, Entity) and a.kind == "Place" for a in agents):
            speaking = tuple(agent for agent in agents if self._is_place(agent, phrase))
            agents = speaking or described(self.speakers, phrase) or stranger(self.speakers, phrase)
        person = phrase and not VOICE.search(phrase.of(self.text)) and titled(self.speakers, phrase)
        known = tuple(self.voices[one] for one in agents if isinstance(one, Entity) and one in self.voices)
        voiced = person or known or self._delegating(agents, phrase)
        if voiced:
            return voiced
        mute = any(isinstance(agent, Entity) and agent.kind in _SPEECHLESS for agent in agents)
        if not mute or phrase is None or phrase.of(self.text).strip().lower() not in _OWN:
            return agents
        before = bisect_left(self.speakers.starts, phrase.start)
        spoken = (name for name in reversed(self.speakers.names[:before]) if name.entity.kind == "Company")
        last = next(spoken, None)
        return (last.entity,) if last else ()

    def _opens(self, phrase: Span) -> bool:
        """Tell whether a pronoun stands near the start of its sentence."""
        low = max(0, phrase.start - _LEAD)
        return _SENTENCE.search(self.text, low, phrase.start) is not None

    def _is_place(self, agent: Agent, phrase: Span) -> bool:
        """Tell whether an agent is no place, or one that stands for its government: "China denied it"."""
        if not isinstance(agent, Entity) or agent.kind != "Place":
            return True
        names = [name for name in self.speakers.named(phrase) if name.entity == agent]
        opens = bool(names) and names[0].span.start - phrase.start <= len("the ")
        return opens and not self.text.startswith(OWNING, names[0].span.end)
