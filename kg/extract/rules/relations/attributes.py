"""What noun phrases link without a verb: possessives, compounds, nationalities, and appositions of these."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.rules.names.bodies import BODIES, FIRMS, THINGS
from kg.extract.rules.relations.frames import role_nouns
from kg.extract.rules.relations.noun_kinds import noun_kinds
from kg.extract.rules.relations.phrases import Phrase
from kg.extract.rules.relations.reading import Reading, Stated
from kg.extract.rules.relations.seats import may_sit, seats
from kg.extract.rules.relations.sellers import made_by
from kg.lexicon.wordlists import words

_PAIR = 2
_OWNED = re.compile(r"'|whose|behind", re.IGNORECASE)
_FAR = 8


def attributable(kinds: Sequence[str], sentence: str) -> bool:
    """Tell whether noun phrases of a sentence can link names of these classes, one for each name.

    They link a body with a place, a thing or what it owns; a rule or a market with a thing.
    """
    if len(kinds) < _PAIR:
        return False
    things = not THINGS.isdisjoint(kinds)
    if "Regulation" in kinds or ("Place" in kinds and things):
        return True
    bodies = any(kind in FIRMS for kind in kinds)
    return bodies and (things or "Place" in kinds or _OWNED.search(sentence) is not None)


def attributed(reading: Reading) -> Iterator[Stated]:
    """Yield what the noun phrases of a sentence state, in order."""
    for phrase in reading.phrases.all:
        if phrase.names or phrase.noun is not None:
            yield from seats(reading, phrase)
            yield from _possessions(reading, phrase)
            yield from _behind(reading, phrase)


def _possessions(reading: Reading, phrase: Phrase) -> Iterator[Stated]:
    """Yield who makes or owns what is theirs: "Nvidia's H20", "Doubao, ByteDance's chatbot", "Alphabet's Google"."""
    tokens = reading.tokens
    owners = [index for index in phrase.owners if reading.class_of(index) in BODIES]
    owners = owners or _antecedent(reading, phrase)
    things = [index for index in phrase.names if owners and (index > owners[-1]) and reading.class_of(index) in THINGS]
    things = things or (_far(reading, owners[-1]) if owners else [])
    if things:
        chain = reading.phrases.chain(phrase) if phrase.head in things else ()
        made = tuple(dict.fromkeys((*things, *chain)))
        yield Stated("makes", reading.named(owners[-1:]), reading.named(made), "possessive")
    elif owners and phrase.names and phrase.names[-1] > owners[-1]:
        owned = reading.phrases.chain(phrase) if phrase.head is not None else phrase.names[-1:]
        yield Stated("parentOf", reading.named(owners[-1:]), reading.named(owned), "possessed")
    elif owners and phrase.head is None and phrase.noun is not None:
        kind = _of_range(reading, phrase)
        if kind.noun is not None and not THINGS.isdisjoint(noun_kinds(tokens.words[kind.noun])):
            plural = tokens.words[kind.noun].endswith("s")
            meant = reading.bearers.of(kind, kind.noun, plural=plural)
            yield Stated("makes", reading.named(owners[-1:]), reading.named(meant), "possessed-noun")
    elif phrase.head is not None and reading.class_of(phrase.head) in THINGS:
        beside = [index for index in phrase.names if index < phrase.head and reading.class_of(index) in FIRMS]
        if beside and "b" not in tokens.classes[beside[-1] : phrase.head]:
            yield Stated("makes", reading.named(beside[-1:]), reading.named((phrase.head,)), "maker-name")


def _of_range(reading: Reading, phrase: Phrase) -> Phrase:
    """Return what a range or line is of, else the phrase itself: "Acme's range of apps", "Acme's apps"."""
    tokens = reading.tokens
    light = phrase.noun is not None and tokens.words[phrase.noun] in words("relation-cues", "light-noun", "collection")
    of = reading.phrases.starting(phrase.last + 1) if light and tokens.word(phrase.last) == "of" else None
    return of if of is not None and not of.names else phrase


def _far(reading: Reading, owner: int) -> list[int]:
    """Return the thing that an owner's possessive reaches over more than nouns: "Nvidia's slower, modified H20"."""
    tokens = reading.tokens
    for at in range(owner + 1, owner + _FAR):
        if tokens.kind(at) == "N":
            return [at] if reading.class_of(at) in THINGS else []
        if tokens.kind(at) not in "nxegc,0b" or (tokens.kind(at) == "c" and noun_kinds(tokens.words[at - 1])):
            return []  # "its devices group and X"
    return []


def _antecedent(reading: Reading, phrase: Phrase) -> list[int]:
    """Return the body that "whose" stands for: "OpenAI, whose ChatGPT"."""
    head = reading.phrases.before_whose(phrase)
    return [head] if head is not None and reading.class_of(head) in FIRMS else []


def _meant_for(reading: Reading, phrase: Phrase, following: Phrase) -> Iterator[Stated]:
    """Yield the market that a thing is for: "X, a chip for the Chinese market", "X is Y's chip for Chinese buyers"."""
    if phrase.head is not None or phrase.noun is None:
        return
    thing = not THINGS.isdisjoint(noun_kinds(reading.tokens.words[phrase.noun]))
    market = reading.phrases.heads(following) if thing else ()
    if market and reading.class_of(market[0]) == "Place":
        meant = reading.bearers.of(phrase, phrase.noun, plural=False)
        yield Stated("designedFor", reading.named(meant), reading.named(market[:1]), "thing-for-market")


