"""GitHub's workflow commands: an annotation at the article's line for each finding.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest in silence
(docs.github.com, "Workflow commands", limits of annotations), so the rest is counted in a line of its own.
"""

from itertools import groupby

from kg.validate.findings import Finding, Severity
from kg.validate.formats.plain import line, one_line
from kg.validate.report import Report

LIMIT = 10
"""Annotations of one level that GitHub shows for one step."""
_COMMANDS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def written(report: Report) -> str:
    """Return workflow commands, then everything again as plain lines in a folded group, then the summary."""
    lines: list[str] = []
    for severity, found in groupby(report.findings, key=lambda finding: finding.severity):
        lines += _level(severity, list(found))
    if report.findings:
        lines += ["::group::All findings", *(line(finding) for finding in report.findings), "::endgroup::"]
    lines += [f"::notice title=not checked::{_data(notice.message)}" for notice in report.notices[:LIMIT]]
    return "\n".join([*lines, report.summary]) + "\n"


def _level(severity: Severity, found: list[Finding]) -> list[str]:
    """Return the annotations of one level; the last of ten says how many more there are."""
    shown = found if len(found) <= LIMIT else found[: LIMIT - 1]
    lines = [_command(finding) for finding in shown]
    if len(found) > len(shown):
        more = len(found) - len(shown)
        lines.append(f"::{_COMMANDS[severity]} title=kg::{more} more {severity.word} findings: see the step's log")
    return lines


def _command(finding: Finding) -> str:
    known = finding.place or finding.source
    where = {"file": known.path, "line": known.line, "col": known.column} if known else {}
    properties = {**where, "title": f"kg {finding.rule}"}
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value is not None)
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(finding.message)}"


def _data(text: str) -> str:
    """Escape a message: nothing in the data may start a command of its own."""
    return one_line(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
