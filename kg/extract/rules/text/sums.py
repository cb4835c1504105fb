"""How an amount begins, for patterns that look at what stands beside one: "$5", "US$5", "USD 5", "RMB5", "5"."""

from functools import cache

from kg.lexicon.codes import scheme
from kg.lexicon.wordlists import alternation

SIGNS = "$€£¥₹₩"
"""Signs of money that letters may stand before: those of a dollar's country, of a currency's code."""


@cache
def sign() -> str:
    """Return a pattern for what stands before an amount of money: its sign or code, and a space perhaps."""
    return rf"(?:(?:[A-Za-z]{{1,3}})?[{SIGNS}]|{_codes()})\s?"


@cache
def money() -> str:
    """Return a pattern for the start of an amount of money in digits, up to its first digit."""
    return rf"{sign()}\d"


@cache
def amount() -> str:
    """Return a pattern for the start of an amount in digits, of money or of anything."""
    return rf"(?:{sign()})?\d"


@cache
def _codes() -> str:
    """Return a pattern for codes and signs as they are printed before an amount, or read in small letters."""
    listed = scheme("currencies")
    signs = {*listed, *(sign for currency in listed.values() for sign in currency.facts.get("sign", ()))}
    return alternation((*signs, *(sign.lower() for sign in signs)))
