"""Bytes to text, strictly: UTF-8 or a clear refusal. Offsets count in this text, so nothing in it is normalised.

A web page may be in another encoding where it says so itself. None is guessed: £ in the wrong one is another letter.
"""

import codecs
import re

from kg.errors import InputError

MAX_BYTES = 64 * 1024 * 1024
"""A news file is some kilobytes; beyond this size somebody passed a dump, and memory would decide what happens."""
MAX_LINE = 1_000_000
"""Characters. No article has a paragraph this long; a line like this is data that was not meant to be read."""

_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
"""Byte order marks; that of UTF-32 begins with the one of UTF-16 and so is looked for first."""
_STATED = re.compile(rb"<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_HEAD = 8192
"""Bytes of a page in which its encoding is looked for."""
_MEANT = {
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What pages are in that state one of these encodings: the wider one, as the Encoding Standard of the web has it."""
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")


def text_of(data: bytes) -> str:
    """Return `data` as text with its newlines untouched.

    Raises InputError: empty, too large, binary, other encoding.
    """
    check_size(data)
    if encoding := marked(data):
        raise InputError(f"is {encoding}, not UTF-8: convert it with 'iconv -f {encoding} -t UTF-8'")
    if _binary(data):
        raise InputError("is binary, not text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise InputError(f"is not UTF-8 (byte {problem.start}): convert it, for example with iconv") from problem
    if not text.strip("\ufeff \t\r\n"):
        raise InputError("is empty")
    return text


def page_text_of(data: bytes) -> str:
    """Return a web page as text: UTF-8, or the encoding that its byte order mark or its own head states.

    Raises InputError: empty, too large, binary, in no encoding that it states.
    """
    check_size(data)
    if encoding := marked(data):
        return _decoded(data, encoding, "has a byte order mark of")
    if _binary(data):
        raise InputError("is binary, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        stated = _STATED.search(data[:_HEAD])
        if stated is None:
            raise InputError(
                f"is not UTF-8 (byte {problem.start}) and states no other encoding: convert it, for example with iconv"
            ) from problem
        return _decoded(data, stated[1].decode(), "states")


def _decoded(data: bytes, encoding: str, how: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        return data.decode(_MEANT.get(name, name))
    except (LookupError, UnicodeError, TypeError) as problem:
        raise InputError(f"is not in {encoding}, the encoding that it {how}: convert it to UTF-8") from problem


def check_size(data: bytes) -> None:
    """Raise InputError for more bytes than a file of news has."""
    if len(data) > MAX_BYTES:
        raise InputError(f"is larger than {MAX_BYTES // 2**20} MiB: split it into several files")


def marked(data: bytes) -> str | None:
    """Return the encoding that a byte order mark tells, other than UTF-8; None without one."""
    return next((encoding for mark, encoding in _MARKS.items() if data.startswith(mark)), None)


def check_lines(text: str) -> None:
    """Raise InputError for a line too long to be prose."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            raise InputError(f"line {number} has {len(line)} characters, more than any article: break it into lines")


def _binary(data: bytes) -> bool:
    head = data[:8192]
    return b"\0" in head or sum(head.count(c) for c in _CONTROLS) * 20 > len(head)
