"""Definite descriptions: "the Beijing-based company", "TikTok's parent company", "its video-sharing app"."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.rules.references.cast import Cast
from kg.extract.rules.references.likeness import likeness
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.codes import Concept
from kg.lexicon.names import Lexicon
from kg.lexicon.nouns import firms, trades
from kg.lexicon.wordlists import alternation, concept_of, words
from kg.model import Entity, Span

_FUNCTION = (
    r"(?:of|by|the|an?|and|or|to|in|for|on|at|is|are|was|were|will|would|has|have|had|that|which|who|with|from|its|their|his|"
    r"her|said|as|than|but|not|it|they|be|been|can|could|may|if|when|while|after|before)"
)
_SEAT = r"(?:(?:[A-Z][\w’'.-]+[ ]){0,2}[A-Z][\w’'.-]+,[ ](?=[A-Z][\w’'.]*(?:[ ][A-Z][\w’'.]*)?-based[ ]))?"
"""The town of a seat that is told with its state or country: "the Ayton, Ardania-based company"."""
_MODIFIERS = (
    rf"(?P<modifiers>{_SEAT}(?:(?!{_FUNCTION}\b)"
    r"(?:(?:[A-Z]\.){2,3}|[\w’'&-]+(?:\.\w+)*)[ ]){0,5}?)"
)
_GENERAL = frozenset({"company", "startup", "product", "authority", "outlet", "research", "chip"})
"""Codes of nouns that fit anything of their class; any other noun names a trade that the entity must be known for."""
_THAT, _SO = "that", "so"
_BEFORE = 20
_WORD_BEFORE = re.compile(r"([A-Za-z]+)\s\Z")
_STARTUP, _ITS = "startup", "its"
_TOLD_BY_NOBODY = _GENERAL - {_STARTUP}
"""Codes of nouns that tell nothing of whom a text calls so; a start-up is told from who is none."""
_WATCHES, _TOLD_ELSE, _GROWN, _PART = 0.2, 0.5, 0.25, 0.2
_WHOLES = ("group", "conglomerate", "parent company")
"""Nouns that mean the whole rather than a part of it that is named too."""
_RESEARCH = "research"
"""The code of nouns for those who count and rate others: who watches is one, a company of another trade is none."""
_COMPANY, _BANK = "company", 0.3
"""Weight of a bank or fund for "the company": who means it says "the bank", "the fund" or "the firm"."""
_UNTOLD = 0.7
"""Weight of an entity of which nobody tells what its trade is, for a noun that names one."""
_KNOWN_FOR = 1.5
"""Weight of an entity that the registry says news calls so."""
_BASED = ("-based", "-headquartered")
_LONGEST_PLACE = 3
"""Words of a place's name, as far as descriptions hold them."""


@lru_cache(maxsize=1)
def _goes_on() -> re.Pattern[str]:
    known = grammar()
    joining = alternation((known.preposition - {"behind"}) | known.subordinator | known.adverb | {"last"})
    left = alternation(words("semantic-fields", "left-so"))  # "take the company private", "keep the company afloat"
    return re.compile(
        rf"(?!\s{alternation(words('groups'))}\b)(?:['’]s?(?!\w)|[^\w\s'’-]|\s*\Z|\s[A-Z(\d$€£¥—–]|\n"
        rf"|\s{left}(?=[^\w\s'’-]|\s*\Z|\s(?:{_FUNCTION}|{joining})\b)"
        rf"|\s(?:{_FUNCTION}|{joining}|{alternation(words('verbs'))}|[\w-]+(?:s|ed|ly)|\w+n['’]t)\b)"
    )


@dataclass(frozen=True, slots=True)
class Description:
    """One description. `owner` is the determiner: "the", the possessive pronoun ("its"), or "" where it is left out."""

    span: Span
    owner: str
    modifiers: str
    head: str
    concept: Concept

    @property
    def kind(self) -> str:
        """The class of what is meant."""
        return self.concept.facts.get("kind", ("Company",))[0]


