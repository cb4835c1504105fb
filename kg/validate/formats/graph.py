"""The report as RDF: a sh:ValidationReport in Turtle, one result a finding, sorted."""

from kg import vocab
from kg.validate.findings import Finding
from kg.validate.report import Report


def written(report: Report) -> str:
    """Return the Turtle. Nodes are named by fingerprint, so that the same findings give the same bytes."""
    results = [_result(finding) for finding in report.findings]
    names = ", ".join(f"<urn:kg:finding:{finding.fingerprint}>" for finding in report.findings)
    conforms = "false" if report.findings else "true"
    head = f"<urn:kg:report> a sh:ValidationReport ; sh:conforms {conforms}"
    told = f" ;\n  sh:result {names} ." if names else " ."
    return "\n\n".join([f"@prefix sh: <{vocab.SH}> .", head + told, *results]) + "\n"


def _result(finding: Finding) -> str:
    parts = [
        f"<urn:kg:finding:{finding.fingerprint}> a sh:ValidationResult",
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
