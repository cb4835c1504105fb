"""Which vocabulary of a user's own this process reads by: chosen once, before anything is read.

Names and code lists are read once in a process, and so are the patterns that are made of them: a vocabulary that came
later would be seen by some and not by others.
"""

import os
from collections.abc import Sequence
from threading import RLock

from kg.errors import UsageError
from kg.lexicon.overlay.statements import Overlay, read

VARIABLE = "KG_VOCABULARY"
"""The variable of the environment that names files and folders, where a program names none."""

_lock = RLock()
_chosen: Overlay | None = None
_seen = False


def current() -> Overlay:
    """Return the vocabulary that was chosen, else that of the environment; from now on it stays.

    Raises VocabularyError for files of the environment that cannot be read.
    """
    global _chosen, _seen  # noqa: PLW0603 - see above
    with _lock:
        if _chosen is None:
            _chosen = read(named())
        _seen = True
        return _chosen


def choose(overlay: Overlay) -> None:
    """Choose the vocabulary. Raises UsageError where another one was read by already."""
    global _chosen  # noqa: PLW0603 - see above
    with _lock:
        if _seen and _chosen is not None and _chosen.digest != overlay.digest:
            raise UsageError("another vocabulary was read by in this process: choose your own before anything is read")
        _chosen = _chosen if _seen else overlay


def forget() -> None:
    """Let go of a vocabulary that turned out not to fit: nothing was read by it."""
    global _chosen, _seen
    with _lock:
        _chosen, _seen = None, False


def named() -> Sequence[str]:
    """Return the files and folders that the environment names."""
    return [path for path in os.environ.get(VARIABLE, "").split(os.pathsep) if path]
