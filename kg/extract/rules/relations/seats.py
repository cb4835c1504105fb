"""Where bodies sit, told by a place before a noun: "Chinese lab X", "the Oslo-based firm", "China's X"."""

from collections.abc import Iterator

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import FIRMS
from kg.extract.rules.relations.frames import role_nouns
from kg.extract.rules.relations.noun_kinds import noun_kinds
from kg.extract.rules.relations.phrases import Phrase
from kg.extract.rules.relations.reading import Reading, Stated
from kg.lexicon.wordlists import words

_BASED = ("-based", "-headquartered")
_SHORT = 4
"""Characters of the short form of a country, which stands before names as adjectives do: "U.S."."""


def seats(reading: Reading, phrase: Phrase) -> Iterator[Stated]:
    """Yield where a body sits by the place before its noun: "Chinese lab X", "X, the Dutch company", "China's X"."""
    for index in phrase.names:
        if reading.class_of(index) == "Place" and index != phrase.head:
            based = reading.tokens.word(index + 1) in _BASED
            if based or not _is_wide(reading, index) or _among(reading, phrase):
                yield from _beside(reading, phrase, index)
                yield from _before_noun(reading, phrase, index, based=based)


def _beside(reading: Reading, phrase: Phrase, index: int) -> Iterator[Stated]:
    """Yield the seat of a company right behind the place: "China's Acme shares", "Chinese BYD grew"."""
    headless = index in phrase.owners and phrase.head is None
    beside = (headless or _national(reading, phrase, index)) and index + 1 in phrase.names
    if beside and reading.class_of(index + 1) == "Company" and may_sit(reading, index + 1, index):
        yield _seated(reading, reading.named((index + 1,)), (index,))


def _before_noun(reading: Reading, phrase: Phrase, index: int, *, based: bool) -> Iterator[Stated]:
    """Yield the seat of whom the noun behind a place describes: "Chinese lab X", "X, the Dutch company"."""
    tokens = reading.tokens
    owner = next((one for one in phrase.owners if one > index), None)
    head = phrase.head if owner is None else owner
    between = range(index + 1, head if head is not None else phrase.last)
    if any(tokens.kind(at) not in "nxb" or tokens.words[at].endswith("'s") for at in between):
        return  # "the US titan's supplier"
    nouns = [at for at in between if tokens.kind(at) == "n" and not _participial(tokens.words[at])]
    owned = index in phrase.owners
    last = tokens.words[nouns[-1]] if nouns else ""
    fitting = "Company" in noun_kinds(last) or (head is not None and _may_trade(last, owned=owned))
    fitting = fitting or (owned and head is None and last in words("relation-cues", "elusive"))  # "China's answer to X"
    leading = last in ("leader", "champion") and len(nouns) > 1 and tokens.words[nouns[-2]] != "market"
    fitting = fitting or leading  # "Dutch chip equipment leader Acme", no "Dutch market leader Acme"
    wide = based or (tokens.names[index].how == "description" and bool(nouns))
    joined = _joined_noun(reading, phrase, based=based) if wide and head is None and not fitting else None
    if joined is not None:
        who = joined.names or reading.bearers.of(phrase, nouns[-1] if nouns else index, plural=False)
        yield _seated(reading, reading.named(who) or _spoken_of(reading, phrase, index), (index,))
    elif head is not None and (fitting or based or (owned and not nouns)):
        who = (head,) if owner is not None else _headed(reading, phrase, nouns[-1] if nouns else head)
        same = owned and not nouns and owner is None
        if based:
            yield _seated(reading, reading.named(who), _joined_place(reading, phrase))
        yield from _of(reading, phrase, index, (*who, *(_of_same_seat(reading, phrase, index) if same else ())))
    elif head is None and nouns and (fitting or based):
        who = reading.bearers.of(phrase, nouns[-1], plural=last.endswith("s"))
        if not who:
            spoken = _spoken_of(reading, phrase, index)
            yield _seated(reading, spoken, (*_joined_place(reading, phrase), index))
        yield from _of(reading, phrase, index, who)


def _of(reading: Reading, phrase: Phrase, place: int, found: tuple[int, ...]) -> Iterator[Stated]:
    """Yield the seat of bodies that are described, but of none that has a place of its own or owns what is meant."""
    who = tuple(one for one in found if not _owns(reading, phrase, one))
    who = tuple(one for one in who if one == who[0] or not _seated_apart(reading, one, place))
    if who and all(reading.class_of(one) in FIRMS for one in who):
        yield _seated(reading, reading.named(who), (place,))


def _seated(reading: Reading, who: tuple[Name, ...], places: tuple[int, ...]) -> Stated:
    return Stated("locatedIn", who, reading.named(places), "seat-before-noun")


def _is_wide(reading: Reading, place: int) -> bool:
    """Tell whether a place is so wide that what is said to be its biggest or best of a kind has its seat anywhere."""
    return reading.tokens.names[place].entity.name in words("relation-cues", "wide-places")


