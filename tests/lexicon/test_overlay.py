"""A vocabulary of a user's own: what its files say, what they add, and every way in which they may not fit."""

import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import resources, vocab
from kg.errors import UsageError, VocabularyError
from kg.lexicon import codes, names
from kg.lexicon.names import Lexicon
from kg.lexicon.overlay import chosen
from kg.lexicon.overlay.statements import Overlay, read

PREFIXES = f"""@prefix e: <{vocab.DATA}> . @prefix v: <{vocab.CODES}> . @prefix kg: <{vocab.KG}> .
@prefix skos: <{vocab.SKOS}> . @prefix xsd: <{vocab.XSD}> . @prefix owl: <{vocab.OWL}> .
"""
REGISTRY = """e:acme a kg:Company ; skos:prefLabel "Acme"@en ; skos:altLabel "Acme Corp"@en ; kg:basedIn e:oslo ;
  kg:ambiguousLabel "Peak"@en ; kg:fiscalYearEnd "--06"^^xsd:gMonth .
e:oslo a kg:Place ; skos:prefLabel "Oslo"@en .
e:quay-daily a kg:Outlet ; skos:prefLabel "Quay Daily"@en .
"""
NEW = 'e:kestrin a kg:Company ; skos:prefLabel "Kestrin"@en'
RELATION = 'v:x a skos:Concept ; skos:inScheme v:relation-frames ; skos:notation "x" ; skos:prefLabel "x"'
UNIT = 'v:mite a skos:Concept ; skos:inScheme v:units ; skos:notation "mite" ; skos:prefLabel "mite"'
MEASURE = 'v:yards a skos:Concept ; skos:inScheme v:measures ; skos:prefLabel "yards"@en'


def own(folder: Path, turtle: str, name: str = "mine.ttl") -> Overlay:
    path = folder / name
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return read([path])


def lexicon(folder: Path, turtle: str) -> Lexicon:
    registry = folder / "registry.ttl"
    registry.write_text(PREFIXES + REGISTRY, encoding="utf-8")
    return names.read([registry], own(folder, turtle).entities)


def lists(folder: Path, turtle: str) -> "dict[str, dict[str, codes.Concept]]":
    read_lists = codes.read(resources.files("ontology", "codes/*.ttl"), own(folder, turtle).concepts)
    return {name: dict(listed) for name, listed in read_lists.items()}


def is_one_line(said: str, folder: Path, says: str) -> bool:
    return (
        says in said
        and "\n" not in said
        and said.startswith(f"{folder.as_posix()}/mine.ttl:{PREFIXES.count(chr(10)) + 1}: ")
    )


def told(known: Lexicon) -> object:
    return dict(known.entities), known.labels, {slug: dict(facts) for slug, facts in known.facts.items()}


def test_a_new_name_and_more_names_and_facts_of_a_known_one(tmp_path):
    known = lexicon(tmp_path, f'{NEW} ; kg:basedIn e:oslo . e:acme skos:altLabel "Zenith" ; kg:makes e:kestrin .')
    assert known.entities["kestrin"].kind == "Company"
    assert known.having("basedIn", "oslo") == (known.entities["acme"], known.entities["kestrin"])
    assert known.related(known.entities["acme"], "makes") == (known.entities["kestrin"],)
    assert ("Zenith", "acme", "safe") in known.labels


def test_a_safe_name_can_be_made_one_that_needs_context(tmp_path):
    labels = lexicon(tmp_path, 'e:acme kg:ambiguousLabel "Acme" .').labels
    assert [label.kind for label in labels if label.text == "Acme"] == ["ambiguous"]


def test_a_name_that_needs_context_may_be_anothers_too(tmp_path):
    labels = lexicon(tmp_path, f'{NEW} ; kg:ambiguousLabel "Acme Corp", "Peak" .').labels
    assert {label.slug for label in labels if label.text in ("Peak", "Acme Corp")} == {"acme", "kestrin"}


