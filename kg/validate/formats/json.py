"""Findings as JSON: everything a finding knows, under stable names."""

from __future__ import annotations

import json as encoder
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.validate.findings import Finding, Place
    from kg.validate.report import Report


def json(report: Report) -> str:
    """Return one JSON object with the findings, the notices and the counts."""
    content = {
        "summary": report.summary,
        "status": report.status,
        "fail_on": report.fail_on.word,
        "nodes": report.nodes,
        "shapes": report.shapes,
        "known": report.known,
        "findings": [_finding(finding) for finding in report.findings],
        "notices": [{"rule": notice.rule, "message": notice.message} for notice in report.notices],
    }
    return encoder.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "message": finding.message,
        "focus": finding.focus,
        "path": finding.path,
        "value": finding.value,
        "shape": finding.shape or None,
        "component": finding.component or None,
        "fingerprint": finding.fingerprint,
        "place": _place(finding.place),
        "source": _place(finding.source),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    return None if place is None else {"file": place.path, "line": place.line, "column": place.column}
