"""Marks that only look unlike others: hyphens that do not break, spaces of another width.

Rules know plain hyphens and spaces. A text is read with these in their place, character for character, so that every
position holds in the text as it is printed.
"""

import re

_ODD = "\u00a0\u2007\u2008\u2009\u202f\u205f"
_UNLIKE = re.compile(f"[\u2010\u2011{_ODD}]")
_HYPHENS = re.compile("[\u2010\u2011]")
_SPACES = re.compile(f"(?<![0-9])[{_ODD}]|[{_ODD}](?![0-9]{{3}})")
"""Between a digit and three others such a space groups the digits of one number."""


def plain(text: str) -> str:
    """Return `text` with plain hyphens and spaces, of the same length."""
    if not _UNLIKE.search(text):
        return text
    return _SPACES.sub(" ", _HYPHENS.sub("-", text))
