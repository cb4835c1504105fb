"""Every term of kg that anything uses is declared, with a label and a comment; every code has its scheme."""

import re
from collections import Counter
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg import vocab

ROOT = Path(__file__).resolve().parents[2]
KG = rdflib.Namespace(vocab.KG)
TURTLE = sorted([*(ROOT / "ontology").rglob("*.ttl"), *(ROOT / "shapes").glob("*.ttl")])
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)


def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ROOT / "ontology" / "kg.ttl")


def declared() -> set[str]:
    graph = ontology()
    return {str(node).removeprefix(vocab.KG) for kind in KINDS for node in graph.subjects(RDF.type, kind)}


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: path.name)
def test_every_term_used_in_turtle_is_declared(path):
    graph = rdflib.Graph().parse(path)
    terms = {str(term) for triple in graph for term in triple}
    used = {term.removeprefix(vocab.KG) for term in terms if term.startswith(vocab.KG)} - {""}
    assert used - declared() == set()


def test_every_term_used_in_queries_and_code_is_declared():
    used: set[str] = set()
    for path in [*(ROOT / "queries").rglob("*.rq"), *(ROOT / "kg").rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".rq":
            used |= set(re.findall(r"(?<![\w/])kg:([A-Za-z]\w*)", text))
        used |= set(re.findall(r"""(?<![\w.])kg\("([A-Za-z]\w*)"\)""", text))
        used |= set(re.findall(r"""vocab\.KG \+ "(\w+)""" + '"', text))
        used |= set(re.findall(r"<\{vocab\.KG\}(\w+)>", text))
    assert used - declared() == set()


def test_every_term_has_a_label_and_a_comment():
    graph = ontology()
    for kind in KINDS:
        for node in graph.subjects(RDF.type, kind):
            assert list(graph.objects(node, RDFS.label)), node
            assert list(graph.objects(node, RDFS.comment)), node
            assert list(graph.objects(node, RDFS.isDefinedBy)) == [rdflib.URIRef(vocab.KG.removesuffix("#"))], node


@pytest.mark.parametrize("path", [path for path in TURTLE if "shapes" not in path.parts], ids=lambda path: path.name)
def test_what_leads_to_things_leads_to_no_literal_and_the_other_way_round(path):
    known, graph = ontology(), rdflib.Graph().parse(path)
    for _, predicate, value in graph:
        kinds = set(known.objects(predicate, RDF.type))
        assert OWL.ObjectProperty not in kinds or not isinstance(value, rdflib.Literal), (predicate, value)
        assert OWL.DatatypeProperty not in kinds or isinstance(value, rdflib.Literal), (predicate, value)


def test_what_has_a_class_by_its_property_is_of_that_class():
    known, graph = ontology(), rdflib.Graph()
    for path in TURTLE:
        if "shapes" not in path.parts:
            graph.parse(path)
    for subject, predicate, _ in graph:
        for kind in known.objects(predicate, RDFS.domain):
            classes = {
                above
                for own in graph.objects(subject, RDF.type)
                for above in graph.transitive_objects(own, RDFS.subClassOf)
            }
            assert kind in classes, (subject, predicate)


def test_the_measure_of_what_no_measure_fits_is_described():
    graph = ontology()
    other = rdflib.URIRef(vocab.CODES + "other")
    assert (other, RDF.type, SKOS.Concept) in graph
    assert list(graph.objects(other, SKOS.prefLabel))
    assert list(graph.objects(other, SKOS.definition))


@pytest.mark.parametrize("path", sorted((ROOT / "ontology" / "codes").glob("*.ttl")), ids=lambda path: path.name)
def test_every_code_has_one_notation_a_label_and_a_declared_scheme(path):
    graph = rdflib.Graph().parse(path)
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    for node in set(graph.subjects(RDF.type, SKOS.Concept)):
        assert len(list(graph.objects(node, SKOS.notation))) == 1, node
        assert list(graph.objects(node, SKOS.prefLabel)), node
        assert set(graph.objects(node, SKOS.inScheme)) <= schemes, node
        assert list(graph.objects(node, SKOS.inScheme)), node


def test_broader_codes_exist():
    graph = rdflib.Graph()
    for path in (ROOT / "ontology" / "codes").glob("*.ttl"):
        graph.parse(path)
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert set(graph.objects(None, SKOS.broader)) <= concepts


REGISTRY_FLOORS = {
    "companies": ("Company", 150),
    "chips": ("Chip", 80),
    "products": ("Product", 80),
    "regulations": ("Regulation", 40),
    "outlets": ("Outlet", 100),
    "places": ("Place", 100),
    "people": ("Person", 50),
}


@pytest.mark.parametrize("name", sorted(REGISTRY_FLOORS))
def test_the_registry_is_wide(name):
    kind, least = REGISTRY_FLOORS[name]
    graph = rdflib.Graph().parse(ROOT / "ontology" / "registry" / f"{name}.ttl")
    assert len(set(graph.subjects(RDF.type, KG[kind]))) >= least


def test_registry_names_are_unique_and_links_lead_somewhere():
    graph = rdflib.Graph()
    for path in (ROOT / "ontology" / "registry").glob("*.ttl"):
        graph.parse(path)
    names = [(str(label)) for label in graph.objects(None, SKOS.prefLabel)]
    assert sorted(names) == sorted(set(names))
    known = set(graph.subjects(RDF.type, None))
    linked = {term for term in graph.objects() if str(term).startswith(vocab.DATA)}
    assert linked - known == set()


def test_fiscal_years_are_those_of_companies_and_end_with_a_month():
    folder = ROOT / "ontology" / "registry"
    companies = rdflib.Graph().parse(folder / "companies.ttl")
    years = rdflib.Graph().parse(folder / "fiscal-years.ttl")
    for company in set(years.subjects()):
        assert (company, RDF.type, KG.Company) in companies, company
        (month,) = years.objects(company, KG.fiscalYearEnd)
        assert month.datatype == rdflib.XSD.gMonth, company
        assert re.fullmatch(r"--(0[1-9]|1[0-2])", str(month)), company
        assert {str(way) for way in years.objects(company, KG.fiscalYearNumbering)} <= {"end", "start"}, company


def test_nothing_is_described_twice():
    """Two concepts of one name would each have the words of both."""
    described = [
        found[1]
        for path in TURTLE
        for line in path.read_text(encoding="utf-8").splitlines()
        if (found := re.match(r"((?:v|kg|ks):\S+) a ", line))
    ]
    assert len(described) > 1000
    assert [name for name, count in Counter(described).items() if count > 1] == []
