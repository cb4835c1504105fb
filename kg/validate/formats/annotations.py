"""GitHub's workflow commands: an annotation at the article's line for each finding.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest in silence
(docs.github.com, "Workflow commands", limits of annotations), so the rest is counted in a line of its own.
"""

from hashlib import sha256

from kg.validate.findings import Finding, Severity
from kg.validate.formats.plain import each_once, line, one_line
from kg.validate.report import Report

LIMIT = 10
"""Annotations of one level that GitHub shows for one step."""
_COMMANDS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def written(report: Report) -> str:
    """Return workflow commands, then everything again as plain lines in a folded group, then the summary."""
    notices = [f"::notice title=kg::{_data(notice.message)}" for notice in report.notices]
    lines: list[str] = []
    for severity in sorted(Severity, reverse=True):
        found = [finding for finding in report.findings if finding.severity is severity]
        # Notices of what was not checked come before those of findings: both are one level to GitHub.
        lines += _level(severity, notices if severity is Severity.INFO else [], found)
    if report.findings:
        lines += [
            "::group::All findings",
            *_inert(each_once(line(finding) for finding in report.findings)),
            "::endgroup::",
        ]
    return "\n".join([*lines, report.summary]) + "\n"


def _level(severity: Severity, before: list[str], found: list[Finding]) -> list[str]:
    """Return the annotations of one level; the last of ten says how many more there are."""
    lines = [*before, *each_once(map(_command, found))]
    if len(lines) <= LIMIT:
        return lines
    more = len(lines) - (LIMIT - 1)
    said = f"::{_COMMANDS[severity]} title=kg::{more} more {severity.word} findings: see the step's log"
    return [*lines[: LIMIT - 1], said]


def _inert(lines: list[str]) -> list[str]:
    """Return lines between commands that keep the runner from taking any of them, made of data, for a command."""
    token = "kg-" + sha256("\n".join(lines).encode(errors="surrogatepass")).hexdigest()[:32]
    return [f"::stop-commands::{token}", *lines, f"::{token}::"]


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
