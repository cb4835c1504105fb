"""The C library's allocator, from which the database has its memory: what it keeps free can go back to the system."""

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Give back what is free; does nothing where the C library (musl, macOS) has no such function."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
