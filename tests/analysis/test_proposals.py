"""Names that the registry lacks, in its own form: what is written, what is left open, and that kg reads it."""

import pytest
from pyoxigraph import RdfFormat, parse

from kg import resources, vocab
from kg.analysis.alike import alike
from kg.analysis.proposals import new_things, same_things
from kg.analysis.unregistered import Named, Unregistered
from kg.extract.rules.names.known import known_names
from kg.extract.rules.text.sentences import sentences
from kg.lexicon.names import read, registry

HOSTILE = [
    'Kestrin" . e:intel skos:altLabel "Top',
    "Kestrin\n. e:x a kg:Company",
    "Kestrin\\",
    "\u202eKestrin",
    "Kes\u200btrin",
    "Kestrin\r# x",
    "🚀",
    "K" * 300,
    "???",
    "中芯国际",
]


def told(name, kind="Company", mentions=1, *labels):
    thing = Named(f"{kind}/{name}", name, (kind,), tuple(sorted({name, *labels})), known=False)
    return Unregistered(thing, ("a.txt",), mentions, 1, f"{name} sold robots.")


def known(slug):
    one = registry().entities[slug]
    return Named(slug, one.name, (one.kind,), (one.name,))


def triples(turtle):
    """Return what a file says, as (slug, property, value)."""
    read_back = parse(turtle.encode(), format=RdfFormat.TURTLE)
    return sorted(
        (quad.subject.value.removeprefix(vocab.DATA), quad.predicate.value.rpartition("#")[2], quad.object.value)
        for quad in read_back
    )


def lexicon(tmp_path, turtle):
    (tmp_path / "mine.ttl").write_text(turtle, encoding="utf-8")
    return read([*resources.files("ontology", "registry/*.ttl"), tmp_path / "mine.ttl"])


def slugs(text, names):
    return [name.entity.slug for name in known_names(text, sentences(text), names)]


def test_a_new_thing_has_its_class_name_and_further_names():
    turtle = new_things([told("Kestrin Dynamics", "Company", 1, "Kestrin")])
    assert triples(turtle) == [
        ("kestrin-dynamics", "altLabel", "Kestrin"),
        ("kestrin-dynamics", "prefLabel", "Kestrin Dynamics"),
        ("kestrin-dynamics", "type", vocab.KG + "Company"),
    ]
    assert "# “Kestrin Dynamics” (Company): 1 document, 1 passage, 1 figure\n" in turtle
    assert "#   “Kestrin Dynamics sold robots.” (a.txt)\n" in turtle


@pytest.mark.parametrize(
    ("thing", "why"),
    [
        (told("Chinese chipmakers", "Organization"), "It is described rather than named."),
        (told("Intel"), "“Intel” is a name of e:intel."),
        (told("Kestrin", "Spaceship"), "The registry has no names of class Spaceship."),
        (told("???"), "No vocabulary can hold “???” as a name."),
    ],
)
def test_what_leaves_something_open_is_a_comment(thing, why):
    turtle = new_things([thing])
    assert triples(turtle) == []
    assert f"# {why}\n" in turtle


def test_two_things_of_one_name_are_not_both_new():
    turtle = new_things([told("Kestrin", "Company"), told("Kestrin", "Person")])
    assert [value for _, name, value in triples(turtle) if name == "type"] == [vocab.KG + "Company"]
    assert "# “Kestrin” is a name of e:kestrin.\n# e:kestrin-person a kg:Person ;\n" in turtle


def test_a_slug_that_is_taken_gets_the_class():
    assert {slug for slug, _, _ in triples(new_things([told("Int-El")]))} == {"int-el"}
    assert {slug for slug, _, _ in triples(new_things([told("In?tel")]))} == {"in-tel"}
    assert {slug for slug, _, _ in triples(new_things([told("'Intel")]))} == {"intel-company"}


def test_names_that_hang_together_are_one_thing_called_as_most_call_it():
    unknown = [
        told("M. Lindqvist", "Person", 9),
        told("Mara Lindqvist", "Person", 2),
        told("Mara J. Lindqvist", "Person"),
    ]
    assert triples(same_things(alike(unknown, ()), unknown)) == [
        ("mara-lindqvist", "altLabel", "M. Lindqvist"),
        ("mara-lindqvist", "altLabel", "Mara J. Lindqvist"),
        ("mara-lindqvist", "prefLabel", "Mara Lindqvist"),
        ("mara-lindqvist", "type", vocab.KG + "Person"),
    ]


