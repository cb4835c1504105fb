"""How much memory the process takes, and how what the C library's allocator keeps free goes back to the system."""

import ctypes
import os
from contextlib import suppress
from pathlib import Path

_STATE = Path("/proc/self/statm")
_PAGE = os.sysconf("SC_PAGE_SIZE")


def give_back() -> None:
    """Give back what is free; does nothing where the C library (musl, macOS) has no such function."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def anonymous() -> int | None:
    """Return how many bytes of memory are taken that are of no file; None where the system does not tell."""
    try:
        _, resident, shared, *_ = _STATE.read_bytes().split()
    except OSError:
        return None
    return (int(resident) - int(shared)) * _PAGE
