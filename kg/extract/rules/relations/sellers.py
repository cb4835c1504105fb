"""Whose goods a noun phrase means."""

import re
from collections.abc import Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import THINGS
from kg.extract.rules.relations.frames import Frame
from kg.extract.rules.relations.phrases import Phrase
from kg.extract.rules.relations.reading import Reading
from kg.lexicon.wordlists import words
from kg.model import Entity

_MAKING, _POWERING = "contract-own", "power-site"
"""The codes of the frames of making another's goods, and of powering sites, which their owner's name may stand for."""
_MODEL = re.compile(r"[a-z]{1,4}-?\d{2,4}[\w-]*|\d{3}-?[a-z0-9]+")


def makers(reading: Reading, phrase: Phrase | None, goods: frozenset[str]) -> tuple[Name, ...]:
    """Return the companies whose goods a phrase means: "Nvidia chips", "Nvidia's H20", "the H20"."""
    if phrase is None:
        return ()
    tokens, phrases = reading.tokens, reading.phrases
    things = [tokens.names[index] for index in phrases.heads(phrase)]
    made = [(name, reading.lexicon.having("makes", name.entity)) for name in things if name.entity.kind in THINGS]
    found = tuple(
        Name(name.span, maker, "description") for name, known in made if (maker := named_maker(name, known)) is not None
    )
    bodies = [index for index in phrase.names if tokens.names[index].entity.kind == "Company"]
    orgs = [index for index in bodies if not _backs(reading, index)]
    orgs = [index for index in orgs if tokens.names[index].how != "pronoun"] or orgs  # "its first Acme jet"
    if found or (made and orgs and len(made) == len(things)):
        return found or reading.named(tuple(orgs[:1]))  # "Micron's HBM", which others make too
    inner, owner = phrases.within(phrase), of_line(reading, phrase, goods)
    if inner is not phrase or owner is not None:
        return makers(reading, inner, goods) if owner is None else reading.named((owner,))
    noun = last_word(reading, phrase)
    worth = noun == "worth" and not goods.isdisjoint(tokens.words[phrase.first : phrase.last])
    pair = " ".join(tokens.words[max(phrase.first, phrase.last - 2) : phrase.last])  # "data centers"
    if goods.isdisjoint((noun, pair)) and not worth and not (orgs and is_model(noun)):
        return ()
    if not orgs:
        named = made_by(reading, phrase.last) or _whose(reading, phrase)
        return reading.named(named) or _of_told(reading, phrase)
    joined = phrases.ending(phrase.first - 1) if tokens.kind(phrase.first - 1) == "c" else None
    return reading.named((*(phrases.back(joined) if joined is not None else ()), orgs[0]))


def whose_goods(reading: Reading, phrase: Phrase, frame: Frame) -> tuple[int, ...]:
    """Return whose goods a phrase means: "Acme's phones", "chips designed by Acme", of sites "Acme data centers"."""
    tokens = reading.tokens
    if frame.code == _MAKING and not phrase.names and frame.has_wares(tokens.words[phrase.first : phrase.last]):
        return _designers(reading, phrase.last)
    beside = phrase.names[-1:] if frame.code == _POWERING and phrase.head is None else ()
    beside = beside if beside and tokens.names[beside[0]].entity.kind == "Company" else ()
    owner = (phrase.owners or beside)[-1:]
    if not owner or owner[0] + 1 >= phrase.last:
        return ()
    named = phrase.head is not None and tokens.names[phrase.head].entity.kind in THINGS
    goods = phrase.head is None and phrase.noun is not None
    goods = goods and frame.has_wares(tokens.words[owner[0] + 1 : phrase.last])
    return owner if named or goods else ()


def _designers(reading: Reading, end: int) -> tuple[int, ...]:
    """Return who designs goods whose phrase ends at token `end`: "chips designed by Acme", "that are designed by"."""
    tokens = reading.tokens
    at = end + 2 if tokens.classes[end : end + 2] == "ra" else end
    return made_by(reading, at) if tokens.word(at) in words("relation-cues", "designed") else ()


def _backs(reading: Reading, name: int) -> bool:
    """Tell whether a name only tells who backs those whose goods are meant: Acme of "Acme-backed Beta's chips"."""
    joined = reading.tokens.kind(name + 1) == "b"
    return joined and reading.tokens.words[name + 1][1:] not in words("relation-cues", "made")


