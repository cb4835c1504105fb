"""The documents' own texts, as offsets count them: UTF-8, line breaks untouched."""

from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from kg.errors import StoreError
from kg.store.snapshots import hand


class FolderTexts:
    """Texts as files named by the hash of their document's IRI.

    A reader has an older view than the writer beside it. So the writer, before it replaces or removes a text, hands
    that to every reader there is (the folders below `readers`), and a reader looks among what was `handed` to it.
    """

    def __init__(self, folder: Path, readers: Path | None = None, handed: Path | None = None) -> None:
        self._folder = folder
        self._readers = readers
        self._handed = handed

    def get(self, document: str) -> str | None:
        """Return a document's text, None where there is none. Raises StoreError for one that cannot be read."""
        path = self._path(document)
        try:
            data = self._read(path.name)
            return None if data is None else data.decode()
        except OSError as problem:
            raise StoreError(
                f"the text '{path}' of {document} cannot be read: {problem.strerror or problem}"
            ) from problem
        except UnicodeDecodeError as problem:
            raise StoreError(
                f"the text '{path}' of {document} is damaged: it is not UTF-8; restore a copy of the store"
            ) from problem

    def put(self, document: str, text: str) -> None:
        """Write a text by renaming, so that there is never half of one."""
        try:
            self._write(self._path(document), text.encode())
        except OSError as problem:
            raise StoreError(f"the text of {document} cannot be written: {problem.strerror or problem}") from problem

    def remove(self, document: str) -> None:
        """Remove a text if it is there."""
        try:
            self._remove(self._path(document))
        except OSError as problem:
            raise StoreError(f"the text of {document} cannot be removed: {problem.strerror or problem}") from problem

    def copy(self, documents: Iterable[str], target: Path) -> None:
        """Copy the texts of documents to a folder of texts, byte for byte; those that are gone stay out.

        Raises OSError where one cannot be read or written.
        """
        for name in (self._path(document).name for document in documents):
            data = self._read(name)
            if data is not None:
                (target / name).write_bytes(data)

    def strays(self, documents: Iterable[str]) -> tuple[str, ...]:
        """Return the names of the files that are the text of none of these documents, sorted."""
        own = {self._path(document).name for document in documents}
        try:
            return tuple(sorted(path.name for path in self._folder.iterdir() if path.name not in own))
        except OSError as problem:
            raise StoreError(
                f"the texts '{self._folder}' cannot be read: {problem.strerror or problem}; restore a copy of the store"
            ) from problem

    def discard_strays(self, documents: Iterable[str]) -> int:
        """Remove the files that are the text of none of these documents; return how many there were."""
        names = self.strays(documents)
        try:
            for name in names:
                self._remove(self._folder / name)
        except OSError as problem:
            raise StoreError(f"the texts cannot be tidied: {problem.strerror or problem}") from problem
        return len(names)

    def _path(self, document: str) -> Path:
        return self._folder / f"{sha256(document.encode()).hexdigest()[:32]}.txt"

    def _read(self, name: str) -> bytes | None:
        """Return a text; what was handed over is older than what stands in its place, and looked for afterwards."""
        found = None
        for folder in (self._folder, self._handed):
            with suppress(FileNotFoundError):
                found = found if folder is None else (folder / name).read_bytes()
        return found

    def _write(self, path: Path, data: bytes) -> None:
        self._hand(path)
        part = path.with_suffix(".part")
        part.write_bytes(data)
        part.replace(path)

    def _remove(self, path: Path) -> None:
        self._hand(path)
        path.unlink(missing_ok=True)

    def _hand(self, path: Path) -> None:
        if self._readers is not None:
            hand(path, self._readers)


class MemoryTexts:
    """Texts of a store that is kept in memory."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def get(self, document: str) -> str | None:
        """Return a document's text, None where there is none."""
        return self._texts.get(document)

    def put(self, document: str, text: str) -> None:
        """Keep a text."""
        self._texts[document] = text

    def remove(self, document: str) -> None:
        """Remove a text if it is there."""
        self._texts.pop(document, None)
