"""A folder of files as one stream: a ZIP archive without clock or owner, so that the same files give the same bytes."""

import zipfile
from collections.abc import Iterable
from typing import BinaryIO

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP archive can name."""


def write_archive(files: Iterable[tuple[str, Iterable[bytes]]], stream: BinaryIO) -> None:
    """Write the files as a compressed archive; a file's chunks are not held together."""
    with zipfile.ZipFile(stream, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        for name, chunks in files:
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with archive.open(entry, "w", force_zip64=True) as inside:
                for chunk in chunks:
                    inside.write(chunk)