def test_a_measure_and_more_words_for_one_that_there_is(tmp_path):
    known = lists(
        tmp_path,
        f'{MEASURE} ; skos:notation "yards" ; kg:unitKind "count" ; skos:broader v:revenue ; kg:sign "fleet" .'
        'v:revenue skos:altLabel "lease takings" . v:notion-fleet a skos:Concept ; skos:inScheme v:notions ;'
        'skos:notation "fleet" ; skos:prefLabel "fleet" .',
    )
    assert known["measures"]["yards"].broader == (vocab.CODES + "revenue",)
    assert "lease takings" in known["measures"]["revenue"].words
    assert known["measures"]["revenue"].label == codes.scheme("measures")["revenue"].label
    assert known["notions"]["fleet"].label == "fleet"


@pytest.mark.parametrize(
    ("turtle", "says"),
    [
        ('e:acme skos:prefLabel "Acme Two" .', "e:acme has skos:prefLabel 'Acme' already, and cannot have 'Acme Two'"),
        ("e:acme a kg:Outlet .", "e:acme has rdf:type kg:Company already, and cannot have kg:Outlet"),
        ('e:k a kg:Compny ; skos:prefLabel "K" .', "e:k is a kg:Compny, no class of names: did you mean kg:Company"),
        ('e:k a owl:Thing ; skos:prefLabel "K" .', "no class of names: there are kg:Company, kg:Outlet, kg:Place"),
        ("e:k a kg:Company .", "e:k is new and needs a skos:prefLabel"),
        ('e:k skos:prefLabel "K" .', "e:k is new and needs a class"),
        (f'{NEW}, "Kestrel" .', "cannot have 'Kestrin'"),
        (f'{NEW} ; skos:altLabel "acme corp" .', "'acme corp' of e:kestrin is a name of e:acme already"),
        (f'{NEW} ; skos:hiddenLabel "Oslo" .', "'Oslo' of e:kestrin is a name of e:oslo already"),
        ('e:k a kg:Company ; skos:prefLabel "Acme" .', "e:k is called 'Acme' as e:acme is"),
        ('e:k a kg:Company ; skos:prefLabel "Acme" ; kg:ambiguousLabel "Acme" .', "e:k is called 'Acme' as e:acme is"),
        (
            f'{NEW} . e:k a kg:Company ; skos:prefLabel "K" ; skos:altLabel "KESTRIN" .',
            "is a name of e:kestrin already",
        ),
        ('e:acme kg:ambigousLabel "Top" .', "no property: did you mean ambiguousLabel?"),
        ('e:acme skos:altlabel "Top" .', "no property kg knows of SKOS: did you mean altLabel?"),
        ('e:acme kg:basedIn "Oslo" .', "kg:basedIn leads to a thing: write its IRI instead of 'Oslo'"),
        ("e:acme kg:basedIn e:oslos .", "e:oslos, which nobody describes: did you mean oslo?"),
        ("e:acme kg:kindNoun e:oslo .", "kg:kindNoun is a text"),
        ("e:acme skos:altLabel e:oslo .", "skos:altLabel of e:acme is no text"),
        ('e:acme kg:fiscalYearEnd "--07"^^xsd:gMonth .', "kg:fiscalYearEnd '--06' already, and cannot have '--07'"),
        (f'{NEW} ; kg:fiscalYearEnd "June" .', "kg:fiscalYearEnd cannot be 'June'"),
        (f'{NEW} ; kg:fiscalYearNumbering "middle" .', "cannot be 'middle'"),
        ('<https://kestrin.example/k> a kg:Company ; skos:prefLabel "K" .', "write e:word"),
        (f'<{vocab.DATA}a/b> a kg:Company ; skos:prefLabel "K" .', "write e:word"),
        (f'<{vocab.DATA}%3Cb%3E> a kg:Company ; skos:prefLabel "K" .', "write e:word"),
        (f'<{vocab.DATA}..> a kg:Company ; skos:prefLabel "K" .', "write e:word"),
        ("[] a kg:Company .", "a node has no name"),
        ("e:acme kg:makes ( e:oslo ) .", "a node has no name"),
        ('e:acme skos:altLabel " Top" .', "without blanks around it"),
        ('e:acme skos:altLabel "?" .', "a letter or digit"),
        ('e:acme skos:altLabel "T\\nop" .', "write it on one line"),
        (f'e:acme skos:altLabel "{"T" * 201}" .', "it may have 200 at most"),
    ],
)
def test_a_name_that_does_not_fit_is_one_line_with_its_place(tmp_path, turtle, says):
    with pytest.raises(VocabularyError) as problem:
        lexicon(tmp_path, turtle)
    assert is_one_line(str(problem.value), tmp_path, says)


