"""Opening a store by its location: each kind of store is a plug-in that says which locations are its own."""

from kg import plugins
from kg.errors import PluginError, UsageError
from kg.store.protocol import Opener, Store

GROUP = "kg.stores"


def open_store(location: str, *, write: bool = False, base: str | None = None) -> Store:
    """Open the store at `location`, read-only unless `write`; a writer makes a store that is not there.

    `base` is the base of a new store's data IRIs. Raises UsageError for a location of no known kind and StoreError
    for a store that cannot be opened.
    """
    for name in plugins.names(GROUP):
        opener = _opener(name)
        if opener.opens(location):
            return opener.open(location, write=write, base=base)
    known = ", ".join(plugins.names(GROUP)) or "none"
    raise UsageError(
        f"no kind of store ({known}) opens '{location}': give a folder, or the http(s) address of a SPARQL endpoint"
    )


def _opener(name: str) -> Opener:
    made = plugins.load(GROUP, name)()
    if not callable(getattr(made, "opens", None)) or not callable(getattr(made, "open", None)):
        raise PluginError(f"the plug-in '{name}' of {GROUP} is no store opener: it needs opens() and open()")
    opener: Opener = made
    return opener
