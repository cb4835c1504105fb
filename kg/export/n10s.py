"""Neo4j by way of its RDF plug-in n10s (neosemantics): the graph as Turtle, and the Cypher that loads it.

Without settings n10s keeps one value of each property and drops language tags: a thing with three names would have one.
"""

from collections.abc import Iterable, Iterator

from kg import vocab
from kg.export.neo4j import columns
from kg.export.protocol import Source
from kg.export.turtle import pieces

_SETTINGS = """// Run once in an empty database that has n10s; the last line says where the server finds graph.ttl.
CREATE CONSTRAINT n10s_unique_uri IF NOT EXISTS FOR (r:Resource) REQUIRE r.uri IS UNIQUE;
CALL n10s.graphconfig.init({{
  handleVocabUris: 'SHORTEN', handleRDFTypes: 'LABELS', keepLangTag: true, keepCustomDataTypes: true,
  handleMultival: 'ARRAY', multivalPropList: [{arrays}]
}});
{prefixes}
CALL n10s.rdf.import.fetch('file:///var/lib/neo4j/import/graph.ttl', 'Turtle');
"""
_ALWAYS = frozenset(vocab.SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel"))
"""Arrays whatever is in these graphs: the next ones loaded may have a second name for a thing."""


class N10s:
    """A Turtle file and the Cypher that loads it without loss."""

    def files(self, source: Source) -> Iterator[tuple[str, Iterable[bytes]]]:
        """Yield `graph.ttl` and `load.cypher`."""
        yield "graph.ttl", pieces(source.union(), source.base)
        yield "load.cypher", (settings(source).encode(),)


def settings(source: Source) -> str:
    """Return the Cypher: a property is an array where something has two values of it, and names always are."""
    several = {name for name, kind in columns(source).items() if kind.endswith("[]")} | _ALWAYS
    arrays = ", ".join(f"'{name}'" for name in sorted(several))
    spaces = (vocab.PREFIXES | {"e": source.base}).items()
    prefixes = "\n".join(f"CALL n10s.nsprefixes.add('{name}', '{space}');" for name, space in spaces)
    return _SETTINGS.format(arrays=arrays, prefixes=prefixes)
