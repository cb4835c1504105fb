"""Bytes to text, strictly: UTF-8 or a clear refusal. Offsets count in this text, so nothing in it is normalised."""

from kg.errors import InputError

MAX_BYTES = 64 * 1024 * 1024
"""A news file is some kilobytes; beyond this size somebody passed a dump, and memory would decide what happens."""
MAX_LINE = 1_000_000
"""Characters. No article has a paragraph this long; a line like this is data that was not meant to be read."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")


def text_of(data: bytes) -> str:
    """Return `data` as text with its newlines untouched.

    Raises InputError: empty, too large, binary, other encoding.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"is larger than {MAX_BYTES // 2**20} MiB: split it into articles")
    if data.startswith(_UTF16):
        raise InputError("is UTF-16, not UTF-8: convert it with 'iconv -f UTF-16 -t UTF-8'")
    if _binary(data):
        raise InputError("is binary, not text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise InputError(f"is not UTF-8 (byte {problem.start}): convert it, for example with iconv") from problem
    if not text.strip("\ufeff \t\r\n"):
        raise InputError("is empty")
    return text


def check_lines(text: str) -> None:
    """Raise InputError for a line too long to be prose."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            raise InputError(f"line {number} has {len(line)} characters, more than any article: break it into lines")


def _binary(data: bytes) -> bool:
    head = data[:8192]
    return b"\0" in head or sum(head.count(c) for c in _CONTROLS) * 20 > len(head)