def descriptions(text: str) -> Iterator[Description]:
    """Yield the definite descriptions in `text` whose noun the code list `nouns` knows, in order.

    "the owner of Acme" is not among them: what it owns tells more than its noun.
    """
    for match in (*_pattern().finditer(text), *_of_place().finditer(text), *_telegraphic().finditer(text)):
        head = " ".join((match["head"] or match["plural"]).lower().split())
        concept = concept_of("nouns")[head if head in concept_of("nouns") else head.removesuffix("s")]
        if _goes_on().match(text, match.end()) and not (
            head in words("semantic-fields", "of-somebody") and text.startswith(" of ", match.end())
        ):
            owner = match["owner"].lower()
            if owner == _THAT and not _points(text, match):
                continue
            yield Description(Span(match.start("owner"), match.end()), owner, match["modifiers"] or "", head, concept)


def _points(text: str, match: re.Match[str]) -> bool:
    """Tell whether "that" points and joins no clause: "of that company", not "said that company"."""
    if match["modifiers"]:
        return False
    before = _WORD_BEFORE.search(text, max(0, match.start() - _BEFORE), match.start())
    known = grammar()
    word = before[1].lower() if before else None
    return word is None or word in known.preposition or (word in known.subordinator and word != _SO)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Match determiner, modifiers and noun; the first letter stands alone so that the engine skips to the next."""
    heads = alternation(word for word in words("nouns") if concept_of("nouns")[word.lower()].code != "place")
    wares = alternation(word for code in ("chip", "chatbot", "app") for word in words("nouns", code))
    return re.compile(
        r"(?P<owner>[TtIi](?<!\w.)(?:(?<=[Tt])h(?:e|is|at|ose|ese)|(?<=[Ii])ts))[ ]"
        rf"(?:(?<=[eo]se[ ])(?P<plural>{wares}s)|(?<![eo]se[ ]){_MODIFIERS}(?P<head>{heads}))\b(?!-)"
    )


@lru_cache(maxsize=1)
def _telegraphic() -> re.Pattern[str]:
    """Match a noun that opens a line without an article, as headlines and key points have it: "Company to hire 90"."""
    heads = alternation(word.capitalize() for word in firms())
    verb = alternation(("to", "will", "had", "has", *(word for word in words("verbs") if word.endswith("s"))))
    return re.compile(rf"\n(?:[*•–-]\s+)?(?P<owner>)(?P<modifiers>)(?P<plural>(?!))?(?P<head>{heads})(?=\s{verb}\s)")


@lru_cache(maxsize=1)
def _of_place() -> re.Pattern[str]:
    """Match the most of its kind in a place, but for the place: "(Asia's) most valuable listed lender"."""
    heads = alternation(firms())
    most = alternation((*words("semantic-fields", "superlative"), "most"))
    return re.compile(rf"(?<=['’]s )(?P<owner>{most})[ ]{_MODIFIERS}(?P<plural>(?!))?(?P<head>{heads})\b(?!-)")


def weight(described: Description, entity: Entity, lexicon: Lexicon, told: Cast) -> float:
    """Return how well `entity` fits the description: 0 where what is known of it speaks against it, else 1 or more.

    `told` is what the text itself says of its names; what it calls something else fits half as well.
    """
    if not described.head.endswith("s") and entity.name.rsplit(" ", 1)[-1] in words("groups"):
        return 0.0  # one venture is no group of investors
    if entity in told.traded and described.kind == "Company":
        return _KNOWN_FOR
    if entity in told.watchers:
        fits = _KNOWN_FOR if described.concept.code == _RESEARCH else _WATCHES
        return fits if _of_kind(described=described, entity=entity) else 0.0
    known = _known_weight(described, entity, lexicon)
    alike = 1.0
    if known and described.kind == "Company" and described.owner != _ITS:
        alike = likeness(f"{described.modifiers}{described.head}", entity, lexicon)
    part = described.head.rpartition(" ")[2] in words("neighbours", "part")
    if entity in told.parts and (described.head.endswith(_WHOLES) or (not part and _is_unit(entity, lexicon))):
        return known * alike * _PART
    trades = told.trades.get(entity, frozenset()) - _TOLD_BY_NOBODY
    if known == 1.0 and trades and described.concept.code not in _TOLD_BY_NOBODY:
        return _KNOWN_FOR if described.concept.code in trades else _TOLD_ELSE
    return known * alike


def _is_unit(entity: Entity, lexicon: Lexicon) -> bool:
    """Tell whether the registry calls a company a unit, so that "the company" is more likely whose it is."""
    nouns = lexicon.fact(entity, "kindNoun")
    return any(noun.rsplit(" ", 1)[-1] in words("neighbours", "part") for noun in nouns)


def _known_weight(described: Description, entity: Entity, lexicon: Lexicon) -> float:
    """Return how well what is known of an entity fits a description: its kind, seat, name and nouns."""
    fitting = _of_kind(entity, described) and not _is_another_office(entity, described, lexicon)
    if not fitting or not _seated(described.modifiers, entity, lexicon):
        return 0.0
    named = _heads_name(entity, described)
    if named or "true" in described.concept.facts.get("byName", ()):
        return _KNOWN_FOR if named else 0.0
    nouns = lexicon.fact(entity, "kindNoun")
    if not described.modifiers and described.head in words("semantic-fields", "any-company"):
        return _BANK if described.head == _COMPANY and _deals_in_money(nouns) else 1.0
    phrase = f"{described.modifiers}{described.head}".lower()
    if any(phrase.endswith(noun) or noun.endswith(described.head) for noun in nouns):
        return _KNOWN_FOR
    foreign = described.concept.code == _RESEARCH and entity.kind == "Company" and bool(nouns)
    if described.concept.code in _GENERAL and not foreign:
        grown = described.concept.code == _STARTUP and entity.slug and nouns
        return _GROWN if grown else 1.0
    return _KNOWN_FOR if described.concept.code in trades(nouns) else 0.0 if entity.slug and nouns else _UNTOLD


def _deals_in_money(nouns: Collection[str]) -> bool:
    """Tell whether the nouns for a company are ones for a bank, or for nothing but those who invest ("state fund")."""
    invests = tuple(words("semantic-fields", "investing-firm"))
    bank = any(noun in words("nouns", "lender") for noun in nouns)
    return bank or (bool(nouns) and all(noun.endswith(invests) for noun in nouns))


def _of_kind(entity: Entity, described: Description) -> bool:
    firm = described.concept.code == _RESEARCH and entity.kind == "Company"
    return entity.kind == described.kind or firm or _heads_name(entity, described)


def _is_another_office(entity: Entity, described: Description, lexicon: Lexicon) -> bool:
    """Tell whether an authority is known by other nouns than one for its kind: no administration is "the ministry"."""
    nouns = lexicon.fact(entity, "kindNoun")
    if not nouns or described.head not in words("semantic-fields", "kind-of-office"):
        return False
    return not any(noun.endswith(described.head) for noun in nouns)


def _heads_name(entity: Entity, described: Description) -> bool:
    """Tell whether the noun is the last word of the name of somebody unknown: "the bank" is the Ferrous Bank."""
    return entity.slug is None and " " in entity.name and described.head in entity.name.lower().split()


def _seated(modifiers: str, entity: Entity, lexicon: Lexicon) -> bool:
    """Tell whether the nationality or seat in the modifiers, if any, is not known to be another's."""
    wanted = named_places(modifiers, lexicon)
    places = lexicon.places(entity)
    if not wanted or (not places and entity.slug is None) or wanted & places:
        return True
    # "San Jose-based" of a firm that is only known to be in the United States
    known = lexicon.fact(entity, "basedIn")
    finest = [place for place in known if not any(place in lexicon.around(other) for other in known)]
    return any(set(finest) & lexicon.around(place) for place in wanted)