def _of_told(reading: Reading, phrase: Phrase) -> tuple[Name, ...]:
    """Return who makes the goods that were named before: "the chips", "the processors"."""
    tokens = reading.tokens
    definite = phrase.first + 2 == phrase.last and tokens.words[phrase.first] in ("the", "these", "those")
    if not definite or not reading.things or not tokens.words[phrase.last - 1].endswith("s"):
        return ()
    chips = [name for name in reading.things if name.entity.kind == "Chip"]
    made = {named_maker(name, reading.lexicon.having("makes", name.entity)): name for name in chips}
    maker, thing = next(iter(made.items()), (None, None))
    return (Name(thing.span, maker, "description"),) if maker is not None and thing and len(made) == 1 else ()


def last_word(reading: Reading, phrase: Phrase) -> str:
    """Return the noun that a phrase ends in, or the code of a model that is no word: "five Acme 737s"."""
    said = reading.tokens.words
    if phrase.noun is not None:
        return said[phrase.noun]
    return said[phrase.last - 1] if phrase.names and is_model(said[phrase.last - 1]) else ""


def is_model(noun: str) -> bool:
    """Tell whether a word is the code of a model that the registry lacks: "ten Acme A358s"."""
    return _MODEL.fullmatch(noun) is not None


def of_line(reading: Reading, phrase: Phrase, goods: frozenset[str]) -> int | None:
    """Return whose the goods are that a generation or line is of: "Acme's next generation of chips"."""
    tokens = reading.tokens
    line = phrase.noun is not None and tokens.words[phrase.noun] in words("relation-cues", "light-noun")
    owned = line and phrase.owners and tokens.word(phrase.last) == "of"
    of = reading.phrases.starting(phrase.last + 1) if owned else None
    kept = of is not None and of.noun is not None and tokens.words[of.noun] in goods and not of.names
    owner = phrase.owners[-1] if kept else None
    return owner if owner is not None and tokens.names[owner].entity.kind == "Company" else None


def _whose(reading: Reading, phrase: Phrase) -> tuple[int, ...]:
    """Return the company whose goods a clause tells of: "Acme, whose chips are used by X"."""
    head = reading.phrases.before_whose(phrase)
    return (head,) if head is not None and reading.tokens.names[head].entity.kind == "Company" else ()


def made_by(reading: Reading, end: int) -> tuple[int, ...]:
    """Return the companies that goods whose phrase ends at token `end` come from: "made by", "from", "of Acme"."""
    tokens = reading.tokens
    made = tokens.word(end) in words("relation-cues", "made") and tokens.word(end + 1) == "by"
    lent = tokens.word(end) == "of" and tokens.word(end - 1) in words("relation-cues", "capacity", "service")
    source = reading.phrases.starting(end + 1 + made) if made or lent or tokens.word(end) == "from" else None
    placed = source is not None and all(tokens.names[one].entity.kind == "Place" for one in source.owners)
    alone = source is not None and placed  # "from China's Acme", not "from Acme's Hill Project"
    found = reading.phrases.heads(source) if alone else ()
    return tuple(index for index in found if tokens.names[index].entity.kind == "Company")


def unsold(reading: Reading, phrase: Phrase | None, end: int) -> tuple[int, ...]:
    """Return what may not be sold, told in a phrase or from token `end` on: "bans exports of X", "from selling X"."""
    tokens, phrases = reading.tokens, reading.phrases
    trade = words("semantic-fields", "selling-abroad")
    noun = tokens.words[phrase.noun] if phrase is not None and phrase.noun is not None else ""
    if phrase is not None and noun in trade and tokens.word(phrase.last) == "of":
        return phrases.heads(phrases.starting(phrase.last + 1))
    at = next((one for one in range(end, len(tokens.words)) if tokens.word(one) == "from"), -1)
    return phrases.heads(phrases.starting(at + 2)) if at > 0 and tokens.word(at + 1) in trade else ()


def named_maker(thing: Name, makers: Sequence[Entity]) -> Entity | None:
    """Return the one maker of a thing, of several the one that its name names: "Huawei Ascend 910C".

    What several make under a name of none of them (memory, say) is nobody's.
    """
    if len(makers) == 1:
        return makers[0]
    return next((maker for maker in makers if thing.entity.name.startswith(f"{maker.name} ")), None)
