"""Descriptions by what something owns or makes: "TikTok owner", "Google's parent company", "the maker of ChatGPT".

The registry tells who is meant, or nobody does: "the maker of Brantley soups" is then whom the text has been about.
"""

import re
from collections.abc import Iterator, Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.references.descriptions import Description
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.names import Lexicon
from kg.lexicon.wordlists import concept_of
from kg.model import Entity, Span

_CALLED = r"(?:(?!(?:and|or|of|for|to|in|by|with|from|on|at|as)\b)[\w-]+[ ]){0,4}?"
"""What something is called right before its name: "the owner of the viral apps TikTok and Douyin"."""
_OWNER = r"(?P<owner>parent company|parent group|parent firm|parent|owner|maker|developer|creator|operator)"
_BEHIND = re.compile(rf"(?:['’]s?[ ](?:[\w-]+[ ])?|[ ]|-){_OWNER}\b(?!-)", re.IGNORECASE)
_AHEAD = Construction(
    r"(?:\b(?:the|The)[ ](?:[\w’'.-]+[ ]){0,3}?)?\b(?<!\b[Aa][ ])(?<!\b[Aa]n[ ])(?<!\bother[ ])"
    rf"(?:{_OWNER}[ ]of|{{nouns:company|nouns:startup}}[ ]behind)[ ](?:the[ ])?{_CALLED}\Z"
)
_OF = (" of ", " behind ")
_AND = re.compile(rf"(?:,[ ]|,?[ ]and[ ])(?:the[ ])?{_CALLED}")
_WARES = Construction(
    r"(?:\s(?!{grammar:adverb|grammar:auxiliary|grammar:conjunction|grammar:finite|grammar:modal|grammar:preposition"
    r"|grammar:pronoun|grammar:relative|grammar:subordinator|grammar:time}\b)[a-z-]+(?<!ed)(?<!ly)){0,3}"
    r"(?=\s(?:{grammar:adverb|grammar:auxiliary|grammar:finite|grammar:modal}|[a-z]+(?:ed|s))\s|,?\sand\s)"
)
"""What is called so, before the verb or more: "the maker of Brantley (soups) and Kestrin (teas) said"."""
_ARTICLE = re.compile(r"\b[Tt]he[ ]\Z")
_NAMED = r"[A-Z][\w&’'-]*(?:[ ][A-Z][\w&’'-]*){0,2}"
_THE_MAKER = Construction(rf"\b[Tt]he[ ](?:{_OWNER}|{{purveyor}})[ ]of[ ](?:the[ ])?{_CALLED}(?P<goods>{_NAMED})")
_AND_MORE = re.compile(rf"{_AND.pattern}{_NAMED}")
_COMPANY = "company"
_GOODS = frozenset({"Company", "Organization", "Product"})
"""What goods are taken for of which nobody tells what they are."""
_BACK = 70


def owners(text: str, names: Sequence[Name], lexicon: Lexicon) -> tuple[Name, ...]:
    """Return the descriptions of a registered owner or maker of a name; each covers that name."""
    found = (_behind(text, name, lexicon) or _ahead(text, name, lexicon) for name in names)
    return tuple(_with_joined(name, names, text, lexicon) for name in found if name is not None)


def unheld(text: str, names: Sequence[Name]) -> Iterator[Description]:
    """Yield the descriptions by goods of which nobody knows whose they are, as far as they are named the first time.

    `names` are those of the text, with the descriptions by what the registry knows in place of what they cover.
    "The maker of Brantley soups and Kestrin teas said" means somebody, but nobody that has been called Brantley before.
    """
    for found in _THE_MAKER.finditer(text):
        goods = Span(*found.span("goods"))
        called = [name for name in names if name.span.overlaps(goods)]
        known = any(name.how == "description" or name.entity.kind not in _GOODS for name in called)
        met = {name.entity for name in names if name.span.end <= found.start()}
        end = None if known or met & {name.entity for name in called} else _end_of_wares(text, goods.end)
        if end is not None:
            yield Description(Span(found.start(), end), "the", "", _COMPANY, concept_of("nouns")[_COMPANY])


def _end_of_wares(text: str, end: int) -> int | None:
    """Return where the last of the goods ends that are joined, None where no verb is behind them."""
    while match := _WARES.match(text, end):
        end = match.end()
        joined = _AND_MORE.match(text, end)
        if joined is None:
            return end
        end = joined.end()
    return None


def _with_joined(described: Name, names: Sequence[Name], text: str, lexicon: Lexicon) -> Name:
    """Return the description with other things of the same owner: "the owner of TikTok and Douyin"."""
    for name in names:
        joined = name.span.start > described.span.end and _AND.fullmatch(text, described.span.end, name.span.start)
        if joined and described.entity in lexicon.having("parentOf", name.entity) + lexicon.having(
            "makes", name.entity
        ):
            described = Name(Span(described.span.start, name.span.end), described.entity, described.how)
    return described


def _behind(text: str, name: Name, lexicon: Lexicon) -> Name | None:
    match = _BEHIND.match(text, name.span.end)
    owner = _holder(name.entity, match["owner"], lexicon) if match else None
    if match is None or owner is None:
        return None
    article = _ARTICLE.search(text[max(0, name.span.start - _BACK) : name.span.start])
    start = name.span.start - len(article[0]) if article else name.span.start
    return Name(Span(start, match.end()), owner, "description")


def _ahead(text: str, name: Name, lexicon: Lexicon) -> Name | None:
    start = max(0, name.span.start - _BACK)
    ahead = text[start : name.span.start]
    if not any(map(ahead.__contains__, _OF)):
        return None
    match = _AHEAD.search(ahead)
    owner = _holder(name.entity, match["owner"] or "maker", lexicon) if match else None
    return Name(Span(start + match.start(), name.span.end), owner, "description") if match and owner else None


def _holder(thing: Entity, word: str, lexicon: Lexicon) -> Entity | None:
    """Return the one registered owner (or maker) of `thing`."""
    relations = ("parentOf", "makes") if word.lower().startswith(("parent", "owner")) else ("makes", "parentOf")
    for relation in relations:
        found = lexicon.having(relation, thing)
        if found:
            return found[0] if len(found) == 1 else None
    return None
