"""The links of a store, kept up: a change of documents is followed to what it can affect."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg import resources
from kg.lexicon.overlay import chosen
from kg.link.citations import Citing, Identified, Same, Sources
from kg.link.copies import Copied
from kg.link.direct import Direct
from kg.link.documents import Credited, Read
from kg.link.exceeding import Exceeding
from kg.link.fellows import Fellows
from kg.link.groups import Grouped
from kg.link.index import Index
from kg.link.propagation import Difference, Stage, propagate
from kg.link.rates import Parts, Rates
from kg.link.reports import Carried, Grouping
from kg.link.restates import Restated
from kg.link.rewriting import rewrite
from kg.rdf.iris import Iris
from kg.store.protocol import Store

_AT_ONCE = 500
"""Quads that are parsed together."""
_LITTLE = 4 << 20
"""Bytes by which the process grows before the store lets go of what it caches: it is quick while nothing is written."""
_WRITTEN = 4 << 20
"""The same while links are written: each is put in order four times, and that is done beside."""
_TOGETHER = 1000
"""Documents whose change is followed at once where much is known already."""
_MADE_BY, _OPEN = "made by", "open"


def links(store: Store) -> tuple[Quad, ...]:
    """Return the quads of the links graph and of the derived graph, sorted; the store is not changed.

    They follow from the document graphs and the kept texts alone: what the two graphs held before does not matter.
    """
    index = Index(None, store.base)
    propagate(index, _stages(store, index), store.documents(), met=Copied.name)
    return tuple(sorted(_quads(index.quads()), key=str))


class Linking:
    """Keeps the links of an open store up while documents come and go. Use it in a `with` block.

    Where the store has a place for it, what linking knows is kept, and only what a change can affect is linked anew.
    What another version of kg or of its vocabulary made, or a run that did not end, is not trusted: all is linked anew.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._index = Index(store.index_file, store.base)

        self._trusted = self._index.state(_MADE_BY) == _maker() and self._index.state(_OPEN) == "no"

    def begin(self) -> None:
        """Say, before documents change, that they will: of a run that does not end, nothing is trusted."""
        self._index.keep(_OPEN, "yes")
        self._index.commit()

    def follow(self, documents: Collection[str]) -> int:
        """Bring the links up to date with documents that came, went or changed.

        Returns how many nodes of all stages were asked, none where nothing had to be done.
        """
        asked = self._amend(documents) if self._trusted else self._replace()
        self._index.keep(_MADE_BY, _maker())
        self._index.keep(_OPEN, "no")
        self._index.commit()
        self._trusted = True
        return asked

    def __enter__(self) -> Self:
        """Return the linking itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of what is known."""
        self._index.close()

    def _amend(self, documents: Iterable[str]) -> int:
        """Follow changes some documents at a time: what follows from these is held in memory."""
        asked, changed = 0, iter(documents)
        while some := tuple(islice(changed, _TOGETHER)):
            found = self._propagated(some)
            for name in self._graphs():
                self._store.change(name.value, _of(name, found.gone), _of(name, found.come))
            asked += found.asked
        return asked

    def _replace(self) -> int:
        self._index.clear()
        found = self._propagated(self._store.walk())
        self._index.rest()
        for name in self._graphs():
            self._store.trim(0)
            self._write(name)
        return found.asked

    def _propagated(self, documents: Iterable[str]) -> Difference:
        stages = _stages(self._store, self._index)
        return propagate(self._index, stages, documents, met=Copied.name, rest=lambda: self._store.trim(_LITTLE))

    def _write(self, name: NamedNode) -> None:
        """Write one of the two graphs: bit by bit where that saves memory, else at once.

        Of a run that ends before the index is committed nothing is trusted, so that half a graph does not last.
        """
        quads = _quads(line for line in self._index.quads() if line.endswith(str(name)))
        if self._store.index_file is None:
            self._store.put(name.value, quads)
        else:
            rewrite(self._store, name, quads, lambda: self._store.trim(_WRITTEN))

    def _graphs(self) -> tuple[NamedNode, NamedNode]:
        iris = Iris(self._store.base)
        return NamedNode(iris.links), NamedNode(iris.derived)


def _stages(store: Store, index: Index) -> tuple[Stage, ...]:
    """Return the steps of linking, each after those whose entries it looks up."""
    base = store.base
    return (
        Read(store, index),
        Credited(index),
        Copied(index, store.text),
        Grouped(index),
        Grouping(base),
        Carried(base),
        Identified(base),
        Fellows(),
        Same(base),
        Restated(index),
        Citing(base),
        Sources(base),
        Direct(store),
        Parts(),
        Rates(base),
        Exceeding(base),
    )


def _quads(lines: Iterable[str]) -> Iterator[Quad]:
    rest = iter(lines)
    while some := list(islice(rest, _AT_ONCE)):
        yield from parse("".join(f"{line} .\n" for line in some), RdfFormat.N_QUADS)


def _of(graph: NamedNode, lines: Iterable[str]) -> list[Quad]:
    return list(_quads(line for line in lines if line.endswith(str(graph))))


@cache
def _maker() -> str:
    """Return a hash of what linking depends on besides the store: its own code and vocabulary."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    data = [*resources.files("ontology", "**/*.ttl"), *resources.files("queries", "derive/*.rq")]
    found = sha256()
    for path in (*code, *data):
        found.update(path.read_bytes())
    found.update(chosen.current().digest.encode())
    return found.hexdigest()