@pytest.mark.parametrize(
    ("turtle", "says"),
    [
        ('v:revenue skos:prefLabel "takings" .', "v:revenue has skos:prefLabel 'revenue' already"),
        ('v:revenue skos:notation "takings" .', "v:revenue has skos:notation 'revenue' already"),
        ("v:revenue skos:inScheme v:modes .", "v:revenue has skos:inScheme v:measures already"),
        (
            f'{MEASURE} ; skos:notation "revenue" ; kg:unitKind "money" .',
            "'revenue' of v:yards stands already, as v:rev",
        ),
        (f'{MEASURE} ; skos:notation "other" ; kg:unitKind "money" .', "stands already, as v:other"),
        (f'{MEASURE} ; kg:unitKind "money" .', "needs one skos:notation: it has none"),
        (f'{MEASURE} ; skos:notation "two words" ; kg:unitKind "money" .', "is no code: write one short word"),
        (f'{MEASURE} ; skos:notation "yards" .', "needs kg:unitKind, such as 'money'"),
        (f'{MEASURE} ; skos:notation "yards" ; kg:unitKind "mony" .', "cannot be 'mony': did you mean money?"),
        (f'{MEASURE} ; skos:notation "yards" ; kg:unitKind "money" ; kg:sign "no-such" .', "no code of v:notions"),
        (f'{MEASURE} ; skos:notation "yards" ; kg:unitKind "money" ; kg:weight "much" .', "it is a number"),
        (f'{MEASURE} ; skos:notation "yards" ; kg:unitKind "money" ; kg:generic "perhaps" .', "it is true or false"),
        (
            f'{MEASURE} ; skos:notation "yards" ; kg:unitKind "money" ; skos:broader v:planned .',
            "no concept of v:measures",
        ),
        (
            f'{MEASURE} ; skos:notation "yards" ; kg:unitKind "money" . v:yards skos:broader v:yards .',
            "is its own skos:broader",
        ),
        ('v:revenue kg:sign "" .', "kg:sign of v:revenue is ''"),
        (f'{UNIT} ; kg:wholeUnit "NOK" .', "needs kg:partsPerWhole, such as '100'"),
        (f'{UNIT} ; kg:wholeUnit "NOK" ; kg:partsPerWhole "1.5" .', "a whole number from 1"),
        ('v:x a skos:Concept ; skos:inScheme v:mesures ; skos:notation "x" .', "no code list: did you mean measures?"),
        ('v:x a skos:Concept ; skos:notation "x" .', "needs skos:inScheme"),
        (
            'v:x skos:inScheme v:measures ; skos:notation "x" ; skos:prefLabel "x" .',
            "is new and needs 'a skos:Concept'",
        ),
        ('v:x a skos:Concept ; skos:inScheme v:months ; skos:notation "13" .', "takes words for its own codes only"),
        ('v:mine a skos:ConceptScheme ; skos:prefLabel "mine" .', "is a code list: kg reads its own alone"),
        ('e:x a skos:Concept ; skos:inScheme v:measures ; skos:notation "x" .', "write v:word"),
        (
            'v:x a skos:Concept ; skos:inScheme v:currencies ; skos:notation "koku" ; skos:prefLabel "koku" .',
            "three capitals",
        ),
        (
            f'{RELATION} ; kg:says "owns subject object" .',
            "no relation 'owns'",
        ),
        (
            f'{RELATION} ; kg:says "parentOf" .',
            "a predicate and two slots",
        ),
    ],
)
def test_a_concept_that_does_not_fit_is_one_line_with_its_place(tmp_path, turtle, says):
    with pytest.raises(VocabularyError) as problem:
        lists(tmp_path, turtle)
    assert is_one_line(str(problem.value), tmp_path, says)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'@prefix e: <https://e.example/> .\ne:a e:b "c .\n', "mine.ttl:2: is no Turtle"),
        (b"@prefix e: <https://e.example/> .\n\n<acme> e:b e:c .", "mine.ttl:3: is no Turtle: No scheme"),
        (
            b"e:acme a e:Company .",
            "mine.ttl:1: is no Turtle: The prefix e: has not been declared (declare it at the top",
        ),
        (b'@prefix e: <https://e.example/> .\ne:a e:b "caf\xe9" .', "mine.ttl:2: is not UTF-8"),
        ("@prefix e: <https://e.example/> .".encode("utf-16"), "mine.ttl:1: is not UTF-8"),
        (b"<html><body>Acme</body></html>", "mine.ttl:1: is no Turtle"),
        (bytes(range(256)), "mine.ttl:1: is no"),
        (b"PK\x03\x04" + bytes(100), "mine.ttl:1: is no"),
        (b"@prefix e: <https://e.example/> .\ne:a e:b " + b"(" * 100_000, "mine.ttl"),
        (b"@prefix e: <https://e.example/> .\ne:a e:b " + b"[ e:b " * 100_000, "mine.ttl"),
        (b"#" * ((16 << 20) + 1), "more than 16 MB is too large"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "bytes",
)
def test_a_file_that_is_no_vocabulary_is_one_line(tmp_path, content, says):
    path = tmp_path / "mine.ttl"
    path.write_bytes(content)
    with pytest.raises(VocabularyError) as problem:
        read([path])
    assert says in str(problem.value)
    assert "\n" not in str(problem.value)


