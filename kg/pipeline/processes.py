"""One kind of work on many items, done by this process or shared out among several.

Results come in the order of the items, so that nothing that is written depends on how many processes there were.
Processes are started by `spawn`: the one that owns a store has threads of the database, which a fork would not have.
"""

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

from kg.errors import KgError, UsageError
from kg.lexicon.overlay import chosen
from kg.lexicon.overlay.statements import Overlay

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 2
"""Items handed out per process: one that is worked on and one that waits. More would only take memory."""


def mapped(work: Callable[[Item], Result], items: Iterable[Item], jobs: int = 1) -> Iterator[Result]:
    """Yield what `work` returns for each item, in order. With one job it is done here, when the next result is asked.

    With more, as many processes work ahead; `work`, the items and the results must be things that pickle takes. An
    error of `work` is raised here. Raises UsageError where `work` cannot be handed to another process, KgError where a
    process ended.
    """
    if jobs == 1:
        yield from map(work, items)
        return
    given = iter(items)
    with _processes(work, jobs) as pool:
        waiting: deque[Future[Result]] = deque()
        try:
            while True:
                waiting += (pool.submit(_worked, item) for item in islice(given, jobs * _AHEAD - len(waiting)))
                if not waiting:
                    return
                yield waiting.popleft().result()
        except BrokenProcessPool as problem:
            raise KgError(
                "a process that was reading ended, for want of memory perhaps: run it again with fewer --jobs; what "
                "was done is kept"
            ) from problem
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _processes(work: Callable[[Item], Result], jobs: int) -> ProcessPoolExecutor:
    """Return processes that do `work`; each is started when there is something for it to do."""
    try:
        packed = pickle.dumps(work)
    except (AttributeError, TypeError, pickle.PicklingError) as problem:
        raise UsageError(
            f"what reads the texts cannot be handed to other processes ({problem}): use --jobs 1"
        ) from problem
    return ProcessPoolExecutor(jobs, get_context("spawn"), _started, (packed, chosen.current()))


_work: Callable[[Any], Any]
"""What this process does; set once, when it starts, so that a large extractor is handed over once and not per text."""


def _started(packed: bytes, vocabulary: Overlay) -> None:
    """Make a process ready: it reads by the vocabulary of the one that started it.

    It ends when the process that started it is no more, however that ended.
    """
    global _work  # noqa: PLW0603 - see above
    # A terminal sends the interrupt to all; the process that started this one decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    chosen.choose(vocabulary)
    _work = pickle.loads(packed)  # noqa: S301 - our own process packed it


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _worked(item: Any) -> Any:  # noqa: ANN401 - whatever the work takes and gives
    return _work(item)