def _behind(reading: Reading, phrase: Phrase) -> Iterator[Stated]:
    """Yield what a preposition behind links: "the chatbot from OpenAI", "the firm behind ChatGPT", "a lab in Paris"."""
    tokens = reading.tokens
    if phrase.head is not None and tokens.kind(phrase.last) == "," and tokens.word(phrase.last + 1) == "from":
        yield from _apart(reading, phrase, phrase.head)
    following = reading.phrases.starting(phrase.last + 1) if tokens.kind(phrase.last) == "p" else None
    if following is not None and following.head is None and tokens.word(phrase.last) == "for":
        yield from _meant_for(reading, phrase, following)
    if following is not None and following.head is None and phrase.head is not None:
        yield from _on_goods(reading, phrase, phrase.head, following)
    if following is None or following.head is None:
        return
    if phrase.head is not None:
        yield from _after_name(reading, phrase, phrase.head, following)
    elif phrase.noun is not None:
        yield from _after_noun(reading, phrase, phrase.noun, following)


def _apart(reading: Reading, phrase: Phrase, head: int) -> Iterator[Stated]:
    """Yield the maker told between commas: "ChatGPT, from OpenAI, is"."""
    source = reading.phrases.starting(phrase.last + 2)
    maker = source.head if source is not None and reading.tokens.kind(source.last) == "," else None
    if maker is not None and reading.class_of(head) in THINGS and reading.class_of(maker) in FIRMS:
        yield Stated("makes", reading.named((maker,)), reading.named((head,)), "from-maker")


def _after_name(reading: Reading, phrase: Phrase, head: int, following: Phrase) -> Iterator[Stated]:
    """Yield what a preposition behind a name links: "ChatGPT from OpenAI", "ASML of the Netherlands", "a rule on X"."""
    preposition = reading.tokens.word(phrase.last)
    others = reading.phrases.heads(following)
    kind, behind = reading.class_of(head), reading.class_of(others[0])
    described = reading.tokens.names[head].how == "description" and preposition == "of"  # "the chatbot of Acme"
    if kind in THINGS and behind in FIRMS and (preposition in ("from", "by") or described):
        yield Stated("makes", reading.named(others[:1]), reading.named(reading.phrases.back(phrase)), "from-maker")
    if kind == "Regulation" and preposition in ("on", "against"):
        yield Stated("restrictedBy", reading.named(others), reading.named((head,)), "rule-on")
    if kind == "Company" and preposition == "of" and behind == "Place":
        yield Stated("locatedIn", reading.named((head,)), reading.named(others[:1]), "seat-of")


def _on_goods(reading: Reading, phrase: Phrase, head: int, following: Phrase) -> Iterator[Stated]:
    """Yield whose goods a rule is on: "curbs on Acme's chips", "curbs on chips from suppliers such as Acme"."""
    ruled = reading.class_of(head) == "Regulation" and reading.tokens.word(phrase.last) in ("on", "against")
    noun = reading.tokens.words[following.noun] if following.noun is not None else ""
    sold = ruled and noun in words("semantic-fields", "selling-abroad") and reading.tokens.word(following.last) == "of"
    firms = reading.phrases.named_behind(following.last) if ruled and reading.clauses.firm(following) else ()
    if firms and reading.class_of(firms[0]) in FIRMS:  # "curbs on Chinese makers such as Acme"
        yield Stated("restrictedBy", reading.named(firms), reading.named((head,)), "rule-on")
    things = reading.phrases.heads(reading.phrases.starting(following.last + 1) if sold else following) if ruled else ()
    if things and reading.class_of(things[0]) in THINGS:
        yield Stated("restrictedBy", reading.named(things), reading.named((head,)), "rule-on-goods")
    goods = ruled and (not THINGS.isdisjoint(noun_kinds(noun)) or noun in words("relation-cues", "goods"))
    makers = (following.owners[-1:] or made_by(reading, following.last)) if goods else ()
    if makers and reading.class_of(makers[0]) in FIRMS:
        yield Stated("restrictedBy", reading.named(makers), reading.named((head,)), "rule-on-goods")


def _after_noun(reading: Reading, phrase: Phrase, noun: int, following: Phrase) -> Iterator[Stated]:
    """Yield what a preposition behind a noun links, of whom the noun describes."""
    preposition, word = reading.tokens.word(phrase.last), reading.tokens.words[noun]
    others = reading.phrases.heads(following)
    kinds, kind = noun_kinds(word), reading.class_of(others[0])
    part = word in words("neighbours", "part")
    who = reading.bearers.of(phrase, noun, plural=word.endswith("s")) if kinds or part else ()
    if not who:
        return
    if "Company" in kinds and preposition == "behind" and kind in THINGS:
        yield Stated("makes", reading.named(who[:1]), reading.named(others), "company-behind")
    if "Company" in kinds and preposition == "behind" and kind in FIRMS and word not in role_nouns():
        yield Stated("parentOf", reading.named(who[:1]), reading.named(others), "company-behind")
    relative = preposition == "in" and word in words(
        "relation-cues", "rival", "customer", "suppliers", "backer"
    )  # "its rival in China"
    if ("Company" in kinds or part) and preposition in ("from", "in", "of") and kind == "Place" and not relative:
        sitting = tuple(one for one in who if may_sit(reading, one, others[0]))  # "X, the biggest lender in China"
        yield Stated("locatedIn", reading.named(sitting), reading.named(others[:1]), "seat-behind-noun")
    if not THINGS.isdisjoint(kinds) and preposition == "for" and kind in ("Place", "Company"):
        yield Stated("designedFor", reading.named(who), reading.named(others[:1]), "thing-for")
    if not THINGS.isdisjoint(kinds) and preposition in ("from", "by", "of") and kind in FIRMS:
        yield Stated("makes", reading.named(others[:1]), reading.named(who), "thing-of")
