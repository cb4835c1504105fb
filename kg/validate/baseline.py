"""Baselines: findings that are known and shall not block, by fingerprint, in a text file that diffs well."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kg.errors import InputError
from kg.validate.findings import Finding
from kg.validate.report import Report

_LINE = re.compile(r"([0-9a-f]{16})(?:\s.*)?")


def written(findings: Iterable[Finding]) -> str:
    """Return the lines of a baseline: fingerprint, rule and node, sorted, each once."""
    lines = {f"{finding.fingerprint} {finding.rule} {finding.focus}" for finding in findings}
    return "".join(f"{line}\n" for line in sorted(lines))


def read(path: Path) -> frozenset[str]:
    """Return the fingerprints in a baseline. Raises InputError for a file that is missing or is no baseline."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(f"the baseline '{path}' cannot be read: {problem}") from problem
    found = set()
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            fits = _LINE.fullmatch(line)
            if not fits:
                raise InputError(f"'{path}' is no baseline: line {number} does not begin with a fingerprint")
            found.add(fits[1])
    return frozenset(found)


def without(report: Report, known: frozenset[str]) -> Report:
    """Return the report without known findings, which it counts."""
    left = tuple(finding for finding in report.findings if finding.fingerprint not in known)
    return replace(report, findings=left, known=report.known + len(report.findings) - len(left))
