"""The report as JUnit XML: a test case per rule that found something, and one that says what was checked."""

from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from kg.validate.findings import Finding
from kg.validate.formats.plain import line
from kg.validate.report import Report


def written(report: Report) -> str:
    """Return the XML; findings below `--fail-on` are output of passing cases, those at or above it failures."""
    by_rule = sorted(report.findings, key=lambda finding: finding.rule)
    cases = [_case(rule, list(found), report) for rule, found in groupby(by_rule, key=lambda finding: finding.rule)]
    cases.append(_checked(report))
    failures = sum("<failure" in case for case in cases)
    head = f'<testsuite name="kg validate" tests="{len(cases)}" failures="{failures}" errors="0" skipped="0" time="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *cases, "</testsuite>"]) + "\n"


def _case(rule: str, found: list[Finding], report: Report) -> str:
    told = "\n".join(line(finding) for finding in found)
    failing = [finding for finding in found if finding.severity >= report.fail_on]
    name = f'<testcase classname="kg" name={_quoted(rule)} time="0">'
    if not failing:
        return f"{name}<system-out>{_text(told)}</system-out></testcase>"
    message = _quoted(f"{len(failing)} times: {failing[0].message}")
    return (
        f"{name}<failure type={_quoted(failing[0].severity.word)} message={message}>{_text(told)}</failure></testcase>"
    )


def _checked(report: Report) -> str:
    told = "\n".join([report.summary, *(notice.message for notice in report.notices)])
    return f'<testcase classname="kg" name="checked" time="0"><system-out>{_text(told)}</system-out></testcase>'


def _text(text: str) -> str:
    return escape(_legal(text))


def _quoted(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    """Replace what XML 1.0 cannot hold, such as control characters from hostile names."""
    return "".join(
        char
        if char in "\t\n" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char >= "\U00010000"
        else "\ufffd"
        for char in text
    )
