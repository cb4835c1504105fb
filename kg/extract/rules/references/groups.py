"""Groups of unnamed companies under one canonical name: "Chinese technology firms" are "Chinese tech companies"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import FIRMS
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.surroundings import Surroundings
from kg.lexicon.matcher import Matcher, folded
from kg.lexicon.names import Lexicon
from kg.lexicon.wordlists import alternation, concept_of, words
from kg.model import Entity, Span

_WORLD = Construction(r"\s{worldwide-reach}\b")
_ACT = Construction(r"\b{directing}\b")
_CALLED = Construction(r"\b(?=B[a-z]+\s[A-Z])(?i:{whole-trade})\b(?!\s(?:(?:[a-z]+\s)?{groups:*})\b)")
"""A trade's largest companies by the name they share: "Big Tech", but for "Big Tech companies"."""


_SPENDING_OF = Construction(
    r"\b(?P<whose>{groups-one})\s(?:(?:[a-z]+|20[0-9]{2})\s)?{expenditure|notions:capital-expenditure-words}\b",
    re.IGNORECASE,
)
"""What makes one of a group stand for all: "hyperscaler capex"."""
_BIG, _SCALE = "Big ", "yperscaler "
_BACK = 60
"""Characters before a group's noun in which its country and trade stand."""
_EXAMPLES = re.compile(r",?\s(?:like|such\sas|including)\s(?:the\s)?[A-Z]")
_OWNER = re.compile(r"(['’]s|\bits|\btheir|\bthe)\s(?:[\w-]+\s)?\Z")


def groups(around: Surroundings, names: Sequence[Name], lexicon: Lexicon) -> Iterator[Name]:
    """Yield the groups in a text, as names of kind Organization.

    A group without a country takes the country of the government whose order to it the sentence reports; "its
    tech firms" are a group only then.
    """
    text = around.text
    firms = {name.span.start for name in names if name.entity.kind in FIRMS}
    for noun in _nouns(text):
        if noun.end + 1 in firms and text[noun.end] == " ":
            continue  # "Japanese carmakers Nissan and Honda": the names tell whom
        before = text[max(0, noun.start - _BACK) : noun.start]
        match = _before(lexicon).search(before)
        nation, sector = (match["nation"], match["sector"] or match["only"]) if match else (None, None)
        world = _WORLD.match(text, noun.end)
        start = noun.start - (len(before) - match.start() if match else 0)
        owner = _owned(text, start)
        alone = _known_alone(noun.of(text)) and owner in (None, "the")
        if not (alone or nation or sector or world):
            continue
        if owner not in (None, "its") and not alone and not _exemplified(owner, noun, text):
            continue
        adjective = (
            _adjective(nation, lexicon) if nation else None if world else _ordered(start, around, names, lexicon)
        )
        if owner == "its" and not adjective:
            continue
        field = _code("sectors", sector) if sector else None
        parts = [adjective, field, _code("groups", noun.of(text)), "worldwide" if world else None]
        span = Span(start, world.end() if world else noun.end)
        yield Name(span, Entity(" ".join(part for part in parts if part), "Organization"), "group")
    for called in _CALLED.finditer(text) if _BIG in text else ():
        yield Name(Span(*called.span()), Entity(called[0], "Organization"), "group")
    for beside in _SPENDING_OF.finditer(text) if _SCALE in text else ():
        yield Name(Span(*beside.span("whose")), Entity(_code("groups", f"{beside['whose']}s"), "Organization"), "group")


def _owned(text: str, start: int) -> str | None:
    found = _OWNER.search(text[max(0, start - 30) : start])
    return found[1] if found else None


def _known_alone(noun: str) -> bool:
    """Tell whether the plural needs no word before it to say who is meant: "hyperscalers"."""
    return noun.lower() in words("groups", "hyperscalers") and " " not in noun


def _exemplified(owner: str, noun: Span, text: str) -> bool:
    """Tell whether "the" stands before a group that examples tell: "the largest tech companies, such as Acme"."""
    return owner == "the" and _EXAMPLES.match(text, noun.end) is not None


@lru_cache(maxsize=4)
def _nations(lexicon: Lexicon) -> Mapping[str, str]:
    """Return printed nationality -> the adjective of canonical names: US for the United States, else the demonym."""
    found: dict[str, str] = {}
    for slug, printed in sorted(_place_labels(lexicon).items()):
        demonyms = lexicon.facts[slug].get("demonym", ())
        short = [text for text in printed if _initials(text)] if demonyms else []
        adjective = min(short, key=len) if short else max(demonyms, key=len, default="")
        for demonym in (*demonyms, *short):
            found.setdefault(demonym, adjective if short else demonym)
        for owner in printed if demonyms else ():
            found.setdefault(f"{owner}'s", adjective)
            found.setdefault(f"{owner}’s", adjective)
    return found


def _place_labels(lexicon: Lexicon) -> Mapping[str, Sequence[str]]:
    """Return the slug of each place -> how it is printed, in one pass over all labels."""
    found: dict[str, list[str]] = {}
    for label in lexicon.labels:
        if lexicon.entities[label.slug].kind == "Place":
            found.setdefault(label.slug, []).append(label.text)
    return found


def _initials(label: str) -> bool:
    return label.isupper() and len(label.replace(".", "")) <= len("US")


def _nouns(text: str) -> Iterator[Span]:
    """Yield where the nouns for groups stand, the longest of those that start together."""
    fold, last = folded(text), 0
    for start, end, _ in sorted(_group_words().hits(fold), key=lambda hit: (hit[0], -hit[1])):
        if start >= last and not fold[end : end + 1].isalnum():
            yield Span(start, end)
            last = end


@lru_cache(maxsize=1)
def _group_words() -> Matcher[str]:
    return Matcher({word: word for word in words("groups")})


@lru_cache(maxsize=4)
def _before(lexicon: Lexicon) -> re.Pattern[str]:
    nations = alternation(_nations(lexicon)) if _nations(lexicon) else r"(?!)"
    sectors = alternation((*words("sectors"), *(word.capitalize() for word in words("sectors"))))
    size = alternation(words("semantic-fields", "sized"))
    return re.compile(
        rf"(?<![\w-])(?:(?P<nation>{nations})\s(?:{size}\s)?(?:(?P<sector>{sectors})\s)?|(?P<only>{sectors})\s)\Z"
    )


def _adjective(nation: str, lexicon: Lexicon) -> str:
    return _nations(lexicon)[" ".join(nation.split())]


def _code(scheme: str, word: str) -> str:
    return concept_of(scheme)[" ".join(word.lower().split())].label


def _ordered(start: int, around: Surroundings, names: Sequence[Name], lexicon: Lexicon) -> str | None:
    """Return the adjective of the one country whose government orders something in this sentence, if there is one."""
    index = around.index(start)
    if index < 0:
        return None
    sentence = around.sentences[index].span
    if not _ACT.search(sentence.of(around.text)):
        return None
    seats = [
        name.entity for name in names if sentence.covers(name.span) and lexicon.fact(name.entity, "seatOfGovernment")
    ]
    rules = [name.entity for name in names if sentence.covers(name.span) and name.entity.kind == "Regulation"]
    issuers = [authority for rule in rules for authority in lexicon.related(rule, "issuedBy")]
    seats += [seat for authority in issuers for seat in lexicon.having("seatOfGovernment", authority)]
    countries = sorted({country for seat in seats for country in lexicon.fact(seat, "within")})
    adjectives = sorted({d for country in countries for d in lexicon.facts.get(country, {}).get("demonym", ())[:1]})
    return _nations(lexicon)[adjectives[0]] if len(adjectives) == 1 else None
