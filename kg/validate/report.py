"""What a validation gives: findings, what could not be checked, and how much was looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kg.validate.findings import Finding, Severity, ordered

_SHOWN = 20
"""Findings that a notebook shows."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know of a check, such as what could not be checked and why; never a pass and never a finding."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """Findings, worst first; `nodes` and `shapes` count what was looked at; `known` were left out by a baseline.

    `about` says what rules are for, as far as their shapes do; `checked` are the files or the store that were given.
    """

    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...] = ()
    nodes: int = 0
    shapes: int = 0
    fail_on: Severity = Severity.VIOLATION
    known: int = 0
    about: Mapping[str, str] = field(default_factory=dict)
    checked: tuple[str, ...] = ()

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that are at least as bad as `fail_on`."""
        return tuple(finding for finding in self.findings if finding.severity >= self.fail_on)

    @property
    def status(self) -> int:
        """The exit status: 0 fine, 1 failing findings. What could not run at all raises KgError, which is 2."""
        return 1 if self.failing else 0

    @property
    def summary(self) -> str:
        """One line that says what was checked and found."""
        counts = [(severity, self._count(severity)) for severity in sorted(Severity, reverse=True)]
        found = ", ".join(_counted(count, severity.word) for severity, count in counts if count) or "no findings"
        rest = f" ({_counted(self.known, 'known finding')} left out)" if self.known else ""
        looked = f"{_counted(self.nodes, 'node')} checked by {_counted(self.shapes, 'shape')}"
        return f"{looked}: {found}{rest}"

    def _repr_html_(self) -> str:
        """Return the summary and the worst findings, for notebooks."""
        from html import escape

        items = "".join(f"<li>{escape(f'{one.severity.word}: {one.message}')}</li>" for one in self.findings[:_SHOWN])
        more = f"<li>and {len(self.findings) - _SHOWN} more</li>" if len(self.findings) > _SHOWN else ""
        return f"<p>{escape(self.summary)}</p><ul>{items}{more}</ul>"

    def plus(self, findings: tuple[Finding, ...], notices: tuple[Notice, ...] = ()) -> "Report":
        """Return the report with more findings and notices."""
        return replace(self, findings=ordered([*self.findings, *findings]), notices=self.notices + notices)

    def _count(self, severity: Severity) -> int:
        return sum(1 for finding in self.findings if finding.severity == severity)


def _counted(number: int, noun: str) -> str:
    """Return a number with its noun; info has no plural."""
    return f"{number} {noun}" if number == 1 or noun == Severity.INFO.word else f"{number} {noun}s"
