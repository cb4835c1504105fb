"""The report as SARIF 2.1.0 (OASIS) for code scanning: findings at the article's line, Turtle and shape as related."""

import json
from typing import Any
from urllib.parse import quote

from kg import __version__
from kg.validate.findings import Finding, Place, Severity
from kg.validate.report import Report

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_INFORMATION = "https://github.com/kg-news/kg"


def written(report: Report) -> str:
    """Return one run with its rules, results and what could not be checked."""
    rules = sorted({finding.rule for finding in report.findings})
    run = {
        "tool": {
            "driver": {"name": "kg", "version": __version__, "informationUri": _INFORMATION, "rules": _rules(rules)}
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [_result(finding, rules.index(finding.rule)) for finding in report.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rules(rules: list[str]) -> list[dict[str, Any]]:
    return [{"id": rule, "shortDescription": {"text": rule.replace("-", " ")}} for rule in rules]


def _invocation(report: Report) -> dict[str, Any]:
    told = [report.summary, *(f"not checked: {notice.message}" for notice in report.notices)]
    notifications = [{"level": "note", "message": {"text": text}} for text in told]
    return {"executionSuccessful": True, "toolExecutionNotifications": notifications}


def _result(finding: Finding, index: int) -> dict[str, Any]:
    known = [place for place in (finding.place, finding.source) if place is not None]
    related = [{"id": number, **_location(place)} for number, place in enumerate(known[1:], start=1)]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "partialFingerprints": {"kg/v1": finding.fingerprint},
        "properties": {"focus": finding.focus, "shape": finding.shape},
    }
    if known:
        result["locations"] = [_location(known[0])]
    if related:
        result["relatedLocations"] = related
    return result


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.path, safe="/._-~")}}
    if place.line is not None:
        physical["region"] = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    return {"physicalLocation": physical}
