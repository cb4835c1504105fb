"""Answers: who denies, confirms, declines to comment on or does not answer what is reported."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.rules.annotations import Name, Quoted, Reported, Sentence
from kg.extract.rules.names.bodies import BODIES
from kg.extract.rules.reporting.agents import Speakers
from kg.extract.rules.responses.answering import OWNING, Answering, Earlier
from kg.extract.rules.responses.answers import ACTING, MUTE, Answer, Setting, likewise
from kg.extract.rules.responses.denials import answers
from kg.extract.rules.responses.disclaimers import ASKED
from kg.extract.rules.responses.parties import is_somebody
from kg.extract.rules.responses.spokespeople import VOICE, spokespeople
from kg.extract.rules.responses.standins import NEAR
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.tokens import Tokens, Unit, lines
from kg.lexicon.matcher import folded
from kg.lexicon.wordlists import words
from kg.model import Agent, Entity, Response, Step

_HEAD = 700
"""Characters at the start of a text that tell what it is about."""
_TOLD = frozenset(("told", "to", "with", "by", "telling"))
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
    last: Response | None = None
    earlier = Earlier()
    recent: tuple[Entity | None, int] = (None, 0)
    for unit, line in lines(tuple(sentences), tuple(quotations), text):
        for response in reader.read(line, unit, before, earlier, last):
            if not any(_same(response, known) for known in found):
                found.append(response)
        last = next((one for one in reversed(found) if one.quote == unit.span), None)
        if last and last.agent.kind in BODIES:
            recent = (last.agent, unit.span.end)
        near = recent[0] is not None and unit.span.end - recent[1] <= NEAR
        earlier = Earlier(
            last=(last.agent,) if last else (),
            recent=(recent[0],) if recent[0] and near else (),
            opening=reader.opening(unit),
            voiced=reader.voiced(unit),
        )
        before = unit
    return tuple(found)


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

    def opening(self, unit: Unit) -> tuple[Entity, ...]:
        """Return the body whose name or description is the first of `unit`."""
        first = [name for name in self.speakers.named(unit.span)[:1] if name.entity.kind in BODIES]
        opens = [name for name in first if name.span.start - unit.span.start <= len("the ")]
        return tuple(name.entity for name in opens if not self.text.startswith(OWNING, name.span.end))

    def voiced(self, unit: Unit) -> tuple[Entity, ...]:
        """Return the body whose unnamed spokesperson is quoted in `unit`."""
        acts = [act for act in self._acts(unit) if act.source and VOICE.search(act.source.of(self.text))]
        agents = acts[-1].agents if acts else ()
        return tuple(agent for agent in agents if isinstance(agent, Entity) and agent.kind in BODIES)[:1]

    def read(
        self, line: Tokens, unit: Unit, before: Unit | None, earlier: Earlier, last: Response | None
    ) -> Iterator[Response]:
        """Yield the responses of one unit; `last` is that of the unit before, which "So did Acme." goes on with."""
        inside = self._acts(unit)
        told = self._acts(before) if before and inside else ()
        answering = Answering(self.text, self.speakers, self.voices, earlier)
        confirming: set[Entity] = set()
        for answer in (
            *answers(line, inside, Setting(told, self.voices, self.contested)),
            *likewise(line, last.stance if last else ""),
        ):
            if answer.rule == "verb" and is_somebody(self.speakers, answer.about):
                continue
            for agent in answering.agents(answer, inside):
                meant = self._told_on(agent, answer, inside)
                if isinstance(meant, Entity) and meant.kind not in MUTE and not _checks(meant, answer):
                    meant = self.voices.get(meant, meant)
                    if answer.rule == "verb" and answer.stance == "confirms":
                        confirming.add(meant)
                    # "confirmed the breach, saying that it had not reached customers"
                    if meant not in confirming or answer.stance != "denies" or answer.rule in ACTING:
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
