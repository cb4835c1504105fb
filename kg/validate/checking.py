"""The whole of a validation: shapes, quotes, IRIs, undeclared terms, and where findings stand."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.progress import Watch, silent
from kg.rdf.terms import TYPE, kg
from kg.store.protocol import Store
from kg.validate import delta, engine, portions, shapes
from kg.validate.base import Base
from kg.validate.declared import is_undeclared, undeclared
from kg.validate.findings import Finding, Severity
from kg.validate.graphs import Memory, Node, Triple, Triples, Union, holds, triple_of
from kg.validate.grounding import grounded
from kg.validate.identity import about_claims, misnamed, misnamed_in
from kg.validate.loaded import Loaded
from kg.validate.location import NOWHERE, Files, located
from kg.validate.report import Notice, Report
from kg.validate.shapes import Shapes
from kg.validate.targets import all_focus_nodes
from kg.validate.texts import Texts
from kg.validate.vocabulary import declarations, named_in, referred, vocabulary

_STEPS = 3
_TEXTS = 32
"""Texts at hand of a change, which are compared with quotes and then counted through for the places of findings."""
_DOCUMENT, _IN = kg("Document"), kg("inDocument")


@dataclass(frozen=True, slots=True)
class Settings:
    """How to validate: the shapes, where texts come from, what fails, which engine runs, who is told how far it is."""

    shapes: Shapes
    texts: Texts = field(default_factory=Texts)
    fail_on: Severity = Severity.VIOLATION
    engine: str = "pyshacl"
    watch: Watch = silent


def check(data: Iterable[Quad], settings: Settings, files: Files = NOWHERE) -> Report:
    """Return the report of a full run over the union of the data's graphs, beside the vocabulary they refer to."""
    graph = Memory(map(triple_of, data))
    settings.watch(1, _STEPS, f"checking {len(graph)} triples by {len(settings.shapes.tops)} shapes")
    whole = Memory((*graph, *referred(graph)))
    focus = all_focus_nodes(whole, settings.shapes)
    found = [*engine.run(whole, settings.shapes, settings.engine), *undeclared(graph), *misnamed(graph)]
    return _checked(graph, focus, found, settings, files)


def check_stored(store: Store, settings: Settings, files: Files = NOWHERE) -> Report:
    """Return the report of a full run over a store. What is checked stays outside of Python, whatever its size."""
    with store.apart() as held:
        graph = Loaded(held)
        sizes = graph.sizes()
        settings.watch(1, _STEPS, f"checking {sum(sizes.values())} triples by {len(settings.shapes.tops)} shapes")
        own = [*undeclared(graph.using(sizes, is_undeclared)), *misnamed_in(graph)]
        graph.add(declarations(named_in(graph)))
        focus = all_focus_nodes(graph, settings.shapes)
        found = [*portions.run(graph, settings.shapes, settings.engine, focus), *own]
        return _checked(graph, focus, found, settings, files)


def _checked(graph: Triples, focus: engine.Focus, found: Iterable[Finding], settings: Settings, files: Files) -> Report:
    """Return the report on a graph, with what was found by shapes and what else there is to find."""
    settings.watch(2, _STEPS, "comparing quotes")
    quotes, notices = grounded(graph, settings.texts)
    nodes = set[Node]().union(*focus.values())
    if not nodes:
        notices += (Notice("nothing-checked", "No node of the data is one that a shape looks at."),)
    placed = located([*found, *quotes], graph, settings.texts, files)
    settings.watch(_STEPS, _STEPS, "done")
    return _report(nodes, settings).plus(placed, notices)


def check_change(
    base: Base,
    added: Iterable[Quad],
    removed: Iterable[Quad],
    settings: Settings,
    files: Files = NOWHERE,
) -> Report:
    """Return the report on what a change of a graph, as it is before the change, makes of the nodes it touches.

    A removed quad leaves its graph; one of the default graph leaves one graph, whichever. A triple goes when no graph
    is left that holds it.
    """
    known = settings.shapes
    added, removed = base.kept(added), base.kept(removed)
    holders = _holders(base, removed)
    come, gone = set(map(triple_of, added)), _gone(holders, removed)
    base.prepare(come | gone)
    settings.watch(1, _STEPS, f"checking {len(come)} triples that come and {len(gone)} that go")
    changed = delta.change(Union(base.graph, vocabulary()), come, gone - come)
    found = delta.validate(changed, known, settings.engine)
    after = changed.new
    texts = Texts(settings.texts.text_of or lru_cache(maxsize=_TEXTS)(base.text), settings.texts.file_of)
    settings.watch(2, _STEPS, "comparing quotes")
    quotes, notices = grounded(after, texts, _documents(after, come | gone))
    nodes = {node for _, looked in found.focus for node in looked}
    own = [
        *found.findings,
        *quotes,
        *undeclared(come),
        *misnamed(about_claims(after, changed.come | changed.gone)),
    ]
    notices += tuple(_in_full(shape, reason) for shape, reason in found.in_full)
    notices += _without_effect(base, added, removed, holders)
    placed = located(own, after, texts, files)
    settings.watch(_STEPS, _STEPS, "done")
    return _report(nodes, settings).plus(placed, notices)


