"""Composition: the reading wing and the graph wing put together, one function per thing a user does."""

from kg.pipeline.building import Built, Held, build, holdings, relink, retract, retract_from
from kg.pipeline.checking import Checks, check_change, check_files, check_open, check_store
from kg.pipeline.explaining import draw_explanation, explain_store, to_networkx
from kg.pipeline.reading import Corpus, corpus, extract, extractions, extractor, rows_of
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
    "relink",
    "retract",
    "retract_from",
    "rows_of",
    "to_networkx",
    "turtle_of",
]
