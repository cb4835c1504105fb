"""The report for people: one line a finding, worst first, then what else to know and what was looked at."""

from collections import Counter
from collections.abc import Iterable

from kg.validate.findings import Finding, Place
from kg.validate.report import Report


def written(report: Report) -> str:
    """Return the report as lines."""
    lines = each_once(line(finding) for finding in report.findings)
    lines += [f"note: {one_line(notice.message)}" for notice in report.notices]
    return "\n".join([*lines, report.summary]) + "\n"


def each_once(lines: Iterable[str]) -> list[str]:
    """Return lines each once, in their order; where one came more often (for several values), it says how often."""
    return [text if times == 1 else f"{text} ({times} times)" for text, times in Counter(lines).items()]


def line(finding: Finding) -> str:
    """Return one finding on one line: where, how bad, what, which rule, and the Turtle line of its node."""
    where = place(finding.place) or finding.focus
    source = f" (described at {place(finding.source)})" if finding.source and finding.source != finding.place else ""
    return one_line(f"{where}: {finding.severity.word}: {finding.message} [{finding.rule}]{source}")


def place(found: Place | None) -> str:
    """Return `path:line:column` as far as it is known."""
    if found is None:
        return ""
    return ":".join(str(part) for part in (found.path, found.line, found.column) if part is not None)


def one_line(text: str) -> str:
    """Return a text without line breaks, control characters and half characters, which names and paths may hold."""
    return "".join(char if char.isprintable() else " " for char in text)
