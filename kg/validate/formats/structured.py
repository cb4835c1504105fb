"""The report as JSON: everything that is known of each finding."""

import json
from typing import Any

from kg.validate.findings import Finding, Place
from kg.validate.report import Report


def written(report: Report) -> str:
    """Return one JSON object: findings, notices, what was looked at, and whether it conforms."""
    value = {
        "conforms": not report.failing,
        "failOn": report.fail_on.word,
        "nodes": report.nodes,
        "shapes": report.shapes,
        "leftOut": report.known,
        "findings": [_finding(finding) for finding in report.findings],
        "notices": [{"rule": notice.rule, "message": notice.message} for notice in report.notices],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "message": finding.message,
        "focus": finding.focus,
        "path": finding.path,
        "value": finding.value,
        "shape": finding.shape,
        "component": finding.component,
        "fingerprint": finding.fingerprint,
        "article": _place(finding.place),
        "described": _place(finding.source),
        "shapeDefined": _place(finding.defined),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    return None if place is None else {"path": place.path, "line": place.line, "column": place.column}