def test_what_does_not_fit_is_told_with_its_line(tmp_path):
    for turtle, line in (
        ('\n\ne:acme skos:altLabel "Top" ;\n\n  # "Over"\n  skos:altLabel "Oslo" ;\n kg:makes e:oslo .', 8),
        ('e:k\r\n  skos:altLabel "K" ;\r\n\r\n  a kg:Company .', 4),
        (f"{NEW} .\ne:acme\n  a\n    kg:Chip\n.", 6),
        ('e:acme skos:note """a\nb\nc""" .\ne:acme skos:altLabel "Oslo" .', 6),
        (f'e:acme skos:note """{"long " * 9}\n{"x" * 9000}""" .\ne:acme skos:altLabel "Oslo" .', 5),
    ):
        with pytest.raises(VocabularyError, match=rf"mine\.ttl:{line}: "):
            lexicon(tmp_path, turtle)


def test_a_pipe_that_lies_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "mine.ttl")
    with pytest.raises(VocabularyError, match="is no file that can be read"):
        read([tmp_path])


def test_what_is_not_there_or_has_no_end_is_one_line(tmp_path):
    for path, says in (
        (tmp_path / "none.ttl", "cannot be read: No such file"),
        (tmp_path, "the folder holds no vocabulary"),
        ("", "an empty path"),
        ("https://e.example/mine.ttl", "https://e.example/mine.ttl: is an address"),
        ("/dev/zero", "too large"),
    ):
        with pytest.raises(VocabularyError, match=says):
            read([path])


