"""Plug-ins: entry points by group and name. Built-ins are entry points too, so there is one list."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from kg.errors import PluginError, UsageError

_NOUNS = {"kg.exporters": "format", "kg.extractors": "extractor", "kg.readers": "reader", "kg.stores": "kind of store"}
"""What people call the plug-ins of a group."""


@cache
def _points(group: str) -> dict[str, EntryPoint]:
    found: dict[str, EntryPoint] = {}
    for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
        known = found.get(point.name)
        if known is not None and known.value != point.value:
            raise PluginError(
                f"two plug-ins of {group} are called '{point.name}': {known.value} and {point.value}; remove one"
            )
        found[point.name] = point
    return found


def names(group: str) -> tuple[str, ...]:
    """Return the names of the plug-ins of `group`, sorted."""
    return tuple(_points(group))


def load(group: str, name: str) -> Any:  # noqa: ANN401 - what a plug-in is, its group's protocol says
    """Return the plug-in `name` of `group`.

    Raises UsageError for an unknown name, PluginError for one that fails to load.
    """
    point = _points(group).get(name)
    if point is None:
        raise UsageError(f"no {_NOUNS.get(group, group)} '{name}': there are {', '.join(_points(group)) or 'none'}")
    try:
        return point.load()
    except Exception as problem:
        raise PluginError(f"the plug-in '{name}' ({point.value}) of {group} cannot be loaded: {problem}") from problem
