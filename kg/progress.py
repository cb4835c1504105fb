"""How far long work is: who watches it is told at each step."""

from collections.abc import Callable
from typing import TypeAlias

Watch: TypeAlias = Callable[[int, int, str], None]
"""Told how much is done, of how much, and on what."""


def silent(done: int, total: int, what: str) -> None:
    """Watch nothing."""
