"""The report as RDF: a sh:ValidationReport in Turtle, one result a finding, sorted."""

from collections import Counter
from collections.abc import Iterable

from kg import vocab
from kg.validate.findings import Finding
from kg.validate.report import Report


def written(report: Report) -> str:
    """Return the Turtle. Nodes are named by fingerprint, so that the same findings give the same bytes.

    Of several findings with one fingerprint, as where a value is of the wrong type and too low, each is a result.
    """
    iris = _iris(report.findings)
    results = [_result(iri, finding) for iri, finding in zip(iris, report.findings, strict=True)]
    names = ", ".join(iris)
    conforms = "false" if report.findings else "true"
    head = f"<urn:kg:report> a sh:ValidationReport ; sh:conforms {conforms}"
    told = f" ;\n  sh:result {names} ." if names else " ."
    return "\n\n".join([f"@prefix sh: <{vocab.SH}> .", head + told, *results]) + "\n"


def _iris(findings: Iterable[Finding]) -> list[str]:
    times: Counter[str] = Counter()
    iris = []
    for mark in (finding.fingerprint for finding in findings):
        times[mark] += 1
        iris.append(f"<urn:kg:finding:{mark}{f'-{times[mark]}' if times[mark] > 1 else ''}>")
    return iris


def _result(iri: str, finding: Finding) -> str:
    parts = [
        f"{iri} a sh:ValidationResult",
        f"sh:focusNode {finding.focus}",
        f"sh:resultSeverity <{finding.severity.iri}>",
        f"sh:resultMessage {_literal(finding.message)}",
    ]
    if finding.shape:
        parts.append(f"sh:sourceShape <{finding.shape}>")
    if finding.component:
        parts.append(f"sh:sourceConstraintComponent <{finding.component}>")
    if finding.path and finding.path.startswith("<") and " " not in finding.path:
        parts.append(f"sh:resultPath {finding.path}")
    if finding.value:
        parts.append(f"sh:value {finding.value}")
    return " ;\n  ".join(parts) + " ."


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'