@lru_cache(maxsize=256)
def named_places(modifiers: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the slugs of the places that a description's adjectives name ("Chinese", "San Francisco-based")."""
    known, said = place_words(lexicon), [_unseated(word) for word in modifiers.split()]
    found: set[str] = set()
    at = 0
    while at < len(said):
        rows = (" ".join(said[at : at + length]) for length in range(_LONGEST_PLACE, 0, -1))
        told = next(((row, slugs) for row in rows if (slugs := known.get(row) or known.get(row.strip(",.")))), ("", ()))
        found.update(told[1])
        at += max(1, len(told[0].split()))
    return frozenset(found)


def _unseated(word: str) -> str:
    return next((word.removesuffix(based) for based in _BASED if word.endswith(based)), word)


@lru_cache(maxsize=4)
def place_words(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Return label or demonym -> the slugs of the places it names."""
    found: dict[str, set[str]] = {}
    for label in lexicon.labels:
        if lexicon.entities[label.slug].kind == "Place":
            found.setdefault(label.text, set()).add(label.slug)
    for slug, entity in lexicon.entities.items():
        for demonym in lexicon.facts[slug].get("demonym", ()) if entity.kind == "Place" else ():
            found.setdefault(demonym, set()).add(slug)
    return {word: tuple(sorted(slugs)) for word, slugs in found.items()}
