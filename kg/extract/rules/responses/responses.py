"""Answers: who denies, confirms, declines to comment on or does not answer what is reported."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.extract.rules.annotations import Name, Quoted, Reported, Sentence
from kg.extract.rules.names.bodies import BODIES, ORGANIZATIONS
from kg.extract.rules.reporting.agents import Speakers
from kg.extract.rules.responses.answers import Answer, Setting, likewise
from kg.extract.rules.responses.denials import answers
from kg.extract.rules.responses.disclaimers import ASKED
from kg.extract.rules.responses.groups import AND, COMMA, SPEAKING, coordinated, of_group, pair
from kg.extract.rules.responses.offices import offices
from kg.extract.rules.responses.parties import OWNED_VOICE, ahead_of, is_somebody, joined, represented
from kg.extract.rules.responses.spokespeople import VOICE, spokespeople
from kg.extract.rules.responses.standins import NEAR, described, spoken_of, stranger, titled
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.tokens import Tokens, Unit, lines
from kg.lexicon.matcher import folded
from kg.lexicon.wordlists import words
from kg.model import Agent, Entity, Response, Span, Step, Unnamed

_MUTE = ("Chip", "Regulation")
"""Kinds of entities that never answer anything."""
_SPEECHLESS = frozenset((*_MUTE, "Product"))
"""Kinds of entities that speak only where a name stands for those who run them."""
_BUSINESS = ("Company", "Organization", "Outlet")
_OWN = frozenset(("it", "he", "she", "they", "we", "i"))
_AND_OWN = re.compile(r"\s(?:and|or)\s(?:its|their|his|her)\s")
_HEAD = 700
"""Characters at the start of a text that tell what it is about."""
_ACTING = ("set phrase", "verb", "verdict", "noun")
"""Rules by which an answer is told by what somebody does, not by what they say."""
_OWNING = ("'s", "’s", "-")
_FIRM = ("the company", "the firm", "the business", "the group")
_LEAD = 30
_SENTENCE = re.compile(r"(?:\A|[.!?:”\"\n]\s?)(?:[A-Z][\w-]*,?\s(?:[a-z]+,?\s){0,2})?\Z")
"""What may stand between the start of a sentence and the pronoun that is its subject: "But", "On Monday", nothing."""
_TOLD = frozenset(("told", "to", "with", "by", "telling"))
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
_CONTESTED = Construction(r"\b{denials:talk}\b")
"""Words by which the head of a text, folded, says that it is about a report or a rumour."""


def responses(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quoted],
    names: Sequence[Name],
    reported: Sequence[Reported],
) -> tuple[Response, ...]:
    """Return the answers in `text` in order; one for each agent where several answer together."""
    found: list[Response] = []
    starts = [act.cue.start for act in reported]
    contested = any(words_of.search(folded(text), 0, _HEAD) for words_of in (_CONTESTED, ASKED))
    reader = _Reader(text, Speakers(text, names), reported, starts, spokespeople(text, names), contested)
    before: Unit | None = None
    recent: tuple[list[Entity], int] = ([], 0)
    for unit, line in lines(tuple(sentences), tuple(quotations), text):
        for response in reader.read(line, unit, before):
            if not any(_same(response, known) for known in found):
                found.append(response)
        reader.before[:] = [response for response in found if response.quote == unit.span][-1:]
        reader.last[:] = [response.agent for response in reader.before]
        if bodies := [agent for agent in reader.last if agent.kind in BODIES]:
            recent = (bodies, unit.span.end)
        reader.recent[:] = recent[0] if unit.span.end - recent[1] <= NEAR else []
        reader.voiced[:] = reader.spoken(unit)
        reader.opening[:] = reader.opened(unit)
        before = unit
    return tuple(found)


def _inside(phrase: Span, content: Span) -> bool:
    return content.start <= phrase.start and phrase.end <= content.end


def _is_body(agent: Agent) -> bool:
    return isinstance(agent, Entity) and agent.kind in ORGANIZATIONS


def _may_be(wording: str, agent: Entity) -> bool:
    """Tell whether a body may call itself so: no ministry speaks of itself as of "the company"."""
    return agent.kind in BODIES and (agent.kind != "Authority" or wording not in _FIRM)


def _checks(agent: Entity, answer: Answer) -> bool:
    """Tell whether an outlet only confirms what it or others report, which answers nobody."""
    return agent.kind == "Outlet" and answer.stance == "confirms"


def _same(one: Response, other: Response) -> bool:
    return (one.agent, one.stance, one.quote) == (other.agent, other.stance, other.quote)


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    speakers: Speakers
    reported: Sequence[Reported]
    starts: Sequence[int]
    voices: Mapping[Entity, Entity]
    contested: bool
    before: list[Response] = field(default_factory=list)
    """The last answer of the unit before, which "So did Acme." goes on with."""

    last: list[Entity] = field(default_factory=list)
    """Who answered in the unit before: whom "it" stands for at the start of this one."""

    recent: list[Entity] = field(default_factory=list)
    """The body that answered last, not more than a few sentences ago."""

    """Persons whom only their answers name."""

    voiced: list[Entity] = field(default_factory=list)
    """For whom an unnamed spokesperson spoke in the unit before: whom "he" stands for at the start of this one."""

    opening: list[Entity] = field(default_factory=list)
    """The body that opened the unit before: whom "it" stands for at the start of this one."""

    def opened(self, unit: Unit) -> list[Entity]:
        """Return the body whose name or description is the first of `unit`."""
        first = [name for name in self.speakers.named(unit.span)[:1] if name.entity.kind in BODIES]
        opens = [name for name in first if name.span.start - unit.span.start <= len("the ")]
        return [name.entity for name in opens if not self.text.startswith(_OWNING, name.span.end)]

    def spoken(self, unit: Unit) -> list[Entity]:
        """Return the body whose unnamed spokesperson is quoted in `unit`."""
        acts = [act for act in self._acts(unit) if act.source and VOICE.search(act.source.of(self.text))]
        agents = acts[-1].agents if acts else ()
        return [agent for agent in agents if isinstance(agent, Entity) and agent.kind in BODIES][:1]

    def read(self, line: Tokens, unit: Unit, before: Unit | None) -> Iterator[Response]:
        """Yield the responses of one unit."""
        inside = self._acts(unit)
        earlier = self._acts(before) if before and inside else ()
        confirming: set[Entity] = set()
        stance = self.before[0].stance if self.before else ""
        for answer in (
            *answers(line, inside, Setting(earlier, self.voices, self.contested)),
            *likewise(line, stance),
        ):
            if answer.rule == "verb" and is_somebody(self.speakers, answer.about):
                continue
            for agent in self._agents(answer, inside):
                meant = self._told_on(agent, answer, inside)
                if isinstance(meant, Entity) and meant.kind not in _MUTE and not _checks(meant, answer):
                    meant = self.voices.get(meant, meant)
                    if answer.rule == "verb" and answer.stance == "confirms":
                        confirming.add(meant)
                    # "confirmed the breach, saying that it had not reached customers"
                    if meant not in confirming or answer.stance != "denies" or answer.rule in _ACTING:
                        yield self._response(meant, answer, unit)

    def _told_on(self, agent: Agent, answer: Answer, inside: Sequence[Reported]) -> Agent | None:
        """Return of whom a report tells that the sentence says "the company" denies: nobody denies a report of theirs.

        "Kestrin has reported that Acme cut jobs, but the company denied the report": Acme, None where several may be.
        """
        about = answer.about.of(self.text).lower().split() if answer.about else []
        worded = answer.agent.of(self.text).lower() if answer.agent else ""
        if (
            answer.stance != "denies"
            or not worded.startswith("the ")
            or not words("sources", "publication", "published").intersection(about)
        ):
            return agent
        own = [
            act for act in inside if act.cue.end <= answer.cue.start and agent in act.agents and act.kind == "speech"
        ]
        named = [name for act in own for part in act.content for name in self.speakers.named(part)]
        others = {name.entity for name in named if name.entity.kind in BODIES and name.entity != agent}
        if not own or not others:
            return agent
        return next(iter(others)) if len(others) == 1 else None

    def _agents(self, answer: Answer, inside: Sequence[Reported]) -> tuple[Agent, ...]:
        """Return who answers: a pronoun in what somebody says of themselves ("X said it had no comment") is X."""
        if answer.agent and not answer.agents:
            wording = answer.agent.of(self.text).strip().lower()
            if wording in _OWN or _ITSELF.fullmatch(wording):
                for act in reversed(inside):
                    if act.kind in ("speech", "according") and any(_inside(answer.agent, part) for part in act.content):
                        return self._of_itself(act, wording) or self._resolved(answer.agent)
            alone = wording == "it" and answer.rule == "set phrase" and not self.last
            if alone and self.opening and self._opens(answer.agent):
                return tuple(self.opening)
            agents = (
                self._official(answer.agent) or self._resolved(answer.agent) or described(self.speakers, answer.agent)
            )
            if answer.rule != "headed":
                agents = agents or (tuple(self.recent[:1]) if wording == "it" else ())
                ahead = ahead_of(self.speakers, answer.agent)
                if parties := self._listed(answer.agent, agents):
                    return (*ahead, *parties)
                agents = agents or stranger(self.speakers, answer.agent)
                agents = (*ahead, *agents) if agents else ()
            return self._speaking(agents, answer.agent)
        worded = answer.agent is not None and answer.rule not in _ACTING
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
        if own and phrase and self._opens(phrase) and self.last and self.last[0].kind != "Person":
            return tuple(self.last)
        if self.voiced and phrase is not None and phrase.of(self.text).strip().lower() in ("he", "she"):
            return tuple(self.voiced)
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
        return opens and not self.text.startswith(_OWNING, names[0].span.end)

    def _acts(self, unit: Unit) -> Sequence[Reported]:
        """Return the acts of reporting whose cue stands in `unit`."""
        low, high = bisect_left(self.starts, unit.span.start), bisect_left(self.starts, unit.span.end)
        return [act for act in self.reported[low:high] if act.cue.end <= unit.span.end]

    def _response(self, agent: Entity, answer: Answer, unit: Unit) -> Response:
        about = answer.about.of(self.text).strip() if answer.about else None
        outlet = self._via(unit)
        return Response(
            agent=agent,
            stance=answer.stance,
            quote=unit.span,
            about=about or None,
            report_of=self._report_of(answer, unit),
            via=(Step((outlet.entity,), outlet.span),) if outlet and outlet.entity != agent else (),
            evidence=answer.because,
        )

    def _via(self, unit: Unit) -> Name | None:
        """Return the outlet that the answer was given to ("told the paper", "in an interview with ...")."""
        for name in self.speakers.named(unit.span):
            if name.entity.kind == "Outlet":
                lead = self.text[unit.span.start : name.span.start].lower().split()[-3:]
                if _TOLD.intersection(lead) and "response" not in lead:
                    return name
        return None

    def _report_of(self, answer: Answer, unit: Unit) -> Entity | None:
        """Return the outlet whose report is answered: named in the sentence, or the last one cited before."""
        via = self._via(unit)
        for name in self.speakers.named(unit.span):
            if name.entity.kind == "Outlet" and name != via:
                return name.entity
        about = answer.about.of(self.text).lower().split() if answer.about else []
        if not words("sources", "publication", "published").intersection(about):
            return None
        cited = [agent for act in self.reported if act.cue.end <= unit.span.start for agent in act.agents]
        outlets = [agent for agent in cited if isinstance(agent, Entity) and agent.kind == "Outlet"]
        return outlets[-1] if outlets else None
