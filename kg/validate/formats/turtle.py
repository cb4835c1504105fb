"""Findings as a SHACL validation report in Turtle, with IRIs, so that two runs give the same bytes."""

from pyoxigraph import Literal

from kg import vocab
from kg.validate.findings import Finding
from kg.validate.report import Report

_HEAD = f"@prefix sh: <{vocab.SH}> .\n@prefix xsd: <{vocab.XSD}> .\n"


def turtle(report: Report) -> str:
    """Return the report as `sh:ValidationReport`; what SHACL did not find has its rule as source shape."""
    nodes = [f"<urn:kg:finding:{number}-{each.fingerprint}>" for number, each in enumerate(report.findings, start=1)]
    conforms = "false" if report.findings else "true"
    results = f" ;\n  sh:result {' , '.join(nodes)}" if nodes else ""
    blocks = [f"<urn:kg:report> a sh:ValidationReport ;\n  sh:conforms {conforms}{results} ."]
    blocks += [_result(node, finding) for node, finding in zip(nodes, report.findings, strict=True)]
    return "\n".join([_HEAD, *blocks]) + "\n"


def _result(node: str, finding: Finding) -> str:
    shape = finding.shape or f"urn:kg:rule:{finding.rule}"
    rows = [
        ("sh:resultSeverity", f"<{finding.severity.iri}>"),
        ("sh:focusNode", finding.focus),
        ("sh:resultPath", _path(finding.path)),
        ("sh:value", finding.value),
        ("sh:resultMessage", str(Literal(finding.message))),
        ("sh:sourceShape", f"<{shape}>"),
        ("sh:sourceConstraintComponent", f"<{finding.component}>" if finding.component else None),
    ]
    said = "".join(f" ;\n  {name} {term}" for name, term in rows if term is not None)
    return f"{node} a sh:ValidationResult{said} ."


def _path(path: str | None) -> str | None:
    """Return a path that is one property; others have no term, and the source shape holds them."""
    return path if path is not None and path.startswith("<") and path.count("<") == 1 and path.endswith(">") else None
