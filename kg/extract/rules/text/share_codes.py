"""Codes of shares in brackets behind a company's name, in the notations of the press, and the one that rules read.

"(NYSE: KST)", "( KST.L )", "<KST.PA>", "[HKG: 9888]", "(KST:US)", "($KST)", "(TSX: KST; OTCQX: KSTF)": of each stays
the first code, or the market's where it is a number, with a full stop that tells it from other brackets: "(.KST)",
"(KST.)", "(HKG.)", "(.HK)".
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.lexicon.wordlists import alternation, words

Edit = tuple[int, int, str]
"""Where something is printed, from and up to, and what is read there, no longer than it."""
CODE = r"[A-Z0-9]{1,6}(?:[.-][A-Z]{1,3})?"
SHORT = r"\((?:\.[A-Z0-9.-]+|[A-Z0-9]{1,8}\.)\)"
"""A code as it is read, in capitals only: "(so they said.)" is none."""
_CAPITALS = re.compile("[A-Z]+")


def shortened(text: str) -> Iterator[Edit]:
    """Yield what of the codes in `text` is read otherwise or left out: from where, up to where, and what is read."""
    for found in _printed().finditer(text):
        if found["more"]:  # a second bracket behind the first
            yield found.start("more"), found.end("more"), ""
        yield found.start("opens"), found.start("one"), "("
        yield from _first(found)
        yield found.end("one"), found.end("shuts") - 1, ""
        yield found.end("shuts") - 1, found.end("shuts"), ")"


def _first(found: re.Match[str]) -> Iterator[Edit]:
    """Yield what is read otherwise or left out of the first code of a bracket."""
    mark = found.start("mark")
    if found["market"] and not found["code"].isdigit():
        yield found.start("market"), mark, ""
        yield found.end("mark"), found.start("code"), ""
    elif found["market"]:
        capitals = _CAPITALS.match(found["market"])
        yield found.start("market") + (capitals.end() if capitals else 0), mark, ""
        yield found.end("mark"), found.end("code"), ""
    elif found["body"] and not found["body"].isdigit():
        yield found.start("suffix"), found.end("suffix"), ""
    elif found["body"]:
        yield found.start("body"), found.end("body"), ""
    elif found["country"]:
        yield found.start("country"), found.end("country"), ""
    mark = next(at for at in (mark, found.start("dot"), found.start("colon"), found.start("sign")) if at >= 0)
    yield mark, mark + 1, "."


@lru_cache(maxsize=1)
def _printed() -> re.Pattern[str]:
    market = alternation(words("neighbours", "share-market"))
    one = (
        rf"(?P<one>(?P<market>{market})\s?(?P<mark>:)\s?(?P<code>{CODE})"
        r"|(?!U\.[KS]\b)(?P<body>[A-Z0-9]{1,6})(?P<dot>\.)(?P<suffix>[A-Z]{1,3})"
        r"|[A-Z]{1,5}(?P<colon>:)(?P<country>[A-Z]{2})|(?P<sign>\$)(?![A-Z]{2}D\b)[A-Z]{3,5})"
    )
    other = rf"(?:{market}\s?:\s?{CODE}|[A-Z0-9]{{1,6}}\.[A-Z]{{1,3}}|[A-Z]{{1,5}}:[A-Z]{{2}})"
    rest = rf"(?:\s?[,;/|&]\s?(?:{other}|{CODE}|[A-Z]\w+))*"
    again = rf"(?P<more>(?:\s?[(\[<]\s?{other}{rest}\s?[)\]>])*)"
    return re.compile(rf"(?P<opens>[(\[<]\s?){one}(?P<shuts>{rest}\s?[)\]>]){again}")