def _among(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether one of several is told of: "one of Europe's largest companies"."""
    return reading.tokens.word(phrase.first - 1) == "of" and reading.tokens.word(phrase.first - 2) == "one"


def _owns(reading: Reading, phrase: Phrase, body: int) -> bool:
    """Tell whether a body is whose those are that a phrase means: A of "A is small beside its American rivals"."""
    names = reading.tokens.names
    return any(owner != body and names[owner].entity == names[body].entity for owner in phrase.owners)


def _spoken_of(reading: Reading, phrase: Phrase, place: int) -> tuple[Name, ...]:
    """Return the company that "the Oslo-based designer" stands for: one told of before that is registered there.

    An unknown one must be what the text before is about.
    """
    tokens = reading.tokens
    noun = tokens.words[phrase.noun] if phrase.noun is not None else ""
    opens = tokens.word(phrase.first) == "the" or bool(_joined_place(reading, phrase))
    if not opens or noun.endswith("s") or noun in role_nouns():
        return ()
    slug = tokens.names[place].entity.slug
    before = [tokens.names[one] for one in sorted(tokens.names, reverse=True) if one < phrase.first]
    told = [name for name in before if name.entity.kind == "Company"]
    topic, lexicon = reading.topic, reading.lexicon
    told_of = [name for name in (*told, topic, reading.lead) if name is not None]
    if tokens.names[place].how == "name" and tokens.word(place + 1) not in _BASED:  # "the Oslo fund", "the Oslo court"
        told_of = [name for name in told_of if any(one.endswith(noun) for one in lexicon.fact(name.entity, "kindNoun"))]
        return tuple(told_of[:1]) if len({name.entity for name in told_of}) == 1 else ()
    seated = {name.entity: name for name in told_of if slug in lexicon.places(name.entity)}
    free = topic is not None and not told and not lexicon.places(topic.entity)
    return tuple(seated.values()) if len(seated) == 1 else (topic,) if topic is not None and free else ()


def _joined_place(reading: Reading, phrase: Phrase) -> tuple[int, ...]:
    """Return the other seat before "and": Oslo of "the Oslo and Paris-based firm"."""
    tokens, at = reading.tokens, phrase.first - 1
    apart = tokens.kind(at) == "c" and tokens.word(at - 1) == "-"  # "the Oslo- and Paris-based firm"
    before = reading.phrases.ending(at - apart) if tokens.kind(at) == "c" else None
    opens = before is not None and tokens.word(before.first) == "the" and before.head is not None
    return (before.head,) if before and before.head and opens and reading.class_of(before.head) == "Place" else ()


def _national(reading: Reading, phrase: Phrase, place: int) -> bool:
    """Tell whether a nationality stands right before a known company: "Chinese BYD grew", no "Mexican Grand Prix".

    A short form of a country is one too: "US Boeing", but no "in the US Boeing grew".
    """
    names = reading.tokens.names
    known = place + 1 == phrase.head and names[place + 1].entity.slug is not None
    short = names[place].span.end - names[place].span.start <= _SHORT and reading.tokens.kind(place - 1) != "d"
    return known and (names[place].how == "description" or short) and place not in phrase.owners


def may_sit(reading: Reading, body: int, place: int) -> bool:
    """Tell whether the registry has no seat elsewhere for a body: "South Korea's Acme shares", "China's Nvidia"."""
    names = reading.tokens.names
    seats = reading.lexicon.places(names[body].entity)
    return not seats or names[place].entity.slug in seats


def _seated_apart(reading: Reading, body: int, place: int) -> bool:
    """Tell whether a body in a list has a place of its own: "US investors such as X, Oslo-based Y and local Z"."""
    phrase = reading.phrases.over(body)
    inside = phrase.names if phrase is not None else ()
    said = reading.tokens.words[phrase.first : body] if phrase is not None and phrase.first > place else ()
    local = not words("relation-cues", "local").isdisjoint(said)
    return local or any(one not in (place, body) and one < body and reading.class_of(one) == "Place" for one in inside)


def _of_same_seat(reading: Reading, phrase: Phrase, place: int) -> tuple[int, ...]:
    """Return those listed behind a country's company that are registered there too: "China's Acme and Bcme"."""
    slug, names = reading.tokens.names[place].entity.slug, reading.tokens.names
    return tuple(one for one in reading.phrases.chain(phrase)[1:] if slug in reading.lexicon.places(names[one].entity))


def _joined_noun(reading: Reading, phrase: Phrase, *, based: bool) -> Phrase | None:
    """Return the phrase behind "and" that says what a seat is of: "the Oslo-based network and software firm Acme".

    Without "based" it has two nouns or more: "Dutch oil and gas company Acme", not "Dutch steel and carmaker Acme".
    """
    tokens = reading.tokens
    behind = reading.phrases.starting(phrase.last + 1) if tokens.kind(phrase.last) == "c" else None
    if behind is None or tokens.kind(behind.first) == "d":
        return None
    noun = behind.noun if behind.head is None else behind.head - 1
    firm = noun is not None and noun >= behind.first and "Company" in noun_kinds(tokens.words[noun])
    named = all(reading.class_of(one) in FIRMS for one in behind.names) and not behind.owners
    named = named and (based or (noun is not None and noun > behind.first and bool(behind.names)))
    return behind if firm and named and len(behind.names) <= 1 else None


def _participial(word: str) -> bool:
    """Tell whether a word with a hyphen describes and is no noun: "state-owned", "debt-laden", "state-run"."""
    return "-" in word and word.endswith(("ed", "en", "-run", "ing"))


def _may_trade(noun: str, *, owned: bool) -> bool:
    """Tell whether a noun between a place and a company may say what the company is: "Danish toy retailer Acme"."""
    if owned and noun in ("leader", "champion"):
        return True  # "South Korea's chip leader Acme", no "European market leader Acme"
    return noun.endswith(("er", "or", "ist", "group", "company", "giant", "firm")) and noun not in words(
        "relation-cues", "no-seat"
    )


def _headed(reading: Reading, phrase: Phrase, noun: int) -> tuple[int, ...]:
    chain = reading.phrases.chain(phrase)
    return chain if reading.tokens.words[noun].endswith("s") else chain[:1]
