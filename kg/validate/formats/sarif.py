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
    worst: dict[str, Finding] = {}
    for finding in report.findings:
        worst.setdefault(finding.rule, finding)
    rules = sorted(worst)
    run = {
        "tool": {
            "driver": {
                "name": "kg",
                "version": __version__,
                "informationUri": _INFORMATION,
                "rules": [_rule(worst[rule], report) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [_result(finding, rules.index(finding.rule), report) for finding in report.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(worst: Finding, report: Report) -> dict[str, Any]:
    about = report.about.get(worst.rule, worst.message)
    return {
        "id": worst.rule,
        "shortDescription": {"text": worst.rule.replace("-", " ")},
        "fullDescription": {"text": about},
        "help": {"text": about},
        "defaultConfiguration": {"level": _LEVELS[worst.severity]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    told = [report.summary, *(notice.message for notice in report.notices)]
    notifications = [{"level": "note", "message": {"text": text}} for text in told]
    return {"executionSuccessful": True, "toolExecutionNotifications": notifications}


def _result(finding: Finding, index: int, report: Report) -> dict[str, Any]:
    related = []
    if finding.place is not None and finding.source is not None:
        related.append({"message": {"text": "the node in the RDF"}, **_location(finding.source)})
    related.append(_shape(finding))
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_located(finding, report)],
        "relatedLocations": [{"id": number, **place} for number, place in enumerate(related, start=1)],
        "partialFingerprints": {"kg/v1": finding.fingerprint},
        "properties": {"focus": finding.focus, "shape": finding.shape},
    }


def _located(finding: Finding, report: Report) -> dict[str, Any]:
    """Return where a finding is; without a line anywhere, in what was checked: code scanning refuses none."""
    known = finding.place or finding.source or Place(next(iter(report.checked), "graph"))
    return {**_location(known), "logicalLocations": [{"fullyQualifiedName": finding.focus, "kind": "resource"}]}


def _shape(finding: Finding) -> dict[str, Any]:
    name = finding.shape or finding.rule
    place = {} if finding.defined is None else _location(finding.defined)
    return {
        "message": {"text": "the shape"},
        **place,
        "logicalLocations": [{"fullyQualifiedName": name, "kind": "declaration"}],
    }


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.path, safe="/._-~", errors="surrogateescape")}}
    if place.line is not None:
        physical["region"] = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    return {"physicalLocation": physical}
