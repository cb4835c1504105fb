"""Reports in every format: nothing lost, nothing injected, read back by another reader; baselines."""

import json
import re
import xml.etree.ElementTree as ET

import pytest
import rdflib

from kg.errors import InputError, UsageError
from kg.validate import Finding, Notice, Place, Report, Severity, baseline, formats
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
    assert "not checked: The texts of 2 documents" in text
    assert "9 nodes checked by 4 shapes" in text
    assert len(text.splitlines()) == 5


def test_silence_is_no_success():
    assert formats.written(report(), "text").splitlines()[-1].startswith("9 nodes checked by 4 shapes")


def test_annotations_stay_within_what_is_shown_and_nothing_starts_a_command_of_its_own():
    many = report(*(finding(number) for number in range(25)), finding(1, Severity.WARNING, HOSTILE))
    text = formats.written(many, "github")
    errors = [line for line in text.splitlines() if line.startswith("::error")]
    assert len(errors) == annotations.LIMIT
    assert "16 more violation findings" in errors[-1]
    warning = next(line for line in text.splitlines() if line.startswith("::warning"))
    assert "file=articles/a b.txt,line=3,col=7" in warning
    assert "%0A" in warning
    assert "100%25" in warning


def test_sarif_has_locations_related_locations_fingerprints_and_rules():
    run = json.loads(formats.written(MIXED, "sarif"))["runs"][0]
    first = run["results"][0]
    assert first["level"] == "error"
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "articles/a%20b.txt"
    assert physical["region"] == {"startLine": 3, "startColumn": 7}
    assert first["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "new.ttl"
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"]
    assert re.fullmatch("[0-9a-f]{16}", first["partialFingerprints"]["kg/v1"])
    assert len(run["results"]) == 3


def test_junit_is_well_formed_and_counts_failures():
    suite = ET.fromstring(formats.written(MIXED, "junit"))  # noqa: S314 - our own output
    assert suite.get("failures") == "1"
    assert suite.get("tests") == str(len(suite.findall("testcase")))
    assert len(suite.findall("testcase/failure")) == 1


def test_json_holds_everything():
    value = json.loads(formats.written(MIXED, "json"))
    assert not value["conforms"]
    assert value["findings"][1]["message"] == HOSTILE
    assert value["findings"][0]["article"] == {"path": "articles/a b.txt", "line": 3, "column": 7}
    assert value["notChecked"][0]["rule"] == "quotes"


def test_turtle_is_a_validation_report_that_rdflib_reads():
    graph = rdflib.Graph().parse(data=formats.written(MIXED, "turtle"), format="turtle")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    assert len(list(graph.subjects(rdflib.RDF.type, sh.ValidationResult))) == 3
    assert rdflib.Literal(HOSTILE) in set(graph.objects(None, sh.resultMessage))


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
