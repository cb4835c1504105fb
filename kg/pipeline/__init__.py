"""Composition: the reading wing and the graph wing put together, one function per thing a user does.

Each name is imported when it is first asked for: who only reads texts waits for no store and no validator.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.pipeline.building import Built, Held, build, holdings, relink, retract, retract_from
    from kg.pipeline.checking import Checks, check_change, check_files, check_open, check_store
    from kg.pipeline.explaining import draw_explanation, explain_store, story_of, to_networkx
    from kg.pipeline.reading import Corpus, corpus, extract, extractions, extractor, page_of, rows_of
    from kg.pipeline.writing import build_in_memory, export_store, memory_store, turtle_of

__all__ = [
    "Built",
    "Checks",
    "Corpus",
    "Held",
    "build",
    "build_in_memory",
    "check_change",
    "check_files",
    "check_open",
    "check_store",
    "corpus",
    "draw_explanation",
    "explain_store",
    "export_store",
    "extract",
    "extractions",
    "extractor",
    "holdings",
    "memory_store",
    "page_of",
    "relink",
    "retract",
    "retract_from",
    "rows_of",
    "story_of",
    "to_networkx",
    "turtle_of",
]

_HOMES = {
    "building": ("Built", "Held", "build", "holdings", "relink", "retract", "retract_from"),
    "checking": ("Checks", "check_change", "check_files", "check_open", "check_store"),
    "explaining": ("draw_explanation", "explain_store", "story_of", "to_networkx"),
    "reading": ("Corpus", "corpus", "extract", "extractions", "extractor", "page_of", "rows_of"),
    "writing": ("build_in_memory", "export_store", "memory_store", "turtle_of"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any of the names above
    """Import a name when it is first asked for."""
    if name in _HOME:
        return getattr(import_module(f"kg.pipeline.{_HOME[name]}"), name)
    raise AttributeError(f"module 'kg.pipeline' has no attribute '{name}'")
