"""Findings as JUnit XML: one test case a finding; only what fails the run is a failure."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kg.validate.findings import Finding
from kg.validate.formats.wording import plain, short, where
from kg.validate.report import Report


def junit(report: Report) -> str:
    """Return a test suite; without findings it holds one case that passed."""
    cases = len(report.findings) or 1
    counts = {"tests": str(cases), "failures": str(len(report.failing)), "skipped": str(len(report.notices))}
    counts["tests"] = str(cases + len(report.notices))
    suite = Element("testsuite", {"name": "kg validate", **counts})
    for finding in report.findings:
        _case(suite, finding, fails=finding.severity >= report.fail_on)
    if not report.findings:
        SubElement(suite, "testcase", {"classname": "kg", "name": report.summary})
    for notice in report.notices:
        case = SubElement(suite, "testcase", {"classname": "kg", "name": notice.rule})
        SubElement(case, "skipped", {"message": notice.message})
    indent(suite)
    return tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


def _case(suite: Element, finding: Finding, *, fails: bool) -> None:
    place = finding.place or finding.source
    where_it_is = {} if place is None else {"file": place.path, "line": str(place.line or 1)}
    name = _legal(f"{finding.rule} {short(finding.focus)}")
    case = SubElement(suite, "testcase", {"classname": f"kg.{finding.severity.word}", "name": name, **where_it_is})
    said = _legal(f"{where(finding) or short(finding.focus)}: {plain(finding.message)}")
    if fails:
        SubElement(case, "failure", {"type": finding.rule, "message": _legal(plain(finding.message))}).text = said
    else:
        SubElement(case, "system-out").text = said


def _legal(value: str) -> str:
    """Replace what XML 1.0 cannot hold."""
    return "".join(
        char if char in "\t\n\r" or " " <= char <= "\ud7ff" or char >= "\ue000" else "\ufffd" for char in value
    )
