"""What closes the name of a company: the full stop of its legal form, and the code of its share in brackets.

Both are a part of the name's span, so that the verb stands right behind it: "Kestrin Inc. said", "Kestrin (NYSE: KST)
said". A code in brackets is no name of its own, whoever else is called so.
"""

import re

from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.share_codes import CODE, SHORT
from kg.lexicon.wordlists import words

TICKER = re.compile(rf"\s?(?:{SHORT}|\((?P<market>[A-Za-z]{{2,8}}\s?:\s?)?(?P<code>{CODE})\))")
_BARE_TICKER = re.compile(r"\s([A-Z]{2,5})\b(?!['’.&-]\w)")
_LONGEST_FORM = 12
"""Characters that an abbreviated legal form and the space before it have at most."""
_CODED = re.compile(SHORT)
"""Brackets with the code of a share, told by its market or by the letters behind its dot."""
_LEGAL_FORM = Construction(
    r"(?:,?\s{legal-forms:*}(?!\w|-(?![a-z]+ed\b)|(?<=Co)-)(?:\.(?=[,\s]\s?[a-z(]|,|\s{#amount}|['’]s\b))?)+"
)
"""Legal forms behind a name, with their full stop where the sentence goes on, also in "Kestrin Ltd-owned"."""
_GOES_ON = Construction(r"\.(?=,|['’]s\b|\s?[(<]|\s(?:[a-z]|{#amount}))")


def closed(text: str, end: int) -> int:
    """Return where the company's name that ends at `end` is closed: behind its legal form and its share's code."""
    form = _LEGAL_FORM.match(text, end)
    end = form.end() if form else end
    if text.startswith(".", end) and _GOES_ON.match(text, end) and _abbreviated(text, end):
        end += 1
    code = _CODED.match(text, end + text.startswith(" ", end))
    return code.end() if code else end


def past_ticker(text: str, end: int, tickers: tuple[str, ...]) -> int:
    """Return where the code of a share behind a known company ends, whose codes are `tickers`."""
    bracket = TICKER.match(text, end)
    if bracket and (bracket["market"] or bracket["code"] in (None, *tickers) or not tickers):
        return bracket.end()
    bare = _BARE_TICKER.match(text, end)
    return bare.end() if bare and bare[1] in tickers else end


def share_codes(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the brackets of `text` stand that hold the code of a share."""
    return tuple(found.span() for found in _CODED.finditer(text))


def _abbreviated(text: str, end: int) -> bool:
    """Tell whether a legal form ends at `end`: "Kestrin Inc" of "Kestrin Inc. said"."""
    last = text[max(0, end - _LONGEST_FORM) : end].rsplit(" ", 1)
    return len(last) > 1 and last[1] in words("legal-forms")
