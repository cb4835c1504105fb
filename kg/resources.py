"""Where the data files are: ontology, shapes, queries and examples, in a checkout or inside the wheel."""

from functools import cache
from pathlib import Path

from kg.errors import KgError

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """Return the folder of data files called `name` (ontology, shapes, queries, examples).

    A checkout has them beside the package, a wheel inside it. Raises KgError where neither is there.
    """
    for place in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise KgError(f"the data folder '{name}' is missing from this installation: install kg-news again")


def files(name: str, pattern: str) -> tuple[Path, ...]:
    """Return the files below the data folder `name` that fit the glob `pattern`, sorted by path."""
    return tuple(sorted(folder(name).glob(pattern)))
