"""A report in the form a person, a CI system or a graph wants: one file a form."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg.errors import UsageError
from kg.validate.formats import annotations, graph, junit, plain, sarif, structured
from kg.validate.report import Report

FORMATS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {
        "text": plain.written,
        "github": annotations.written,
        "sarif": sarif.written,
        "junit": junit.written,
        "json": structured.written,
        "turtle": graph.written,
    }
)


def written(report: Report, form: str) -> str:
    """Return the report in a form of FORMATS. Raises UsageError for an unknown one."""
    if form not in FORMATS:
        raise UsageError(f"no report format '{form}': there are {', '.join(FORMATS)}")
    return FORMATS[form](report)
