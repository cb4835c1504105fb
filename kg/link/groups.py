"""Which documents carry one report together: those that pairs connect. The nodes are documents."""

from collections.abc import Iterable, Sequence

from kg.link.index import Index
from kg.link.propagation import Look, Stage
from kg.link.said import Entry, Said


class Grouped(Stage):
    """The group of each document, named by its first one."""

    name = "grouped"

    def __init__(self, index: Index) -> None:
        self._index = index
        self._found: dict[str, str] = {}

    def turn(self, name: str, index: Index) -> Iterable[tuple[str, str]]:
        """Have those asked whose pairs changed and all that were in a group with one: it may fall apart.

        Groups that grow together do so by a pair of which both were reached.
        """
        groups = {found.item for found in index.under(("group of", name))}
        members = {found.item for group in groups for found in index.under(("group", group))}
        yield from (("", one) for one in {name, *members})

    def prepare(self, names: Sequence[str]) -> None:  # noqa: ARG002 - of the protocol
        """Forget the groups walked for those before."""
        self._found = {}

    def say(self, name: str, look: Look) -> Said | None:
        """Walk the pairs around a document, once for all of its group that are asked together."""
        if look.one("there", name) is None:
            return None
        look.under("pair", name)
        if name not in self._found:
            group = self._connected(name)
            self._found.update(dict.fromkeys(group, min(group)))
        group_of = self._found[name]
        return Said(
            (
                Entry(("group of", name), group_of),
                Entry(("group", group_of), name, wakes=("grouping", group_of)),
            )
        )

    def _connected(self, name: str) -> set[str]:
        reached, queue = {name}, [name]
        while queue:
            for found in self._index.under(("pair", queue.pop())):
                if found.item not in reached:
                    reached.add(found.item)
                    queue.append(found.item)
        return reached