def test_a_folder_is_all_the_turtle_below_it_but_what_is_hidden(tmp_path):
    for name in ("b.ttl", "sub/a.TTL", ".hidden/c.ttl", ".d.ttl", "notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(
            f'{PREFIXES} e:{Path(name).stem.strip(".")} skos:altLabel "X" .' if name != "notes.txt" else "no Turtle"
        )
    assert [one.subject.removeprefix(vocab.DATA) for one in read([tmp_path]).entities] == ["a", "b"]


def test_the_hash_tells_what_is_said_and_not_how_it_is_written(tmp_path):
    one = own(tmp_path, 'e:acme skos:altLabel "Top"@en . v:revenue skos:altLabel "takings"@en .', "1.ttl")
    again = own(tmp_path, '# as before\nv:revenue skos:altLabel "takings"@en .', "2.ttl")
    both = read([tmp_path / "2.ttl", tmp_path / "1.ttl", tmp_path / "1.ttl"])
    assert one.digest == both.digest != again.digest
    (tmp_path / "bom.ttl").write_bytes(b"\xef\xbb\xbf" + (tmp_path / "1.ttl").read_bytes())
    assert read([tmp_path / "bom.ttl"]).digest == one.digest
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own


@given(st.lists(st.sampled_from(["", "\n", "# a comment\n", "  ", "\t", "@prefix x: <https://x.example/> .\n"])))
def test_a_file_that_says_nothing_changes_nothing(tmp_path_factory, parts):
    folder = tmp_path_factory.mktemp("empty")
    (folder / "mine.ttl").write_text("".join(parts), encoding="utf-8")
    empty = read([folder])
    assert empty == Overlay() == read([])
    assert told(lexicon(folder, "")) == told(names.read([folder / "registry.ttl"]))


@settings(max_examples=30)
@given(st.sets(st.integers(0, 9)))
def test_to_say_again_what_is_known_changes_nothing(tmp_path_factory, places):
    folder = tmp_path_factory.mktemp("again")
    (folder / "registry.ttl").write_text(PREFIXES + REGISTRY, encoding="utf-8")
    every = read([folder / "registry.ttl"]).entities
    some = [one for place, one in enumerate(every) if place in places]
    assert told(names.read([folder / "registry.ttl"], some)) == told(names.read([folder / "registry.ttl"]))


def test_the_code_lists_are_as_they_were_where_nothing_is_said(tmp_path):
    assert lists(tmp_path, "") == {name: dict(listed) for name, listed in codes.schemes().items()}


@pytest.fixture
def process(monkeypatch):
    """Make this process one that has read nothing yet."""
    monkeypatch.setattr(chosen, "_chosen", None)
    monkeypatch.setattr(chosen, "_seen", False)
    monkeypatch.delenv(chosen.VARIABLE, raising=False)
    return monkeypatch


@pytest.mark.usefixtures("process")
def test_a_process_has_one_vocabulary_from_its_first_reading_on(tmp_path):
    first, second = own(tmp_path, f"{NEW} .", "1.ttl"), own(tmp_path, 'e:acme skos:altLabel "Top" .', "2.ttl")
    chosen.choose(second)
    chosen.choose(first)
    assert chosen.current() is first
    chosen.choose(read([tmp_path / "1.ttl"]))
    with pytest.raises(UsageError, match="before anything is read"):
        chosen.choose(second)
    assert chosen.current() is first


def test_the_environment_names_files_where_no_program_does(process, tmp_path):
    assert chosen.current() == Overlay()
    chosen.forget()
    first, second = own(tmp_path, f"{NEW} .", "1.ttl"), own(tmp_path, 'e:acme skos:altLabel "Top" .', "2.ttl")
    process.setenv(chosen.VARIABLE, f"{tmp_path / '1.ttl'}{os.pathsep}{tmp_path / '2.ttl'}{os.pathsep}")
    assert chosen.current().entities == tuple(sorted(first.entities + second.entities))
    chosen.forget()
    chosen.choose(second)
    assert chosen.current() is second
