"""What an export holds in memory at a time does not depend on how much there is to export."""

import gc
import io
import tracemalloc
from dataclasses import dataclass

import pytest
from fixtures.small import all_three
from pyoxigraph import RdfFormat, parse

from kg import vocab
from kg.export import formats
from kg.export.archive import write_archive
from kg.export.formats import exporter
from kg.export.protocol import FolderExporter
from kg.rdf.encode import encode
from kg.rdf.sorting import sorted_lines, sorted_pairs

PATTERN = [f"{quad.triple} .\n" for quad in encode(all_three()[0])]
LINKS = vocab.DATA + "graph/links"
FEW, MANY = 25, 75
RUN = 300_000
"""Bytes that are sorted in memory at a time here: the few fill it too, so that both sort in files."""
SLACK = 500_000
"""Bytes that the many may take more: the names of their graphs, and how garbage happens to be collected."""


@dataclass(frozen=True)
class Made:
    """Documents alike but for their IRIs, and a graph of links as long as there are documents; nothing is kept."""

    count: int
    base: str = vocab.DATA

    def graphs(self):
        return (*(f"{self.base}doc/{number:06}" for number in range(self.count)), LINKS)

    def graph(self, name):
        assert name != LINKS, "the graph of all documents has to come line by line"
        return tuple(parse(b"".join(self.lines(name)), format=RdfFormat.N_TRIPLES))

    def lines(self, name):
        if name == LINKS:
            return (self._link(number, 0) for number in range(self.count * 10))
        return iter(sorted(line.replace(self.base, f"{name}/").encode() for line in PATTERN))

    def union(self):
        for number, name in enumerate(self.graphs()):
            yield from self.lines(name) if name != LINKS else ()
            yield from (self._link(number, place) for place in range(10))

    def _link(self, number, place):
        return f'<{self.base}link/{number:09}> <{vocab.RDFS}label> "{place} {"x" * 3000}" .\n'.encode()


class Nowhere(io.RawIOBase):
    """Takes what is written and says where it stands."""

    def __init__(self):
        self.size = 0

    def writable(self):
        return True

    def write(self, data):
        self.size += len(data)
        return len(data)


def peak(form, count):
    """Return the bytes that Python holds at most, beyond what it held before, and how many were written."""
    using, stream = exporter(form), Nowhere()
    # What other tests left behind would put off the collection of cycles, whose garbage then counts as held.
    gc.collect()
    gc.freeze()
    tracemalloc.start()
    try:
        if isinstance(using, FolderExporter):
            write_archive(using.files(Made(count)), stream)
        else:
            using.write(Made(count), stream)
        return tracemalloc.get_traced_memory()[1], stream.size
    finally:
        tracemalloc.stop()
        gc.unfreeze()


@pytest.mark.parametrize("form", formats())
def test_three_times_as_much_takes_no_more_memory(form, monkeypatch):
    for sort in (sorted_lines, sorted_pairs):
        monkeypatch.setattr(sort, "__defaults__", (RUN, 8))
    monkeypatch.setattr("kg.rdf.turtle._REMEMBERED", 500)
    peak(form, 1)
    (few, short), (many, long) = peak(form, FEW), peak(form, MANY)
    assert long > 2 * short
    assert many < few + SLACK, f"{few:,} bytes for {FEW} documents, {many:,} for {MANY}"
