"""A bound on the memory that a command takes.

Where bytes of a store are damaged, Oxigraph gives the same error again without end, and joins and groups collect it
until all memory is gone. Python cannot interrupt that, so a thread beside it ends the process with one line. A store
outlives that as it outlives a kill.
"""

import os
import re
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

from kg.errors import UsageError

VARIABLE = "KG_MEMORY"
"""The environment variable that sets the bound: bytes, or 500M, or 4G."""
_SHARE = 0.8
"""How much of the memory that is available a command may take where nobody set a bound."""
_EVERY = 0.2
"""Seconds between two looks."""
_SIZE = re.compile(r"([0-9]{1,18})([KMG]?)")
_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9}
_RESIDENT, _AVAILABLE = Path("/proc/self/statm"), Path("/proc/meminfo")


@contextmanager
def bounded() -> Iterator[None]:
    """End the process, with exit code 2 and a line that says why, once it takes too much memory.

    Raises UsageError for a bound that is none.
    """
    most, done = _bound(), Event()

    def watch() -> None:
        while not done.wait(_EVERY):
            if _taken() > most:
                os.write(2, _said(most).encode())
                os._exit(2)

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def _said(most: int) -> str:
    size = f"{most / 1e9:.1f} GB" if most >= _UNITS["G"] else f"{most / 1e6:.0f} MB"
    return (
        f"kg: stopped at {size} of memory: see with 'kg store check' whether the store is damaged; if it is not, ask "
        f"for less, or allow more with {VARIABLE}=8G\n"
    )


def _bound() -> int:
    said = os.environ.get(VARIABLE)
    if not said:
        return int(_SHARE * _available())
    found = _SIZE.fullmatch(said.strip().upper())
    if found is None:
        raise UsageError(f"{VARIABLE} is '{said}': give bytes, such as 500M or 4G")
    return int(found[1]) * _UNITS[found[2]]


def _available() -> int:
    """Return the bytes that the system can still hand out, all of its memory where it does not tell."""
    with suppress(OSError):
        for line in _AVAILABLE.read_text().splitlines():
            name, _, size = line.partition(":")
            if name == "MemAvailable":
                return int(size.split()[0]) * 1024
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _taken() -> int:
    """Return the bytes that the process takes; where the system does not tell, the most it took so far."""
    with suppress(OSError):
        return int(_RESIDENT.read_text().split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
