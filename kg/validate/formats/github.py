"""Findings as workflow commands, which GitHub shows beside the line of the article or RDF file."""

from kg.validate.findings import Finding, Severity
from kg.validate.formats.wording import plain, short
from kg.validate.report import Report

_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(report: Report) -> str:
    """Return one command a finding and notice, then the summary."""
    lines = [_command(finding) for finding in report.findings]
    lines += [f"::notice title={_property(notice.rule)}::{_data(notice.message)}" for notice in report.notices]
    return "\n".join([*lines, report.summary]) + "\n"


def _command(finding: Finding) -> str:
    place = finding.place or finding.source
    known = [] if place is None else [("file", place.path), ("line", place.line), ("col", place.column)]
    properties = [*known, ("title", finding.rule)]
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties if value is not None)
    return f"::{_LEVELS[finding.severity]} {written}::{_data(f'{plain(finding.message)} ({short(finding.focus)})')}"


def _data(value: str) -> str:
    """Escape what ends a command, as the runner unescapes it."""
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
