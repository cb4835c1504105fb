"""How much memory the process takes, and how what the C library's allocator keeps free goes back to the system."""

import ctypes
import os
from contextlib import suppress
from pathlib import Path

_STATE = Path("/proc/self/statm")
_ARENAS = -8
"""What glibc calls M_ARENA_MAX."""
_PAGE = os.sysconf("SC_PAGE_SIZE")


def give_back() -> None:
    """Give back what is free; does nothing where the C library (musl, macOS) has no such function."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def one_heap() -> None:
    """Have threads that start later share the heaps there are, for a process whose memory is a store's above all.

    Each thread of the database else has one of its own, in which it keeps what it let go of.
    """
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(_ARENAS, 1)


def anonymous() -> int | None:
    """Return how many bytes of memory are taken that are of no file; None where the system does not tell."""
    try:
        _, resident, shared, *_ = _STATE.read_bytes().split()
    except OSError:
        return None
    return (int(resident) - int(shared)) * _PAGE
