"""The whole of a validation over a small graph of our own: quotes, IRIs, terms, places, changes of a store."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.errors import InputError
from kg.model import Document, Entity, Extraction, FigureClaim, Mention, Period, Quantity, Span, Step, Unnamed
from kg.rdf.encode import encode
from kg.store.embedded import memory
from kg.store.oxigraph import EmbeddedStore
from kg.validate import Place, Report, Severity, load_shapes, reading, validate, validate_delta
from kg.validate.checking import Settings, check
from kg.validate.graphs import quads
from kg.validate.location import Files
from kg.validate.texts import Texts

_TEXT = "Harbour Wire\n\nLumen Chips will spend €20bn — “twice as much” — on plants in 2025, two people said.\n"

_YEAR = Period("2025")


def _extraction(
    amount: int = 20,
    path: str = "wire/plants.txt",
    offset: int = 0,
    period: Period | None = _YEAR,
    before: str = "",
) -> Extraction:
    text = before + _TEXT.replace("€20bn", f"€{amount}bn")
    start, figure = text.index("Lumen"), text.index("€")
    claim = FigureClaim(
        Entity("Lumen Chips", "Company"),
        "capital-expenditure",
        (Quantity(Decimal(amount) * 10**9, "EUR", scale=9),),
        period=period,
        mode="planned",
    )
    via = (Step((Entity("Harbour Wire", "Outlet"),)), Step((Unnamed("two people", 2),)))
    mention = Mention(claim, Span(start, len(text) - 1), Span(figure, figure + 5), via)
    document = Document(text, "plants", path, offset=offset, outlet="Harbour Wire", date="2025-01-23")
    return Extraction(document, (mention,))


def _without(data: Iterable[Quad], name: str) -> list[Quad]:
    return [quad for quad in data if quad.predicate.value != vocab.KG + name]


def _rules(report: Report) -> set[str]:
    return {finding.rule for finding in report.failing}


def test_what_encode_writes_passes() -> None:
    report = validate(encode(_extraction()), texts=Texts(lambda _: _TEXT))
    assert (report.failing, report.notices, report.status) == ((), (), 0)
    assert report.summary.startswith(f"{report.nodes} nodes checked by {report.shapes} shapes: ")
    assert report.nodes > 5


def test_what_is_missing_is_found_at_the_article_s_line() -> None:
    report = validate(_without(encode(_extraction()), "mode"), texts=Texts(lambda _: _TEXT))
    assert report.status == 1
    [found] = [finding for finding in report.failing if finding.rule == "figure-mode"]
    assert found.place == Place("wire/plants.txt", 3, 24)


def test_a_finding_in_an_aggregated_file_counts_its_lines_in_the_file() -> None:
    before = "[1]\nAnother article.\n[2]\n"
    data = _without(encode(_extraction(offset=len(before))), "mode")
    own = validate(data, texts=Texts(text_of=lambda _: _TEXT))
    whole = validate(data, texts=Texts(file_of=lambda _: before + _TEXT))
    assert {finding.place for finding in own.failing} == {Place("wire/plants.txt")}
    assert {finding.place for finding in whole.failing} == {Place("wire/plants.txt", 6, 24)}


def test_quotes_without_a_text_are_not_checked_and_not_passed() -> None:
    report = validate(encode(_extraction()))
    assert [notice.rule for notice in report.notices] == ["quotes-not-checked"]
    assert "1 quote was not checked" in report.notices[0].message


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (_TEXT.replace("€20bn", "€30bn"), {"text-changed", "quote-not-in-text", "printed-not-in-text"}),
        (_TEXT.replace("Harbour", "Harbor"), {"text-changed", "quote-not-in-text", "printed-not-in-text"}),
        (_TEXT + "More.\n", {"text-changed"}),
    ],
)
def test_a_quote_that_does_not_stand_in_the_text_is_found(text: str, rules: set[str]) -> None:
    assert _rules(validate(encode(_extraction()), texts=Texts(lambda _: text))) == rules


def test_a_claim_that_was_edited_has_the_wrong_iri() -> None:
    old, new = (
        Literal("20000000000", datatype=NamedNode(vocab.XSD + "decimal")),
        Literal("30", datatype=NamedNode(vocab.XSD + "decimal")),
    )
    data = [
        Quad(quad.subject, quad.predicate, new if quad.object == old else quad.object, quad.graph_name)
        for quad in encode(_extraction())
    ]
    assert "claim-iri" in _rules(validate(data))


def test_a_term_that_nobody_declared_is_found() -> None:
    data = encode(_extraction())
    wrong = Quad(data[0].subject, NamedNode(vocab.KG + "pirnted"), Literal("x"), data[0].graph_name)
    [found] = [finding for finding in validate([*data, wrong]).failing if finding.rule == "undeclared-term"]
    assert found.message == "kg:pirnted is no term of the vocabulary."


def test_what_fails_is_decided_by_fail_on() -> None:
    data = encode(_extraction(period=None))
    assert validate(data).status == 0
    assert validate(data, fail_on=Severity.INFO).status == 1


def test_findings_are_the_same_whatever_the_order_of_the_data() -> None:
    data = _without(encode(_extraction()), "mode")
    assert validate(data).findings == validate(reversed(data)).findings


def test_a_fingerprint_outlives_words_and_places() -> None:
    data = _without(encode(_extraction()), "mode")
    one, other = validate(data), validate(data, texts=Texts(lambda _: _TEXT))
    assert [finding.fingerprint for finding in one.findings] == [finding.fingerprint for finding in other.findings]
    assert len({finding.fingerprint for finding in one.findings}) == len(one.findings)


def test_a_fingerprint_outlives_an_edit_of_the_article() -> None:
    one, other = (validate(_without_quotes(_extraction(before=before))) for before in ("", "New.\n\n"))
    old, new = ({finding.focus for finding in report.findings if "/doc/" in finding.focus} for report in (one, other))
    assert old
    assert old.isdisjoint(new)
    assert {finding.fingerprint for finding in one.findings} == {finding.fingerprint for finding in other.findings}
    elsewhere = validate(_without_quotes(_extraction(path="wire/copy.txt")))
    assert {finding.fingerprint for finding in one.findings} != {finding.fingerprint for finding in elsewhere.findings}


def _without_quotes(extraction: Extraction) -> list[Quad]:
    return [quad for quad in encode(extraction) if quad.predicate.value != vocab.OA + "exact"]


def test_the_line_of_a_node_in_its_rdf_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(
        "@base <https://w3id.org/kg-news/id/> .\n@prefix kg: <https://w3id.org/kg-news/ns#> .\n\n"
        "<company/lumen>\n  a kg:Company .\n\nkg:extra a kg:Place .\n"
    )
    data = reading.read([file])
    report = check(quads(data.graph), Settings(load_shapes()), Files(data.lines))
    lines = {finding.focus: finding.source for finding in report.findings if finding.rule == "entity-name"}
    assert lines == {
        "<https://w3id.org/kg-news/id/company/lumen>": Place(file.as_posix(), 4, 1),
        "<https://w3id.org/kg-news/ns#extra>": Place(file.as_posix(), 7, 1),
    }


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("none.ttl", None, "cannot be read"),
        ("own.txt", "text", "no ending of an RDF file"),
        ("own.ttl", "<urn:a> <urn:b> .", "cannot be read as Turtle"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_and_no_finding(
    tmp_path: Path, name: str, content: str | None, says: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(InputError, match=says):
        reading.read([tmp_path / name])


def _store(*extractions: Extraction) -> EmbeddedStore:
    store = memory()
    for extraction in extractions:
        data = encode(extraction)
        [name] = {quad.graph_name for quad in data}
        assert isinstance(name, NamedNode)
        store.put(name.value, data, extraction.document.text)
    return store


def test_a_change_is_checked_on_what_it_touches() -> None:
    store = _store(_extraction(), _extraction(path="wire/copy.txt"))
    fresh = encode(_extraction(40, "wire/new.txt"))
    report = validate_delta(store, _without(fresh, "mode"))
    assert _rules(report) == {"figure-mode"}
    assert report.nodes < validate(store.dump()).nodes + 5
    assert [notice.rule for notice in report.notices] == ["quotes-not-checked"]


def test_a_change_finds_what_it_makes_of_others() -> None:
    store = _store(_extraction())
    fresh = encode(_extraction(40, "wire/new.txt"))
    found = {(finding.rule, finding.focus) for finding in validate_delta(store, fresh).findings}
    everything = {(finding.rule, finding.focus) for finding in validate([*store.dump(), *fresh]).findings}
    conflicts = {pair for pair in everything if pair[0] == "conflicting-figures"}
    assert len(conflicts) == 2
    assert conflicts <= found


def test_a_triple_goes_when_the_last_graph_lets_go_of_it() -> None:
    store = _store(_extraction(), _extraction(path="wire/copy.txt"))
    modes = [quad for quad in store.dump() if quad.predicate.value == vocab.KG + "mode"]
    assert len(modes) == 2
    assert _rules(validate_delta(store, (), modes[:1])) == set()
    assert _rules(validate_delta(store, (), modes)) == {"figure-mode"}


def test_what_is_removed_and_added_again_changes_nothing() -> None:
    store = _store(_extraction())
    everything = list(store.dump())
    report = validate_delta(store, everything, everything)
    assert report.findings == ()
