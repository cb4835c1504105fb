"""Reports for people and machines: one file a format, all behind one function."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg.errors import UsageError
from kg.validate.formats.github import github
from kg.validate.formats.json import json
from kg.validate.formats.junit import junit
from kg.validate.formats.sarif import sarif
from kg.validate.formats.text import text
from kg.validate.formats.turtle import turtle
from kg.validate.report import Report

FORMATS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {"text": text, "github": github, "sarif": sarif, "junit": junit, "json": json, "turtle": turtle}
)


def render(report: Report, name: str) -> str:
    """Return a report in a format, ending in a line break. Raises UsageError for an unknown one, with those known."""
    form = FORMATS.get(name)
    if form is None:
        raise UsageError(f"no format '{name}' for findings: there are {', '.join(FORMATS)}")
    return form(report)
