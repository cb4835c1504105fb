"""The journal of a run: what it was to do and what is done, so that a later session can finish it.

One JSON value a line: first the plan, then each item done. A line that was cut short counts as not done.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A run that did not come to its end: its plan in order, and which of it is done."""

    plan: tuple[str, ...]
    done: frozenset[str]

    @property
    def left(self) -> tuple[str, ...]:
        """What is still to do, in the order of the plan."""
        return tuple(item for item in self.plan if item not in self.done)


class Journal:
    """The journal in the folder `runs/` of a store; one run at a time, as there is one writer."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "open.jsonl"

    def begin(self, plan: Iterable[str]) -> None:
        """Open a run over these items; a run that is still open is forgotten."""
        part = self._file.with_suffix(".part")
        try:
            with part.open("w", encoding="utf-8") as lines:
                lines.write("[")
                lines.writelines((", " if place else "") + json.dumps(item) for place, item in enumerate(plan))
                lines.write("]\n")
            part.replace(self._file)
        except OSError as problem:
            raise self._unwritable(problem) from problem

    def done(self, item: str) -> None:
        """Note that an item is in the store."""
        try:
            with self._file.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(item) + "\n")
        except OSError as problem:
            raise self._unwritable(problem) from problem

    def written(self) -> bytes:
        """Return the journal as it stands, nothing where no run is open."""
        try:
            return self._file.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as problem:
            raise StoreError(f"the journal '{self._file}' cannot be read: {problem.strerror or problem}") from problem

    def take_over(self, written: bytes) -> None:
        """Be the journal that was written elsewhere."""
        try:
            self._file.write_bytes(written)
        except OSError as problem:
            raise self._unwritable(problem) from problem

    def finish(self) -> None:
        """Close the run."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError as problem:
            raise self._unwritable(problem) from problem

    def unfinished(self) -> Unfinished | None:
        """Return the run that was left open, None where there is none."""
        try:
            first, *rest = self._file.read_text(encoding="utf-8").split("\n")
            return Unfinished(tuple(json.loads(first)), frozenset(map(_item, rest)) - {""})
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, RecursionError) as problem:
            raise StoreError(f"the journal '{self._file}' cannot be read: remove it and build again") from problem

    def _unwritable(self, problem: OSError) -> StoreError:
        return StoreError(f"the journal '{self._file}' cannot be written: {problem.strerror or problem}")


def between(before: bytes, after: bytes, *, quiet: bool) -> bytes:
    """Return the journal of a moment between two at which it was read.

    A run that began or ended meanwhile may have been at work then: it is on record with nothing done. `quiet` says
    that none began and ended.
    """
    if after.startswith(before) and (before or (quiet and not after)):
        return before
    return ((after or before).partition(b"\n")[0] or b"[]") + b"\n"


def _item(line: str) -> str:
    try:
        item = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    return item if isinstance(item, str) else ""
