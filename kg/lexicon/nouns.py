"""What nouns name (`v:nouns`): companies of a trade, products, places, bodies that are none of these."""

from collections.abc import Iterable
from functools import cache

from kg.lexicon.codes import Concept
from kg.lexicon.wordlists import concept_of, words

_FIRM = "Company"


def entry_of(word: str) -> Concept | None:
    """Return the entry of a noun in lower case, in the singular or plural; None for a word that the list lacks."""
    listed = concept_of("nouns")
    return listed.get(word) or listed.get(word.removesuffix("s"))


def kind_of(word: str) -> str | None:
    """Return the class of what a noun in lower case and in the singular names, None for a word that the list lacks."""
    known = concept_of("nouns").get(word)
    return next(iter(known.facts.get("kind", ())), None) if known else None


def is_firm(word: str) -> bool:
    """Tell whether a noun in lower case and in the singular names a company: "retailer"."""
    return kind_of(word) == _FIRM


@cache
def firms() -> frozenset[str]:
    """Return the nouns for companies in the singular, as they are printed: "retailer", "AI start-up"."""
    return frozenset(word for word in words("nouns") if is_firm(word.lower()))


@cache
def several_firms() -> frozenset[str]:
    """Return what names several companies: the plurals of nouns for them, and nouns for groups ("titans")."""
    return frozenset(map(plural, firms())) | words("groups")


def trades(called: Iterable[str]) -> frozenset[str]:
    """Return the codes of the nouns that something is called by, those left out that the list lacks."""
    listed = concept_of("nouns")
    return frozenset(listed[one].code for one in called if one in listed)


def plural(singular: str) -> str:
    """Return the plural of a noun."""
    if singular.endswith(("s", "x", "ch")):
        return f"{singular}es"
    ends_in_y = singular.endswith("y") and singular[-2:-1] not in "aeiou"
    return f"{singular[:-1]}ies" if ends_in_y else f"{singular}s"
