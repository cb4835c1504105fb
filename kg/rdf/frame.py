"""What every part of a document's encoding needs: the IRI policy, the document, and its statements in their order."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.model import Agent, Claim, Document, Entity, Extraction, Response, Step
from kg.rdf import iris as policy
from kg.rdf.iris import Iris
from kg.rdf.publishers import publisher


@dataclass(frozen=True, slots=True)
class Frame:
    """One document being encoded; `graph` is its IRI, which names its graph."""

    iris: Iris
    document: Document
    graph: NamedNode
    publisher: Entity | None

    def entity(self, entity: Entity) -> NamedNode:
        """Return the node of an entity."""
        return NamedNode(self.iris.entity(entity))

    def claim(self, claim: Claim) -> NamedNode:
        """Return the node of a claim."""
        return NamedNode(self.iris.claim(claim))


@dataclass(frozen=True, slots=True)
class Placed:
    """The node of a mention or response, and its index in the extraction."""

    node: NamedNode
    index: int


def frame(document: Document, base: str) -> Frame:
    """Return the frame of a document. Raises UsageError for a base that cannot be one."""
    iris = Iris(base)
    return Frame(iris, document, NamedNode(iris.document(document)), publisher(document))


def mention_nodes(frame: Frame, extraction: Extraction) -> tuple[Placed, ...]:
    """Return the nodes of the mentions in order of position; ordinals count the mentions of one claim."""
    mentions = extraction.mentions
    seen: dict[str, int] = {}
    nodes = []
    for index in sorted(range(len(mentions)), key=lambda index: (mentions[index].figure, mentions[index].quote)):
        claim = mentions[index].claim
        ordinal = _count(seen, policy.claim_hash(claim))
        nodes.append(Placed(NamedNode(policy.mention(frame.graph.value, claim, ordinal)), index))
    return tuple(nodes)


def response_nodes(frame: Frame, extraction: Extraction) -> tuple[Placed, ...]:
    """Return the nodes of the responses in order of position; ordinals count one agent's answers of one stance."""
    responses = extraction.responses
    seen: dict[str, int] = {}
    nodes = []
    for index in sorted(range(len(responses)), key=lambda index: position(responses[index])):
        agent, stance = responses[index].agent, responses[index].stance
        ordinal = _count(seen, f"{policy.entity_tail(agent)} {stance}")
        nodes.append(Placed(NamedNode(policy.response(frame.graph.value, agent, stance, ordinal)), index))
    return tuple(nodes)


def claims(extraction: Extraction) -> Iterator[Claim]:
    """Yield every claim the document states or answers; one may come several times."""
    for mention in extraction.mentions:
        yield mention.claim
    for response in extraction.responses:
        yield from response.claims


def steps(extraction: Extraction) -> Iterator[Step]:
    """Yield every step of every chain."""
    for mention in extraction.mentions:
        yield from mention.via
    for response in extraction.responses:
        yield from response.via


def agents(extraction: Extraction) -> Iterator[Agent]:
    """Yield everybody whom a chain names, and whoever responds."""
    for step in steps(extraction):
        yield from step.agents
    for response in extraction.responses:
        yield response.agent


def _count(seen: dict[str, int], key: str) -> int:
    seen[key] = seen.get(key, 0) + 1
    return seen[key]


def position(response: Response) -> tuple[object, ...]:
    """Return by what responses are put in order: their place, then what tells those of one place apart."""
    return response.quote, response.agent.name, response.agent.kind, response.stance, response.about or ""
