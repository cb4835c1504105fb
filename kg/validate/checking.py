"""The whole of a validation: shapes, quotes, IRIs, undeclared terms, and where findings stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad

from kg import vocab
from kg.store.protocol import Store
from kg.validate import delta, engine, shapes
from kg.validate.declared import undeclared
from kg.validate.findings import Place, Severity
from kg.validate.graphs import TYPE, Memory, Node, Stored, Triple, Triples, Union, objects, triple_of
from kg.validate.grounding import grounded
from kg.validate.identity import misnamed
from kg.validate.location import located
from kg.validate.report import Notice, Report
from kg.validate.shapes import Shapes
from kg.validate.targets import focus_nodes
from kg.validate.texts import Texts
from kg.validate.vocabulary import referred, vocabulary

_DOCUMENT, _IN = NamedNode(vocab.KG + "Document"), NamedNode(vocab.KG + "inDocument")


@dataclass(frozen=True, slots=True)
class Settings:
    """How to validate: the shapes, where texts come from, what fails, which engine runs."""

    shapes: Shapes
    texts: Texts = field(default_factory=Texts)
    fail_on: Severity = Severity.VIOLATION
    engine: str = "pyshacl"


def check(data: Iterable[Quad], settings: Settings, lines: Mapping[str, Place] | None = None) -> Report:
    """Return the report of a full run over the union of the data's graphs, beside the vocabulary they refer to."""
    known = settings.shapes
    graph = Memory(map(triple_of, data))
    whole = Memory((*graph, *referred(graph)))
    found = [*engine.run(whole, known, settings.engine), *undeclared(graph), *misnamed(graph)]
    quotes, notices = grounded(graph, settings.texts)
    nodes = {node for top in known.tops for node in focus_nodes(whole, known.graph, top)}
    placed = located([*found, *quotes], graph, settings.texts, lines)
    return Report((), (), len(nodes), len(known.tops), settings.fail_on).plus(placed, notices)


def check_change(store: Store, added: Iterable[Quad], removed: Iterable[Quad], settings: Settings) -> Report:
    """Return the report on what a change of a store, as it is before the change, makes of the nodes it touches."""
    known = settings.shapes
    come, gone = _effective(store, tuple(added), tuple(removed))
    before = Union(Stored(store), vocabulary())
    found = delta.validate(before, come, gone, known, settings.engine)
    after = delta.after(before, come, gone)
    texts = Texts(settings.texts.text_of or store.text, settings.texts.file_of)
    quotes, notices = grounded(after, texts, _documents(after, come))
    nodes = {node for _, looked in found.focus for node in looked}
    own = [*found.findings, *quotes, *undeclared(Memory(come))]
    notices += tuple(_in_full(shape, reason) for shape, reason in found.in_full)
    report = Report((), (), len(nodes), len(known.tops), settings.fail_on)
    return report.plus(located(own, after, texts), notices)


def _in_full(shape: NamedNode, reason: str) -> Notice:
    rule = shapes.rule_id(shape.value)
    return Notice("checked-in-full", f"The shape {rule} was checked on the whole graph, not on the change: {reason}.")


def _documents(graph: Triples, come: set[Triple]) -> tuple[Node, ...]:
    """Return the documents that new passages stand in, and new documents, sorted."""
    changed = {s for s, _, _ in come}
    found = {node for node in changed if _DOCUMENT in objects(graph, node, TYPE)}
    found |= {home for node in changed for home in objects(graph, node, _IN)}
    return tuple(sorted(found, key=str))


def _effective(store: Store, added: tuple[Quad, ...], removed: tuple[Quad, ...]) -> tuple[set[Triple], set[Triple]]:
    """Return what comes to and goes from the union: a triple goes when the last graph that holds it lets go of it."""
    come, gone = set(map(triple_of, added)), set()
    leaving: dict[Triple, set[object]] = {}
    for quad in removed:
        leaving.setdefault(triple_of(quad), set()).add(quad.graph_name)
    for triple in leaving:
        if triple not in come and not _elsewhere(
            store, triple, {one.graph_name for one in removed if triple_of(one) == triple}
        ):
            gone.add(triple)
    return come, gone


def _elsewhere(store: Store, triple: Triple, leaving: set[object]) -> bool:
    s, p, o = triple
    found = store.query(f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ {s} {p} {o} }} }}")
    return any(row[0] not in leaving for row in found.rows)  # type: ignore[union-attr] # SELECT gives rows
