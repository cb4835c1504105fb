"""The file that tells the folder of a store from any other."""

from pathlib import Path

MARK = "kg-store.json"


def is_store(folder: Path) -> bool:
    """Tell whether a folder is a store, in whatever state. Raises OSError where it cannot be looked into."""
    return (folder / MARK).exists()
