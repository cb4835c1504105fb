"""From an engine's results to findings: rule ids, messages for people, paths as SPARQL writes them."""

import re
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg import vocab
from kg.rdf.terms import sh
from kg.validate import paths, shapes, skolem
from kg.validate.findings import Finding, Severity
from kg.validate.graphs import Node, objects, value
from kg.validate.shapes import Shapes
from kg.validate.wording import default_message

_SEVERITIES = {severity.iri: severity for severity in Severity}
_VARIABLE = re.compile(r"\{[$?](\w+)\}")
SPARQL = vocab.SH + "SPARQLConstraintComponent"


@dataclass(frozen=True, slots=True)
class Result:
    """One result of an engine. `message` is set where the engine made it, from a query's variables or its own words."""

    focus: Node
    shape: NamedNode
    component: str
    path: Node | None = None
    value: Node | None = None
    message: str | None = None


def finding(found: Result, known: Shapes) -> Finding:
    """Return the finding that a result stands for."""
    return Finding(
        rule=known.rules.get(found.shape.value, shapes.rule_id(found.shape.value)),
        severity=severity(known, found.shape),
        message=_message(found, known),
        focus=str(found.focus),
        path=_path(found, known),
        value=None if found.value is None else str(found.value),
        shape="" if found.shape.value.startswith(skolem.PREFIX) else found.shape.value,
        component=found.component,
    )


def severity(known: Shapes, shape: Node) -> Severity:
    """Return the severity of a shape: a violation unless it says otherwise, also for severities of others' making."""
    said = value(known.graph, shape, sh("severity"))
    return Severity.VIOLATION if said is None else _SEVERITIES.get(said.value, Severity.VIOLATION)


def filled(template: str, values: dict[str, Node]) -> str:
    """Return a message with `{?name}` and `{$name}` replaced; what has no value stays as it is written."""
    return _VARIABLE.sub(lambda found: values[found[1]].value if found[1] in values else found[0], template)


def _message(found: Result, known: Shapes) -> str:
    own = shapes.message(known.graph, found.shape)
    if found.message is not None and (_asks_with_words(found, known) or not found.component.startswith(vocab.SH)):
        template = found.message
    else:
        template = own or default_message(found.component, known.graph, found.shape)
    values = {"this": found.focus, "value": found.value, "path": found.path}
    return filled(template, {name: term for name, term in values.items() if term is not None})


def _asks_with_words(found: Result, known: Shapes) -> bool:
    """Tell whether a query gave the result and has words for it, which its variables were put into."""
    if found.component != SPARQL:
        return False
    asking = (found.shape, *objects(known.graph, found.shape, sh("sparql")))
    return any(shapes.message(known.graph, node) is not None for node in asking)


def _path(found: Result, known: Shapes) -> str | None:
    """Return the path of the shape that fired, or the property the result itself names (closed shapes, queries)."""
    if isinstance(found.path, NamedNode):
        return str(found.path)
    own = value(known.graph, found.shape, sh("path"))
    return None if own is None else paths.sparql(paths.read(known.graph, own))
