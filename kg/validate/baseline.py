"""A baseline: the fingerprints of findings that are known, so that old ones do not block new work."""

import re
from dataclasses import replace
from pathlib import Path

from kg import outputs
from kg.errors import InputError
from kg.validate.report import Report

_LINE = re.compile(r"([0-9a-f]{16})(?:\s+.*)?")


def write(report: Report, path: Path) -> None:
    """Write the fingerprints of all findings, one a line with its rule, sorted. Raises InputError where it cannot."""
    lines = sorted({f"{finding.fingerprint} {finding.rule}" for finding in report.findings})
    outputs.write(path, "".join(f"{line}\n" for line in lines).encode())


def read(path: Path) -> frozenset[str]:
    """Return the fingerprints of a baseline. Raises InputError for a file that is missing or no baseline."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as problem:
        raise InputError(f"{path}: cannot be read as a baseline: {problem.strerror or problem}") from problem
    except UnicodeDecodeError as problem:
        raise InputError(f"{path}: is no baseline: not UTF-8 (--write-baseline makes one)") from problem
    found = [_LINE.fullmatch(line) for line in lines if line.strip() and not line.startswith("#")]
    if not all(found):
        raise InputError(
            f"{path}: is no baseline: each line starts with 16 hexadecimal digits (--write-baseline makes one)"
        )
    return frozenset(line[1] for line in found if line)


def without(report: Report, known: frozenset[str]) -> Report:
    """Return the report without the findings of a baseline; how many were left out is kept and said."""
    new = tuple(finding for finding in report.findings if finding.fingerprint not in known)
    return replace(report, findings=new, known=report.known + len(report.findings) - len(new))
