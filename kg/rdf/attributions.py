"""Stated chains: attribution steps, unnamed sources and the reports that are only cited."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import Agent, Claim, Entity, FigureClaim, RelationClaim, Step, Unnamed
from kg.rdf import iris as policy
from kg.rdf.entities import labels
from kg.rdf.frame import Frame
from kg.rdf.terms import TYPE, date, integer, kg, oa, prov, schema, text


def chain(frame: Frame, owner: NamedNode, via: tuple[Step, ...], about: Entity | None) -> Iterator[Triple]:
    """Yield the chain of `owner`, a mention or response; `about` is the subject of what it says."""
    before, link = owner, kg("via")
    for place, step in enumerate(via, start=1):
        node = NamedNode(f"{owner.value}/via/{place}")
        yield Triple(before, link, node)
        yield Triple(node, TYPE, kg("Attribution"))
        yield from _step(frame, node, step)
        for agent in step.agents:
            yield Triple(node, prov("agent"), _agent(frame, agent, _home(frame, via[: place - 1], about)))
        for outlet in _outlets(step):
            report = cited(frame, outlet, step.date, about)
            yield Triple(node, kg("report"), report)
            yield from describe_cited(frame, report, outlet, step.date)
        before, link = node, kg("citing")


def sources(frame: Frame, chains: Iterable[tuple[tuple[Step, ...], Entity | None]]) -> Iterator[Triple]:
    """Yield what is known of the unnamed sources in pairs of a chain and what it is about."""
    names: dict[NamedNode, set[Literal]] = {}
    for via, about in chains:
        for place, step in enumerate(via):
            home = _home(frame, via[:place], about)
            for agent in step.agents:
                if isinstance(agent, Unnamed):
                    node = _agent(frame, agent, home)
                    names.setdefault(node, set()).add(Literal(agent.wording))
                    yield from _unnamed(frame, node, agent)
    yield from labels(names)


def subject(claim: Claim) -> Entity | None:
    """Return whom or what a claim is about, where that is a thing of its own."""
    return claim.subject if isinstance(claim, (FigureClaim, RelationClaim)) else None


def cited(frame: Frame, outlet: Entity, said: str | None, about: Entity | None) -> NamedNode:
    """Return the node of the report that a citation of `outlet` names."""
    return NamedNode(frame.iris.cited(outlet, said, about))


def describe_cited(frame: Frame, report: NamedNode, outlet: Entity, said: str | None) -> Iterator[Triple]:
    """Yield what a citation tells of the report it names."""
    yield Triple(report, TYPE, kg("Report"))
    yield Triple(report, schema("publisher"), frame.entity(outlet))
    if said is not None:
        yield Triple(report, schema("datePublished"), date(said))


def _step(frame: Frame, node: NamedNode, step: Step) -> Iterator[Triple]:
    if step.date is not None:
        yield Triple(node, kg("saidOn"), date(step.date))
    if step.span is not None:
        yield Triple(node, oa("start"), integer(frame.document.offset + step.span.start))
        yield Triple(node, oa("end"), integer(frame.document.offset + step.span.end))


def _outlets(step: Step) -> tuple[Entity, ...]:
    return tuple(agent for agent in step.agents if isinstance(agent, Entity) and agent.kind == "Outlet")


def _home(frame: Frame, outer: tuple[Step, ...], about: Entity | None) -> str:
    """Return what a step's unnamed sources belong to: the report cited nearest outside it, else the document."""
    for step in reversed(outer):
        outlets = _outlets(step)
        if outlets:
            return cited(frame, outlets[0], step.date, about).value if len(outlets) == 1 else frame.graph.value
    return frame.graph.value


def _agent(frame: Frame, agent: Agent, home: str) -> NamedNode:
    if isinstance(agent, Entity):
        return frame.entity(agent)
    return NamedNode(policy.source(home, agent.wording))


def _unnamed(frame: Frame, node: NamedNode, source: Unnamed) -> Iterator[Triple]:
    yield Triple(node, TYPE, kg("AnonymousSource"))
    yield Triple(node, kg("sourceKind"), text(source.kind))
    yield Triple(node, kg("quotedIn"), frame.graph)
    if source.people is not None:
        yield Triple(node, kg("people"), integer(source.people))
