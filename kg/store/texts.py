"""The documents' own texts, as offsets count them: UTF-8, line breaks untouched."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from kg.errors import StoreError


class FolderTexts:
    """Texts as files named by the hash of their document's IRI."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, document: str) -> str | None:
        """Return a document's text, None where there is none. Raises StoreError for one that cannot be read."""
        path = self._path(document)
        try:
            return path.read_bytes().decode()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as problem:
            raise StoreError(f"the text '{path}' of {document} cannot be read: {problem}") from problem

    def put(self, document: str, text: str) -> None:
        """Write a text by renaming, so that there is never half of one."""
        path = self._path(document)
        part = path.with_suffix(".part")
        try:
            part.write_bytes(text.encode())
            part.replace(path)
        except OSError as problem:
            raise StoreError(f"the text of {document} cannot be written: {problem.strerror or problem}") from problem

    def remove(self, document: str) -> None:
        """Remove a text if it is there."""
        try:
            self._path(document).unlink(missing_ok=True)
        except OSError as problem:
            raise StoreError(f"the text of {document} cannot be removed: {problem.strerror or problem}") from problem

    def strays(self, documents: Iterable[str]) -> tuple[str, ...]:
        """Return the names of the files that are the text of none of these documents, sorted."""
        own = {self._path(document).name for document in documents}
        return tuple(sorted(path.name for path in self._folder.iterdir() if path.name not in own))

    def discard_strays(self, documents: Iterable[str]) -> int:
        """Remove the files that are the text of none of these documents; return how many there were."""
        names = self.strays(documents)
        try:
            for name in names:
                (self._folder / name).unlink(missing_ok=True)
        except OSError as problem:
            raise StoreError(f"the texts cannot be tidied: {problem.strerror or problem}") from problem
        return len(names)

    def _path(self, document: str) -> Path:
        return self._folder / f"{sha256(document.encode()).hexdigest()[:32]}.txt"


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
