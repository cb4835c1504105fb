"""Findings as SARIF 2.1.0, which code hosts and editors read."""

import json
from typing import Any
from urllib.parse import quote

from kg.validate.findings import Finding, Place, Severity
from kg.validate.formats.wording import plain, short
from kg.validate.report import Report

_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(report: Report) -> str:
    """Return one run; the fingerprint of a finding keeps it the same finding when lines move."""
    rules = sorted({finding.rule for finding in report.findings})
    driver = {"name": "kg", "informationUri": "https://w3id.org/kg-news/ns", "rules": [{"id": rule} for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules.index(finding.rule)) for finding in report.findings],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(report)}],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, index: int) -> dict[str, Any]:
    place = finding.place or finding.source
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{plain(finding.message)} ({short(finding.focus)})"},
        "partialFingerprints": {"kg/v1": finding.fingerprint},
        "locations": [] if place is None else [{"physicalLocation": _location(place)}],
    }


def _location(place: Place) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(place.path)}}
    if place.line is not None:
        location["region"] = {"startLine": place.line, "startColumn": place.column or 1}
    return location


def _notifications(report: Report) -> list[dict[str, Any]]:
    return [{"level": "note", "message": {"text": f"{notice.message} [{notice.rule}]"}} for notice in report.notices]
