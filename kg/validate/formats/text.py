"""Findings as text: one block a finding, the summary last."""

from collections.abc import Iterator

from kg.validate.findings import Finding
from kg.validate.formats.wording import plain, short, where
from kg.validate.report import Report


def text(report: Report) -> str:
    """Return the report for a terminal."""
    blocks = [line for finding in report.findings for line in _block(finding)]
    notices = [f"not checked: {notice.message}" for notice in report.notices]
    return "\n".join([*blocks, *notices, report.summary]) + "\n"


def _block(finding: Finding) -> Iterator[str]:
    place = where(finding)
    yield f"{place + ': ' if place else ''}{finding.severity.word}: {plain(finding.message)} [{finding.rule}]"
    path = f" {short(finding.path)}" if finding.path else ""
    value = f" {short(finding.value)}" if finding.value and finding.value != finding.focus else ""
    yield f"    {short(finding.focus)}{path}{value}"