def _report(nodes: Collection[Node], settings: Settings) -> Report:
    about, notices = shapes.described(settings.shapes), tuple(map(_not_imported, shapes.imports(settings.shapes)))
    return Report((), notices, len(nodes), len(settings.shapes.tops), settings.fail_on, about=about)


def _not_imported(iri: str) -> Notice:
    said = f"The shapes import {iri}, which is not fetched: give its file with the others if it holds shapes."
    return Notice("not-imported", said)


def broken(base: Base, added: Iterable[Quad], removed: Iterable[Quad], settings: Settings) -> tuple[Finding, ...]:
    """Return the violations that a change brings about by shapes alone: what was broken before it does not count."""
    removed = base.kept(removed)
    come, gone = set(map(triple_of, base.kept(added))), _gone(_holders(base, removed), removed)
    base.prepare(come | gone)
    changed = delta.change(Union(base.graph, vocabulary()), come, gone - come)
    after = _violations(changed, settings)
    if not after:
        return ()
    before = _violations(delta.Change(changed.new, changed.old, changed.gone, changed.come), settings)
    return tuple(finding for mark, finding in after.items() if mark not in before)


def _violations(changed: delta.Change, settings: Settings) -> dict[tuple[object, ...], Finding]:
    found = delta.validate(changed, settings.shapes, settings.engine).findings
    return {
        (one.rule, one.component, one.focus, one.path, one.value): one
        for one in found
        if one.severity is Severity.VIOLATION
    }


def _holders(base: Base, removed: Iterable[Quad]) -> dict[Triple, frozenset[str]]:
    """Return the graphs that hold each triple to remove."""
    return {triple: base.holders(triple) for triple in dict.fromkeys(map(triple_of, removed))}


def _gone(holders: Mapping[Triple, frozenset[str]], removed: Iterable[Quad]) -> set[Triple]:
    """Return the triples that no graph holds any more."""
    named: defaultdict[Triple, set[str]] = defaultdict(set)
    unnamed: Counter[Triple] = Counter()
    for quad in removed:
        if isinstance(quad.graph_name, DefaultGraph):
            unnamed[triple_of(quad)] += 1
        else:
            named[triple_of(quad)].add(str(quad.graph_name))
    return {triple for triple, graphs in holders.items() if len(graphs - named[triple]) <= unnamed[triple]}


def _without_effect(
    base: Base, added: Collection[Quad], removed: Collection[Quad], holders: Mapping[Triple, frozenset[str]]
) -> tuple[Notice, ...]:
    """Return notices on a change that is none: whoever gives one expects that something was looked at."""
    absent = sum(not _is_in(holders[triple_of(quad)], quad) for quad in removed)
    found = []
    if absent:
        said = f"{absent} of the {len(removed)} triples to remove are not in the base, or not in the graph they name."
        found.append(Notice("not-there", said))
    if added and all(_holds(base.graph, quad) for quad in added):
        found.append(Notice("nothing-new", "The base holds all triples of these files already: nothing is added."))
    return tuple(found)


def _is_in(graphs: frozenset[str], quad: Quad) -> bool:
    """Tell whether a quad can be taken out of the graphs that hold its triple; one that names none leaves any."""
    return bool(graphs) if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name) in graphs


def _holds(graph: Triples, quad: Quad) -> bool:
    return holds(graph, triple_of(quad))


def _in_full(shape: NamedNode, reason: str) -> Notice:
    rule = shapes.rule_id(shape.value)
    return Notice("checked-in-full", f"The shape {rule} was checked on the whole graph, not on the change: {reason}.")


def _documents(graph: Triples, changed: set[Triple]) -> tuple[Node, ...]:
    """Return the documents that changed passages stand in, and changed documents, sorted."""
    about = {s for s, _, _ in changed}
    found = {node for node in about if holds(graph, (node, TYPE, _DOCUMENT))}
    found |= {home for node in about for _, _, home in graph.match(node, _IN, None)}
    return tuple(sorted(found, key=str))