def test_names_of_a_thing_of_the_registry_are_added_to_it():
    unknown = [told("Wal-mart Incorporated")]
    assert triples(same_things(alike(unknown, [known("walmart")]), unknown)) == [
        ("walmart", "altLabel", "Wal-mart Incorporated")
    ]


def test_one_word_without_its_form_needs_context():
    unknown = [told("Tarnhelm")]
    found = alike(unknown, [Named("tarnhelm", "Tarnhelm Group", ("Company",), ("Tarnhelm Group",))])
    assert triples(same_things(found, unknown)) == [("tarnhelm", "ambiguousLabel", "Tarnhelm")]


def test_what_fits_two_things_is_left_to_choose():
    unknown = [told("BRK")]
    two = [Named(slug, name, ("Company",), (name,)) for slug, name in (("one", "BRK Group"), ("two", "BRK Inc"))]
    turtle = same_things(alike(unknown, two), unknown)
    assert triples(turtle) == []
    assert '# It fits 2 things: choose one.\n# e:one kg:ambiguousLabel "BRK"@en .\n' in turtle


@pytest.mark.parametrize(
    "unknown",
    [
        [told("NFI"), told("Northern Fisheries Inspection", "Organization")],
        [told("Kestrin"), told("Kestrin", "Product")],
    ],
)
def test_initials_and_other_classes_are_suggestions(unknown):
    found = alike(unknown, ())
    assert len(found) == 1
    turtle = same_things(found, unknown)
    assert triples(turtle) == []
    assert "\n# e:" in turtle


def test_an_open_entry_is_one_when_its_marks_are_taken_away():
    unknown = [told("NFI"), told("Northern Fisheries Inspection", "Organization")]
    lines = same_things(alike(unknown, ()), unknown).splitlines()
    opened = "\n".join(line.removeprefix("# ") if line.startswith(("# e:", "#   skos:")) else line for line in lines)
    assert ("northern-fisheries-inspection", "altLabel", "NFI") in triples(opened)


def test_what_the_registry_reads_where_it_fits_is_said():
    ambiguous = next(label for label in registry().labels if label.kind == "ambiguous" and label.slug == "target")
    unknown = [told(ambiguous.text)]
    turtle = same_things(alike(unknown, [known("target")]), unknown)
    assert triples(turtle) == []
    assert f"# The registry reads “{ambiguous.text}” only where the text fits: it is also a word.\n" in turtle


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_says_more_than_itself(name):
    unknown = [told(name), told(f"{name} Ltd")]
    for turtle in (new_things(unknown), same_things(alike(unknown, ()), unknown)):
        said = triples(turtle)
        assert len({slug for slug, _, _ in said}) <= len(unknown)
        assert {name for _, name, _ in said} <= {"type", "prefLabel", "altLabel"}
        assert {value for _, name, value in said if name != "type"} <= {name, f"{name} Ltd"}
        assert all(line.isprintable() for line in turtle.split("\n"))


def test_the_file_is_the_same_each_time():
    unknown = [told("Kestrin Ltd"), told("Kestrin"), told("Fjord Line"), told("Fjordline")]
    assert same_things(alike(unknown, ()), unknown) == same_things(alike(unknown[::-1], ()), unknown[::-1])


def test_what_is_written_makes_the_names_known(tmp_path):
    text = "On Monday Kestrin Dynamics sold robots to Wal-mart Incorporated, and Kestrin Dynamcs hired 300 people."
    unknown = [told("Kestrin Dynamics", "Company", 4), told("Kestrin Dynamcs"), told("Wal-mart Incorporated")]
    same = same_things(alike(unknown, [known("walmart")]), unknown)
    assert slugs(text, registry()).count("kestrin-dynamics") == 0
    assert slugs(text, lexicon(tmp_path, same)) == ["kestrin-dynamics", "walmart", "kestrin-dynamics"]
    assert slugs(text, lexicon(tmp_path, new_things(unknown[:1])))[0] == "kestrin-dynamics"
