"""Composition: the reading wing and the graph wing put together, one function per thing a user does."""

from kg.pipeline.building import Built, build, relink, retract
from kg.pipeline.reading import Corpus, corpus, extract, extractions, extractor, rows_of
from kg.pipeline.writing import export_store, memory_store, turtle_of

__all__ = [
    "Built",
    "Corpus",
    "build",
    "corpus",
    "export_store",
    "extract",
    "extractions",
    "extractor",
    "memory_store",
    "relink",
    "retract",
    "rows_of",
    "turtle_of",
]
