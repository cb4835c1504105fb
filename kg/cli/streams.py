"""Standard input, output and errors as whoever started the process left them: closed, full, or in another encoding."""

import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from kg.errors import InputError
from kg.outputs import ReaderGone


class _Output(io.FileIO):
    """Standard output whose errors say so: Python's own name neither a file nor a cause that a user knows."""

    def write(self, data: bytes) -> int:  # type: ignore[override]  # any buffer, as the class it extends takes
        """Write bytes. Raises InputError where they cannot be taken, ReaderGone where nobody reads them any more."""
        try:
            return super().write(data)
        except BrokenPipeError as problem:
            raise ReaderGone from problem
        except OSError as problem:
            reason = problem.strerror or problem
            raise InputError(f"standard output cannot be written: {reason}; what was printed is not whole") from problem


class _Errors(io.FileIO):
    """Standard error that loses what it cannot take: the exit code still tells."""

    def write(self, data: bytes) -> int:  # type: ignore[override]  # any buffer, as the class it extends takes
        """Write bytes, if that is possible."""
        with suppress(OSError):
            return super().write(data)
        return len(data)


def ready() -> None:
    """Make the standard streams fit for use; done once, before anything is opened.

    A stream that is closed is one that fails when it is used: else the next file opened, such as a store's own, would
    stand in its place. What is printed is UTF-8 in every locale, for it is what files hold, and names that are not
    Unicode are printed as escapes.
    """
    for number, way in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_WRONLY)):
        _hold(number, way)
    # Python has None for a stream that was closed when it started.
    if sys.__stdin__ is None:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - for as long as the process lives
    # A test or a program that calls the command line may have put streams of its own there.
    if sys.stdout is sys.__stdout__:
        sys.stdout = _text(_Output(1, "w", closefd=False))
    if sys.stderr is sys.__stderr__:
        sys.stderr = _text(_Errors(2, "w", closefd=False))


def _text(raw: io.FileIO) -> TextIO:
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8", errors="backslashreplace", line_buffering=True)


def _hold(number: int, way: int) -> None:
    """Take up a closed descriptor with one that cannot be used the way it is meant."""
    try:
        os.fstat(number)
    except OSError:
        # The lowest that is free, which those before are not.
        os.open(os.devnull, way)
