"""The formats there are, and writing one: to a stream, or the files of a folder."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Quad

from kg import plugins, vocab
from kg.errors import PluginError, UsageError
from kg.export.archive import write_archive
from kg.export.protocol import Exporter, FileExporter, FolderExporter, Source
from kg.export.sources import QuadSource, StoreSource
from kg.store.protocol import Store

GROUP = "kg.exporters"
USUAL = "turtle"
"""The format where none is asked for."""
_ENDINGS = {
    ".csv": "csv",
    ".gexf": "gexf",
    ".graphml": "graphml",
    ".jsonld": "jsonld",
    ".nq": "nquads",
    ".nt": "ntriples",
    ".trig": "trig",
}
"""The formats that a file's ending names; no reader takes one for another."""


def formats() -> tuple[str, ...]:
    """Return the names of all formats, sorted."""
    return plugins.names(GROUP)


def named_by(output: str | None) -> str:
    """Return the format that the ending of a file names, else the usual one."""
    return _ENDINGS.get(Path(output or "").suffix.lower(), USUAL)


def exporter(form: str) -> Exporter:
    """Return the exporter of a format.

    Raises UsageError for an unknown format, PluginError for a plug-in that is none.
    """
    made = plugins.load(GROUP, form)()
    if not isinstance(made, (FileExporter, FolderExporter)):
        raise PluginError(f"the plug-in '{form}' of {GROUP} is no exporter: it needs write() or files()")
    return made


def is_folder(form: str) -> bool:
    """Tell whether a format is several files."""
    return isinstance(exporter(form), FolderExporter)


def export(quads: Iterable[Quad], form: str, stream: BinaryIO, base: str = vocab.DATA) -> None:
    """Write quads in a format; a format of several files comes as a ZIP archive."""
    _write(QuadSource(tuple(quads), base), exporter(form), stream)


def export_store(store: Store, form: str, stream: BinaryIO) -> None:
    """Write the graphs of a store in a format; a format of several files comes as a ZIP archive."""
    _write(StoreSource(store), exporter(form), stream)


def export_folder(store: Store, form: str, folder: Path) -> tuple[Path, ...]:
    """Write a format of several files into a new or empty folder and return their paths.

    Raises UsageError for a format of one file, for a folder that holds anything, for that might be an older export, and
    for one that cannot be written; nothing is left in it then.
    """
    using = exporter(form)
    if not isinstance(using, FolderExporter):
        raise UsageError(f"the format '{form}' is one file: give a file, not a folder")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"'{folder}' is there already and not an empty folder: give a new one")
    is_there = folder.exists()
    try:
        return tuple(_place(folder, name, chunks) for name, chunks in using.files(StoreSource(store)))
    except BaseException:
        for left in tuple(folder.iterdir()) if is_there else (folder,):
            _remove(left)
        raise


def _remove(left: Path) -> None:
    if left.is_dir():
        shutil.rmtree(left, ignore_errors=True)
    else:
        left.unlink(missing_ok=True)


def _write(source: Source, using: Exporter, stream: BinaryIO) -> None:
    if isinstance(using, FolderExporter):
        write_archive(using.files(source), stream)
    else:
        using.write(source, stream)


def _place(folder: Path, name: str, chunks: Iterable[bytes]) -> Path:
    path = folder / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.writelines(chunks)
    except OSError as problem:
        raise UsageError(f"'{path}' cannot be written: {problem.strerror or problem}") from problem
    return path
