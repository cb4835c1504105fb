"""What a constraint says to people where its shape has no message of its own."""

from pyoxigraph import Literal

from kg import vocab
from kg.rdf.terms import sh
from kg.validate.graphs import Memory, Node, objects

_SENTENCES = {
    "MinCount": "There are fewer values than the {0} that are needed.",
    "MaxCount": "There are more values than the {0} that are allowed.",
    "Datatype": "The value is not a well-formed {0}.",
    "Class": "The value is not an instance of {0}.",
    "NodeKind": "The value is not of the kind {0}.",
    "MinExclusive": "The value is not above {0}.",
    "MinInclusive": "The value is below {0}.",
    "MaxExclusive": "The value is not below {0}.",
    "MaxInclusive": "The value is above {0}.",
    "MinLength": "The value has fewer than {0} characters.",
    "MaxLength": "The value has more than {0} characters.",
    "Pattern": "The value does not match the pattern {0}.",
    "LanguageIn": "The value is in none of the languages allowed.",
    "UniqueLang": "Two values are in the same language.",
    "Equals": "The values are not those of {0}.",
    "Disjoint": "The value is also a value of {0}.",
    "LessThan": "The value is not below the value of {0}.",
    "LessThanOrEquals": "The value is above the value of {0}.",
    "Not": "The value fits a shape that it must not fit.",
    "And": "The value does not fit every one of the shapes it must fit.",
    "Or": "The value fits none of the shapes of which it must fit one.",
    "Xone": "The value does not fit exactly one of the shapes it must fit.",
    "Node": "The value does not fit the shape {0}.",
    "QualifiedMinCount": "There are fewer values of the shape than the {0} that are needed.",
    "QualifiedMaxCount": "There are more values of the shape than the {0} that are allowed.",
    "HasValue": "The value {0} is missing.",
    "In": "The value is not one of those allowed.",
    "Closed": "The property is none of those that the shape allows.",
}


def default_message(component: str, graph: Memory, shape: Node) -> str:
    """Return a sentence on a constraint component (its IRI) with the shape's parameter in it."""
    name = component.removeprefix(vocab.SH).removesuffix("ConstraintComponent")
    sentence = _SENTENCES.get(name)
    if sentence is None:
        return "The node does not fit the shape."
    parameter = name[:1].lower() + name[1:]
    said = objects(graph, shape, sh(parameter))
    return sentence.format(" or ".join(_shown(term) for term in said))


def _shown(term: Node) -> str:
    if isinstance(term, Literal):
        return term.value
    iri = term.value
    return next((f"{name}:{iri.removeprefix(ns)}" for name, ns in vocab.PREFIXES.items() if iri.startswith(ns)), iri)
