"""Processes that answer, so that a query which runs over its time is stopped for good: Oxigraph has no other way.

Each process opens the store for reading; it opens it anew when the store's files have changed. A process that had to
be stopped, or that ended because a query took too much memory, is replaced by a new one.
"""

import multiprocessing
import queue
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from pyoxigraph import Store as Engine

from kg.errors import KgError, StoreError
from kg.lexicon.overlay import chosen
from kg.lexicon.overlay.statements import Overlay
from kg.store.layout import Layout, existing
from kg.store.oxigraph import EmbeddedStore
from kg.store.snapshots import discard_left, snapshot
from kg.web.answers import answer
from kg.web.exchange import Reply, Task, problem

_SPAWN = multiprocessing.get_context("spawn")
"""Not fork: the server has threads."""
_STARTING = 60.0
"""Seconds that a process may take to start and open the store."""


class Pool:
    """As many processes as may answer at the same time. Threads may call `run` together."""

    def __init__(self, folder: Path, processes: int, seconds: float, memory: int) -> None:
        self._seconds = seconds
        self._idle: queue.Queue[_Worker] = queue.Queue()
        for _ in range(processes):
            self._idle.put(_Worker(folder, memory))

    def run(self, task: Task) -> Reply:
        """Return the reply to a task, or 503 where it took too long or no process became free in that time."""
        try:
            worker = self._idle.get(timeout=self._seconds)
        except queue.Empty:
            return problem(503, "all processes are busy: try again later", Retry_After=str(int(self._seconds) + 1))
        try:
            return worker.run(task, self._seconds)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End all processes that are idle."""
        with suppress(queue.Empty):
            while True:
                self._idle.get_nowait().stop()


class _Worker:
    """One process, started with its first task."""

    def __init__(self, folder: Path, memory: int) -> None:
        self._arguments = (folder, memory)
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None

    def run(self, task: Task, seconds: float) -> Reply:
        """Return the reply of the process; where there is none in time, stop the process."""
        try:
            line = self._started()
            line.send(task)
            if line.poll(seconds):
                reply: Reply = line.recv()
                return reply
        except (EOFError, OSError):
            self.stop()
            return problem(503, "the query ended its process, for want of memory perhaps: narrow it")
        self.stop()
        return problem(503, f"the query took longer than {seconds:g} seconds and was stopped: narrow it")

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None

    def _started(self) -> Connection:
        if self._line is None or self._process is None:
            self._line, theirs = _SPAWN.Pipe()
            given = (theirs, *self._arguments, chosen.current())
            self._process = _SPAWN.Process(target=_serve, args=given, daemon=True)
            self._process.start()
            theirs.close()
            if not self._line.poll(_STARTING):
                raise EOFError
            self._line.recv()
        return self._line


def _serve(line: Connection, folder: Path, memory: int, vocabulary: Overlay) -> None:
    """Answer tasks until the other end hangs up, in the words of the vocabulary of the process that started this."""
    chosen.choose(vocabulary)
    _limit(memory)
    opened = _Opened(folder)
    line.send(None)
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            task: Task = line.recv()
            try:
                line.send(answer(task, *opened.fresh()))
            except KgError as wrong:
                line.send(problem(500, str(wrong)))
            except MemoryError:
                line.send(problem(503, "the query takes too much memory: narrow it"))


class _Opened:
    """The store as it is now: opened anew when its files have changed since."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._state: object = None
        self._pair: tuple[Engine, EmbeddedStore] | None = None

    def fresh(self) -> tuple[Engine, EmbeddedStore]:
        layout = existing(self._folder)
        if layout is None:
            raise StoreError(f"there is no store at '{self._folder}' any more")
        state = _state(layout)
        if self._pair is None or state != self._state:
            if self._pair is not None:
                self._pair[1].close()
            discard_left(layout.reading)
            seen = snapshot(layout.engine, layout.reading)
            self._pair = seen.engine, EmbeddedStore(seen.engine, layout.base, layout, seen=seen)
            self._state = state
        return self._pair


def _state(layout: Layout) -> object:
    files = sorted(layout.engine.iterdir())
    return [(file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.name != "LOG"]


def _limit(memory: int) -> None:
    """Let the process have so many bytes at most, where the system knows such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
