"""Reading by a vocabulary of a user's own: chosen before anything is read, and checked at once."""

import os
from collections.abc import Sequence

from kg.errors import KgError
from kg.lexicon import codes, names
from kg.lexicon.overlay import chosen, statements


def use(paths: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] | None = None) -> None:
    """Read by the Turtle files and folders of these paths, without any by those that `KG_VOCABULARY` names.

    Raises VocabularyError for a file that cannot be read or contradicts what kg knows, UsageError where this process
    has read by another vocabulary.
    """
    if paths is not None:
        chosen.choose(statements.read([paths] if isinstance(paths, str | os.PathLike) else paths))
    try:
        codes.schemes()
        names.registry()
    except KgError:
        # What fitted is not kept either: the next choice starts from nothing.
        codes.schemes.cache_clear()
        names.registry.cache_clear()
        chosen.forget()
        raise
