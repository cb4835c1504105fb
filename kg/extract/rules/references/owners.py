"""Descriptions by what something owns or makes: "TikTok owner", "Google's parent company", "the maker of ChatGPT"."""

import re
from collections.abc import Sequence

from kg.extract.rules.annotations import Name
from kg.lexicon.names import Lexicon
from kg.model import Entity, Span

_OWNER = r"(?P<owner>parent company|parent group|parent firm|parent|owner|maker|developer|creator|operator)"
_BEHIND = re.compile(rf"(?:['’]s?[ ](?:[\w-]+[ ])?|[ ]|-){_OWNER}\b(?!-)", re.IGNORECASE)
_AHEAD = re.compile(rf"(?:\b(?:the|The)[ ](?:[\w’'.-]+[ ]){{0,3}}?)?\b{_OWNER}[ ]of[ ](?:the[ ])?\Z")
_AND = (" and ", " and the ")
_OF = (" of ", " of the ")
_ARTICLE = re.compile(r"\b[Tt]he[ ]\Z")
_BACK = 70


def owners(text: str, names: Sequence[Name], lexicon: Lexicon) -> tuple[Name, ...]:
    """Return the descriptions of a registered owner or maker of a name; each covers that name."""
    found = (_behind(text, name, lexicon) or _ahead(text, name, lexicon) for name in names)
    return tuple(_with_joined(name, names, text, lexicon) for name in found if name is not None)


def _with_joined(described: Name, names: Sequence[Name], text: str, lexicon: Lexicon) -> Name:
    """Return the description with a second thing of the same owner: "the owner of TikTok and Douyin"."""
    for name in names:
        if name.span.start > described.span.end and text[described.span.end : name.span.start] in _AND:
            same = described.entity in {*lexicon.having("parentOf", name.entity), *lexicon.having("makes", name.entity)}
            return (
                Name(Span(described.span.start, name.span.end), described.entity, described.how) if same else described
            )
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
    if not text.endswith(_OF, 0, name.span.start):
        return None
    start = max(0, name.span.start - _BACK)
    match = _AHEAD.search(text[start : name.span.start])
    owner = _holder(name.entity, match["owner"], lexicon) if match else None
    return Name(Span(start + match.start(), name.span.end), owner, "description") if match and owner else None


def _holder(thing: Entity, word: str, lexicon: Lexicon) -> Entity | None:
    """Return the one registered owner (or maker) of `thing`."""
    relations = ("parentOf", "makes") if word.lower().startswith(("parent", "owner")) else ("makes", "parentOf")
    for relation in relations:
        found = lexicon.having(relation, thing)
        if found:
            return found[0] if len(found) == 1 else None
    return None
