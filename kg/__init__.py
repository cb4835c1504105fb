"""kg: attributed knowledge graphs from news.

Everything a user needs is here; it is imported when it is first used, so that `import kg` is quick.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import (
        Graph,
        Report,
        Table,
        build,
        open_graph,
        rows,
        to_networkx,
        to_pandas,
        to_rdflib,
        use_vocabulary,
        validate_files,
    )
    from kg.errors import KgError

__version__ = "0.1.0"

__all__ = [
    "Graph",
    "KgError",
    "Report",
    "Table",
    "__version__",
    "build",
    "open_graph",
    "rows",
    "to_networkx",
    "to_pandas",
    "to_rdflib",
    "use_vocabulary",
    "validate_files",
]

_API = frozenset(__all__) - {"KgError", "__version__"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any of the names above
    """Import a public name when it is first asked for."""
    if name == "KgError":
        from kg.errors import KgError

        return KgError
    if name in _API:
        import kg.api

        return getattr(kg.api, name)
    raise AttributeError(f"module 'kg' has no attribute '{name}'")


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
