"""Which nodes are still to be asked, stage by stage: kept on disk, for in a build from nothing all of them are."""

from collections.abc import Iterable, Iterator, Sequence

from kg.link.said import Node
from kg.store.scratch import Kept

_AT_ONCE = 100
"""Nodes handed out together."""
_TABLES = (
    "reached (stage TEXT, name TEXT, PRIMARY KEY (stage, name)) WITHOUT ROWID",
    "turn (place TEXT, name TEXT, PRIMARY KEY (place, name)) WITHOUT ROWID",
)


class Agenda(Kept):
    """The nodes that a change has reached, of these stages. Use it in a `with` block."""

    def __init__(self, stages: Iterable[str]) -> None:
        self._open = set(stages)
        super().__init__(*_TABLES)

    def reach(self, nodes: Iterable[Node]) -> None:
        """Have nodes asked, each once; of stages whose turn has come nobody is asked any more."""
        still = (node for node in nodes if node[0] in self._open)
        self._kept.write_all("INSERT OR IGNORE INTO reached VALUES (?, ?)", still)

    def reached(self, stage: str) -> Iterator[str]:
        """Yield the nodes of a stage that were reached, sorted; its turn has come then."""
        self._open.discard(stage)
        yield from (
            name for (name,) in self._kept.rows("SELECT name FROM reached WHERE stage = ? ORDER BY name", stage)
        )

    def turns(self, nodes: Iterable[tuple[str, str]]) -> Iterator[Sequence[str]]:
        """Yield nodes, some at a time, by place and name; given as pairs of these, some more than once."""
        self._kept.write("DELETE FROM turn")
        self._kept.write_all("INSERT OR IGNORE INTO turn VALUES (?, ?)", nodes)
        query = "SELECT place, name FROM turn WHERE (place, name) > (?, ?) ORDER BY place, name LIMIT ?"
        last = ("", "")
        while rows := self._kept.some(query, *last, _AT_ONCE):
            last = (rows[-1][0], rows[-1][1])
            yield [name for _, name in rows]
