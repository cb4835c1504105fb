"""Who is in a contest that a preposition brings: "in competition with", "amid a price war with"."""

from kg.extract.rules.relations.forms import BEING
from kg.extract.rules.relations.frames import role_nouns
from kg.extract.rules.relations.noun_kinds import noun_kinds
from kg.extract.rules.relations.phrases import Phrase, acts
from kg.extract.rules.relations.reading import Reading
from kg.lexicon.wordlists import words

_LED = "led"
_BRINGING, _NEAR = frozenset({"with", "against", "from", "to"}), 6
"""What brings a rival, how many tokens behind the contest at most."""


def contending(reading: Reading, contest: Phrase, end: int) -> tuple[int, ...]:
    """Return who is in a contest, whose rival is told from token `end` on.

    That is who is put in it ("puts X in competition with Y"), whom the clause tells of ("X's sales fell amid a war
    with Y"), whom it stands behind ("X, in a race with Y, said") or who stands behind it ("Amid a war with Y, X").
    """
    tokens, phrases, at = reading.tokens, reading.phrases, contest.first - 1
    if not any(tokens.kind(one) == "p" and tokens.word(one) in _BRINGING for one in range(end, end + _NEAR)):
        return ()
    if tokens.word(at) in BEING | words("relation-cues", "posing"):
        return _told_of(reading, at + 1) if tokens.word(at) in BEING else _by_goods(reading, at)
    if at < 0 or tokens.word(at) == "as":
        return _pressed(reading, end) or (_behind(reading, at, end) if at == 0 else _growing(reading, at, end))
    if tokens.kind(at) != "p":
        return ()
    put = phrases.ending(tokens.back(at - 1, "qx") + 1)
    verb = next((one for one in range(put.first - 1, -1, -1) if tokens.kind(one) != "q"), -1) if put else -1
    if put is not None and put.head is not None and tokens.word(verb) in words("relation-cues", "setting"):
        return (put.head,)
    return _told_of(reading, at) or reading.clauses.before_comma(at) or _behind(reading, at, end)


def _told_of(reading: Reading, at: int) -> tuple[int, ...]:
    """Return whom the clause around token `at` tells of: its subject, or whose sales or profit its subject is."""
    tokens, clauses = reading.tokens, reading.clauses
    verb = next((one for one in range(at - 1, -1, -1) if tokens.kind(one) in "vega;"), -1)
    if verb < 0 or tokens.kind(verb) == ";":
        return ()
    phrase = reading.phrases.ending(clauses.group(verb))
    found = clauses.around(at)
    if found or phrase is None:
        return found
    if phrase.head is None:
        return phrase.owners[-1:]
    return (phrase.head,) if tokens.word(phrase.first - 1) in ("at", "of") else ()


def each_other(reading: Reading, phrase: Phrase | None, opening: int) -> tuple[int, ...]:
    """Return those of whom each is the rival of the others: "a fight between rival makers X and Y"."""
    if phrase is None or phrase.first != opening or reading.tokens.word(opening - 1) != "between":
        return ()
    both = reading.phrases.heads(phrase)
    return both if len(both) > 1 else ()


def acting_before(reading: Reading, index: int, start: int) -> tuple[int, ...]:
    """Return whose doing goes on behind a comma, by the verb at `index`: "X's app topped the list, surpassing Y"."""
    tokens, clauses = reading.tokens, reading.clauses
    if tokens.kind(start - 1) != "," or tokens.kind(index) != "g":
        return ()
    verb = next((at for at in range(start - 1, -1, -1) if tokens.kind(at) in "vea;"), -1)
    phrase = reading.phrases.ending(clauses.group(verb)) if verb > 0 else None
    while phrase is not None and tokens.word(phrase.first - 1) == "of":  # "X's share of the market fell"
        phrase = reading.phrases.ending(phrase.first - 1)
    noun = tokens.words[phrase.noun] if phrase is not None and phrase.noun is not None else ""
    traded = noun in words("relation-cues", "shares") and tokens.word(phrase.last if phrase else 0) != "of"
    if phrase is None or phrase.head is not None or not noun or traded:
        return ()
    role = noun in role_nouns() or noun.removesuffix("s") in role_nouns()
    return () if role or clauses.firm(phrase) or "Person" in noun_kinds(noun) else phrase.owners[-1:]


def moving(reading: Reading, index: int, end: int, *, passive: bool) -> bool:
    """Tell whether the verb at `index` is no contest: "a round led by X", "the fine led X to cut prices"."""
    word = reading.tokens.word(index)
    if passive:
        return word == _LED
    moved = reading.phrases.starting(end) if word in words("relation-cues", "moving") else None
    return moved is not None and reading.tokens.word(moved.last) == "to"


def _by_goods(reading: Reading, verb: int) -> tuple[int, ...]:
    """Return whose goods or rise is told to be a danger to a rival: "X's chips pose a threat to Y", no "X's fine"."""
    tokens, phrases, start = reading.tokens, reading.phrases, reading.clauses.group(verb)
    if tokens.kind(start - 1) == ",":  # "X's chips, called Zed, pose"
        start = max(0, tokens.classes.rfind(",", 0, start - 1))
    phrase = phrases.ending(start)
    if phrase is None:
        return ()
    noun = tokens.words[phrase.noun] if phrase.noun is not None and phrase.head is None else ""
    if phrase.owners and ("Product" in noun_kinds(noun) or noun in words("relation-cues", "goods", "offering", "rise")):
        return phrase.owners[-1:]
    of = phrases.ending(phrase.first - 1) if tokens.word(phrase.first - 1) == "of" else None
    rising = of is not None and of.noun is not None and tokens.words[of.noun] in words("relation-cues", "rise")
    return (phrase.head,) if phrase.head is not None and rising else ()


def _pressed(reading: Reading, end: int) -> tuple[int, ...]:
    """Return whom a contest is told to hurt that is the subject itself: "Competition from Y weighs on X"."""
    tokens = reading.tokens
    verb = next((one for one in range(end, len(tokens.words)) if tokens.kind(one) in "vea,;"), end)
    hit = next((one for one in range(verb + 1, len(tokens.words)) if tokens.kind(one) in "NG,;rsv"), verb)
    body = hit in tokens.names and tokens.names[hit].entity.kind == "Company"
    return (hit,) if tokens.kind(verb) in "ve" and body else ()


def _growing(reading: Reading, at: int, end: int) -> tuple[int, ...]:
    """Return who acts as a contest grows that hits nobody else: "X cut prices as competition with Y heats up"."""
    tokens = reading.tokens
    verb = next((one for one in range(end, len(tokens.words)) if tokens.kind(one) in "va,;"), end)
    grows = tokens.kind(verb) == "v" and tokens.word(verb) in words("relation-cues", "intensifying")
    return _told_of(reading, at) if at > 0 and grows else ()


def _behind(reading: Reading, at: int, end: int) -> tuple[int, ...]:
    """Return whom a clause is about that opens at token `at` and goes on at `end`: "Amid a war with Y, X grew"."""
    tokens = reading.tokens
    if not set(tokens.classes[:at]) <= set("pndx"):
        return ()
    commas = (one for one in range(end, len(tokens.words)) if tokens.kind(one) == ",")
    for phrase in filter(None, (reading.phrases.starting(comma + 1) for comma in commas)):
        if acts(tokens, phrase.last) and not tokens.word(phrase.last).endswith("ing"):
            return reading.phrases.back(phrase) if phrase.head is not None else phrase.owners[-1:]
    return ()
