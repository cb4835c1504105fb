"""Who credits a figure to whom: the acts of reporting that cover it, from the outermost speaker inwards."""

from collections.abc import Sequence

from kg.extract.rules.annotations import Reported
from kg.model import Agent, Entity, Span, Step, Unnamed

_OWN_PAPERS = frozenset({"document"})
"""Kinds of unnamed source that are the subject's own papers ("company filings")."""


def covering(figure: Span, acts: Sequence[Reported]) -> tuple[Reported, ...]:
    """Return the acts whose content covers `figure`, the outermost first."""
    found = [act for act in acts if any(span.covers(figure) for span in act.content)]
    return tuple(sorted(found, key=lambda act: (-_reach(act, figure), act.cue)))


def chain(acts: Sequence[Reported], subject: Entity | None, outlet: str | None) -> tuple[Step, ...]:
    """Return the steps of the chain that `acts` make; the outlet of the document itself is not one of them."""
    steps: list[Step] = []
    for act in acts:
        agents = tuple(agent for agent in act.agents if not _is_outlet(agent, outlet))
        agents = _with_owner(agents, subject)
        known = {agent for step in steps for agent in step.agents}
        if agents and not set(agents) <= known:
            steps.append(Step(agents, act.source or act.cue))
    return tuple(steps)


def _reach(act: Reported, figure: Span) -> int:
    """Return how much the part of the content that holds the figure covers, and the act's own words with it."""
    return max(span.end - span.start for span in act.content if span.covers(figure))


def _is_outlet(agent: Agent, outlet: str | None) -> bool:
    return isinstance(agent, Entity) and outlet is not None and agent.name == outlet


def _with_owner(agents: tuple[Agent, ...], subject: Entity | None) -> tuple[Agent, ...]:
    """Name the company beside its own papers: "company filings" speak for the company the figure is about."""
    own = any(
        isinstance(agent, Unnamed) and agent.kind in _OWN_PAPERS and "compan" in agent.wording for agent in agents
    )
    return (subject, *agents) if own and subject is not None and subject.kind == "Company" else agents
