"""Names folded into the tail of an IRI: lower case, no accents, hyphens, the rest percent-encoded."""

import unicodedata
from hashlib import sha256
from urllib.parse import quote

_LATIN_ACCENTS = frozenset(map(chr, range(0x0300, 0x0370)))
_APOSTROPHES = frozenset("'’`")
_TELLING = frozenset("#%&*@/\\")
"""Punctuation that tells names apart (C#, AT&T, a/b); other punctuation only separates words."""
_LONGEST = 100


def folded(name: str) -> str:
    """Return `name` as one IRI segment of unreserved characters and percent-encoded ones.

    Case, accents of Latin letters, apostrophes and the kind of separator are lost; letters of other scripts and symbols
    are kept percent-encoded. A name that folds to nothing, or to more than 100 characters, gets eight hexadecimal
    digits of its SHA-256, so that two of them stay apart.
    """
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    plain = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _LATIN_ACCENTS))
    pieces = [_piece(character) for character in plain if character not in _APOSTROPHES]
    words = "-".join("".join(pieces).split())
    if words and len(words) <= _LONGEST:
        return words
    digest = sha256(name.encode()).hexdigest()[:8]
    return f"{_cut(words)}-{digest}" if words else digest


def _piece(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character
    if character.isalnum() or character in _TELLING or unicodedata.category(character)[0] in "MS":
        return quote(character, safe="")
    return " "


def _cut(words: str) -> str:
    """Cut to the longest allowed, never inside a percent-encoded byte."""
    head = words[:_LONGEST]
    broken = head.rfind("%", _LONGEST - 2)
    return (head if broken < 0 else head[:broken]).rstrip("-")
