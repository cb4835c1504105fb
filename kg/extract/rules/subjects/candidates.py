"""The names of a sentence that its grammar makes the subject of a figure, the surest construction first."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.names.bodies import THINGS
from kg.extract.rules.subjects import roles
from kg.extract.rules.subjects.behind import behind_opening
from kg.extract.rules.subjects.bracketed import is_all_in_brackets
from kg.extract.rules.subjects.elliptic import comes_next, is_told_to_be
from kg.extract.rules.subjects.marked import added_to, deemed, owns_beside, pays_more, told_behind_mark, whose_shares
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tail import ends_with, window
from kg.model import Span

MEANT_FOR = "meant-for"
"""The rule for whom a rate or goal is set: what the text goes on with need not be about it."""
BRACKETED = "bracketed"
"""The rule for a name behind which its figure stands in brackets."""
_COUNTED_OF = "counted-of"
_BESIDE, COMPARED, BURDENED, _WHOSE, _OFFERED, _FOR_OWN = (
    "beside",
    "compared",
    "burdened",
    "whose",
    "offered",
    "for-own",
)
SURE = frozenset(
    {
        _BESIDE,
        _WHOSE,
        _OFFERED,
        _FOR_OWN,
        BURDENED,
        COMPARED,
        "possessed",
        MEANT_FOR,
        BRACKETED,
        _COUNTED_OF,
        "modified",
        "apposition",
        "elliptic",
        "owner-behind",
        "relative",
        roles.AGENT,
    }
)
_APOSTROPHES = frozenset("'’")
_AGAINST = Construction(
    r"\b(?:{comparison}|against|and|while|{surpassing})\s(?:(?:about|just|only|some|an?|the|its)\s)?\Z"
)
_FOR_ANOTHER = re.compile(
    r"\d[\w%. ]*\sfor\s(?:the\s)?[^,;:.()\d]{2,40}(?:,\s(?:(?:and|but)\s)?|\s(?:and|but)\s)(?:[a-z]+\s)?\Z"
)
_COSTS_WHOM = Construction(r"\b{costing-whom}\s(?:the\s)?(?:[a-z-]+\s){0,3}\Z")
_SO_MUCH = Construction(r"(?:\sback)?\s(?:with\s)?(?:(?:an?|the|its|{additive|grammar:focus})\s){0,2}")
_FOR_WHOM = Construction(
    r"\s(?:(?:for|at|by)\s|{change-noun|result-of-part}\s(?:for|at|by|in|of)\s)(?:the\s)?(?:[a-z-]+\s)?"
)
_TO_FIGURE = re.compile(
    r"\s+(?:(?:was |were |is |are )?(?:up|down|off|at|worth|gained|lost|added|fell|rose)\s+)(?:by\s+)?\Z"
)
_APPOSED = re.compile(r"\s*(?:,|—|–|\s-)\s*(?:the|a|an|its|their|which is a|which is the)\s+(?:[\w-]+\s+){0,2}\Z")
_APPOSED_WITH = Construction(
    r",\s(?:the|an?)\s(?P<called>(?:[\w’'-]+\s){1,6}?)(?:{valued}|worth|with|employing|(?:that|which)\s(?:has|had|holds|held))\s"
    r"(?:(?P<first>[^,;:]{1,50}?)\sand\s(?:(?:an?|the)\s)?)?(?:[a-z-]+\s){0,4}\Z"
)
"""An apposition that tells what somebody is worth or has: "Acme, a Dutch start-up valued at $2 billion"."""
_HAVING = re.compile(
    r",\s(?:with|at|(?:which|who)\s(?:has|had|holds|held|have))\s(?:(?:an?|the|about|some|its)\s)?(?:[a-z]+\s){0,2}\Z"
)
"""An aside that tells what somebody has: "Acme, with 18% of the market, was followed by Beta"."""
_NOW_VALUED = Construction(
    r"(?:\s\([^()]*\))?,\s(?:(?:itself|{grammar:adverb})\s)?(?:currently|now|recently|last|lately|already|most\srecently)\s{valued}\s(?:[a-z-]+\s){0,4}\Z"
)
"""A participle that tells what the name before it is worth now: "close to Acme, currently valued at $2 billion"."""
_WHOSE_OWN = re.compile(r"(?:\s\([^()]*\))?,\swhose\s[^,;:]*\Z")
"""What makes a figure that of the name before it: "rivals such as Acme, whose spending reached $2 billion"."""
_WARE_WITH = Construction(r"\s(?:[A-Za-z][a-z-]*\s){0,2}with\s(?:{bounds:*}\s)?(?:[a-z]+\s)?")
"""What makes a number that of a thing itself: "a Gemini model with 1.2 trillion parameters"."""
_THING_THAT = Construction(
    r"\.?['’]s?\s(?:[a-z-]+\s){0,3}[a-z-]+,?\s(?:which|that)\s(?!(?:will\s|would\s|has\s|had\s)?{costing-whom}\b)[^,;:]*\Z"
)
"""What makes a figure that of whose thing does something: "runs on Acme's servers, which hold 9,000 chips"."""
_OFFER_BY = Construction(
    r"(?:\s[\w-]+){0,4}?\s(?:{offering}\s(?:of\s[^,;.]{1,40}?\s)?(?:by|from)|{spent-nominal}\sby)\s(?:the\s)?(?:[a-z-]+\s){0,3}"
)
"""What makes a sum that of who offers it: "a $9 billion takeover proposal by Acme"."""
_IN_OWN = Construction(r"\s(?:in|of)\s(?:[a-z-]+\s){0,2}?{earned}\sfor\s(?:the\s)?(?:[a-z-]+\s){0,3}")
"""What makes a sum that of who earns it, whoever pays: "$5 billion in potential revenue for Acme"."""
_PEOPLE = Construction(r"\s(?:[a-z-]+\s)?{counted-people}\b")
"""Whose people are counted: "4,000 Acme customers", "900 Acme shop workers"."""
_LED_BY = Construction(
    r"\b(?:(?:from|with|among)\s(?:[a-z-]+\s){0,2}?[a-z]+s|round|funding|financing|fundraising)\s(?:(?:is|was|being|has\sbeen|had\sbeen)\s)?(?:{headed})\sby\s"
)
"""What makes an agent only one of those whom the money comes from: "$3 million from investors led by Acme"."""
_OF = re.compile(r"\s+of\s+(?:the\s+|all\s+)?\Z")
_RATIO, _MULTIPLIES = "ratio", re.compile(r"(?:\s+of)?\s+(?:the\s+)?")
"""Who stands behind a verb that multiplies: "the value would triple Acme's revenue"."""
_SET_OFF = re.compile(r"[0-9a-z%](?:,|\s?[—–]|\s-)\s\Z")
"""What makes a multiple one of the amount before it: "the unit took in $9 billion, double Acme's $4 billion"."""
PART_OF = re.compile(
    r"\b(?:account(?:s|ed)? for|accounting for|ma[dk]es? up|represent(?:s|ed)?|brought|contribut(?:es|ed)|"
    r"generat(?:es|ed)|provid(?:es|ed))"
    r"\s(?:[a-z]+\s)?\Z"
)
_OF_PRODUCT = Construction(r"\s+(?:[\w-]+\s+){0,2}?{wares|notions:chip}s?\b")
_JOINED = re.compile(r"(?:\s\([^()]{1,30}\))?\s*(?:,|,?\s+and|,?\s+or|&)\s+(?:the\s+)?")
_COMMA = re.compile(r"(?:\s\([^()]{1,30}\))?,\s(?:the\s)?")
_COMMA_BEHIND = re.compile(r"(?:\s\([^()]{1,30}\))?,")
_SUCH_AS = Construction(
    r"(?:\s(?:like|such\sas|including)|\b(?:{relation-cues:owner}|{nouns:company})\sof)\s(?:the\s)?\Z"
)
_AND_MORE = re.compile(r",?\s(?:and|or)\s(?:the\s)?[A-Z0-9]")
LIKENED = Construction(r"(?i:{held-beside})\s(?:the\s)?")
"""What opens a sentence with somebody else than its subject: "Like Beta, Acme makes chips"."""
_FOR = re.compile(r"(?!.*\bpart of)\s+(?:[\w’'-]+\s+){0,4}(?:of|for|at|in|from|by)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}\Z")
CONTRAST = re.compile(r"[,;]\s(?:while|whereas|but|and)\s")
_SINCE, _SINCE_REACH = re.compile(r"\b(?:since|after|when|because|before|until)\s(?:the\s)?(?:[a-z-]+\s)?\Z"), 24
_AND_DOES = Construction(r",\sand\s(?:also\s)?[a-z]+(?<!s)s\s(?:an?|the|about|over|more|nearly)\s")
_RELATIVE = re.compile(r",?\swh(?:ich|o)\s(?!(?:the|an?|it|its|he|she|they)\b)")
_THAT = re.compile(r"\s+(?:[a-z-]+\s+){0,2}(?:that|which)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}\Z")
_OWNED_AMOUNT = Construction(
    r"(?:\.?['’]s?)?\s(?:{months:*}\s(?:quarter\s)?|Q[1-4]\s)?(?:(?:of|in|for|on)\s(?:(?:19|20)\d\d\s)?|[a-z][\w-]*\s){1,6}?(?:at|of|to)\s(?:[a-z]+\s){0,2}"
)
_OWNED_UP_TO, _UP_TO = re.compile(r"\.?['’]s?(?:\s[a-z][\w-]*){1,4}\s"), "up to "
"""What leads from an owner to an amount that opens with its own "up to": "pushed Acme's value up to $9 billion"."""
_OF_AMOUNT = re.compile(r"\sof\s(?:[a-z]+\s){0,2}")
"""What leads from whom a rate, goal or budget is for to its height: "a duty for Acme of 8%"."""
_THE = re.compile(r"\b(?:the|an?|its|that)\s+\Z", re.IGNORECASE)


def ranked(
    figure: Figure, sentence: Span, names: Sequence[Name], speakers: Sequence[Name], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield the names of the sentence that may be the subject, the surest construction first."""
    before = [name for name in names if name.span.end <= figure.span.start]
    behind = [name for name in names if name.span.start >= figure.span.end]
    played = _played(names, sentence, read.text) | _counted_wares(figure, sentence, names, read)
    yield from _compared(figure, before, behind, read)
    yield from _named_by_noun(figure, before, behind, read)
    yield from _beside(figure, before, played, read)
    yield from _possessed(figure, before, played, read)
    yield from _burdened(figure, before, read)
    yield from _modified(figure, behind, read)
    yield from _relative(figure, behind, played, read)
    yield from _owner_behind(figure, before, behind, played, read)
    if not any(played[name] == roles.SUBJECT for name in before):
        yield from _agents(figure, behind, played, read)
    yield from ((name, played[name]) for name in _governing(figure, before, played, read.text))
    if not before:
        yield from behind_opening(figure, sentence, behind, played, read)
    yield from ((name, roles.OBJECT) for name in reversed(before) if played[name] == roles.OBJECT)
    told = any(name.entity.kind == "Place" and played[name] == roles.SUBJECT for name in before)
    behind = [name for name in behind[:1] if not _OF_PRODUCT.match(read.text, name.span.end)]
    behind = [name for name in behind if not (told and ends_with(read.text[figure.span.end : name.span.start], "from"))]
    yield from ((name, "behind") for name in behind if _FOR.fullmatch(read.text, figure.span.end, name.span.start))
    yield from ((name, "speaker") for name in reversed(speakers))
    yield from (
        (name, played[name]) for name in reversed(before) if played[name] in (roles.MODIFIER, roles.OWNER_OF_OBJECT)
    )


def _counted_wares(figure: Figure, sentence: Span, names: Sequence[Name], read: Annotated) -> dict[Name, str]:
    """Return the wares that another figure counts, as modifiers: in "sold 4 million iPhones, 5% more" they act not."""
    nouns = [one.noun for one in read.within(read.figures, sentence) if one.noun and one is not figure]
    wares = (name for name in names if name.entity.kind in THINGS)
    return {name: roles.MODIFIER for name in wares if any(noun.overlaps(name.span) for noun in nouns)}


def _played(names: Sequence[Name], sentence: Span, text: str) -> dict[Name, str]:
    """Return the role of each name; joined names ("Acme and Beta") share one."""
    found = {name: roles.role(text, name, sentence.start, sentence.end) for name in names}
    joined: set[Name] = set()
    for first, second in pairwise(names):
        alike = first.entity.kind == second.entity.kind
        if not alike or not _JOINED.fullmatch(text, first.span.end, second.span.start):
            continue
        comma = _COMMA_BEHIND.match(text, first.span.end) is not None
        if comma and (second.how == "pronoun" or LIKENED.fullmatch(text, sentence.start, first.span.start)):
            continue  # "Hurt by a slump at Acme, its profit fell"
        listed, before = first in joined, found[second]
        joined.add(second)
        if (
            comma
            and before == roles.SUBJECT
            and (not listed or _COMMA.fullmatch(text, first.span.end, second.span.start))
            and not _exemplify(names, names.index(first), text)
        ):
            continue  # "to pay for its bet on Acme, Beta has borrowed", "a round for Acme, and Beta raised"
        if found[first] in (roles.OTHER, roles.OBJECT, roles.AGENT):
            found[second] = found[first]
        elif found[second] == roles.SUBJECT:
            found[first] = roles.SUBJECT
    return found


def _exemplify(names: Sequence[Name], place: int, text: str) -> bool:
    """Tell whether the name at `place` stands in a closed list of examples: "makers such as Acme, Beta and Gamma".

    Or in one of what somebody has: "the owner of Acme, Beta and Gamma".
    """
    first, last = place, place
    while first and _JOINED.fullmatch(text, names[first - 1].span.end, names[first].span.start):
        first -= 1
    while last + 1 < len(names) and _JOINED.fullmatch(text, names[last].span.end, names[last + 1].span.start):
        last += 1
    several = last > first + 1 and not _COMMA.fullmatch(text, names[last - 1].span.end, names[last].span.start)
    closed = several or _AND_MORE.match(text, names[last].span.end)
    return bool(closed) and _SUCH_AS.search(text, *window(names[first].span.start)) is not None


def _beside(
    figure: Figure, before: Sequence[Name], played: dict[Name, str], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield the name right before the figure: "Acme's $3 billion", "Acme down 4%", "Acme, the $3 billion project"."""
    if not before:
        return
    name, start = before[-1], figure.span.start
    gap = (name.span.end, start)
    if (not _APOSTROPHES.isdisjoint(read.text[gap[0] - 1 : start]) and owns_beside(name, start, read.text)) or (
        _TO_FIGURE.fullmatch(read.text, *gap) and not _is_other_party(name, *gap, read.text)
    ):
        yield name, _BESIDE
    elif (
        _APPOSED.fullmatch(read.text, *gap)
        or _described(read.text, *gap)
        or (_HAVING.fullmatch(read.text, *gap) and played[name] == roles.SUBJECT)
        or (name.how != "pronoun" and _NOW_VALUED.fullmatch(read.text, *gap))
    ):
        yield name, "apposition"
    elif is_all_in_brackets(figure, name.span, read.text):
        yield name, BRACKETED
    elif _tells_whose(name, figure, read.text):
        yield name, _WHOSE
    elif marked := told_behind_mark(figure, before, read.text):
        yield marked, _WHOSE
    elif comes_next(figure, name, read.text) and not _listed_behind(before, played, read.text):
        yield name, "elliptic"


def _tells_whose(name: Name, figure: Figure, text: str) -> bool:
    gap = (name.span.end, figure.span.start)
    owns = _WHOSE_OWN.fullmatch(text, *gap) or _THING_THAT.fullmatch(text, *gap)
    ware = name.entity.kind in THINGS and figure.quantity.unit == "count" and _WARE_WITH.fullmatch(text, *gap)
    return bool(owns or ware) or (name.how != "pronoun" and is_told_to_be(name, figure, text))


def _listed_behind(before: Sequence[Name], played: dict[Name, str], text: str) -> bool:
    """Tell whether a name only closes a list that is governed: "raised money from Acme and Beta at $9 billion"."""
    name = before[-1]
    if len(before) < len(("Acme", "Beta")) or not text.startswith(" at ", name.span.end):
        return False
    governed = played[name] not in (roles.SUBJECT, roles.POSSESSOR)
    return governed and _JOINED.fullmatch(text, before[-2].span.end, name.span.start) is not None


def _is_other_party(name: Name, start: int, end: int, text: str) -> bool:
    """Tell whether a deal with somebody is worth so much: "has a contract with Acme worth $3 billion"."""
    return text.startswith(" worth ", start, end) and text.endswith(" with ", 0, name.span.start)


def _described(text: str, start: int, end: int) -> bool:
    """Tell whether all from a name to a figure is one apposition, without a verb of its own."""
    found = _APPOSED_WITH.fullmatch(text, start, end)
    known = grammar()
    if found is None or any(word in known.preposition for word in found["called"].split()):
        return False
    told = (*found["called"].split(), *text[found.end("first") if found["first"] else end : end].split())
    return not any(word in known.auxiliary or word in known.finite for word in told)


def _named_by_noun(
    figure: Figure, before: Sequence[Name], behind: Sequence[Name], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield who offers a sum or earns it, as the noun behind the figure tells, or is made something by it."""
    if made := deemed(figure, before, read.text):
        yield made, _WHOSE
    for name in behind[:1]:
        gap = (figure.span.end, name.span.start)
        if _OFFER_BY.fullmatch(read.text, *gap):
            yield name, _OFFERED
        elif _IN_OWN.fullmatch(read.text, *gap):
            yield name, _FOR_OWN
        elif read.text[gap[0] : gap[1]] == " " and _PEOPLE.match(read.text, name.span.end):
            yield name, _COUNTED_OF
    if (
        told := whose_shares(figure, behind, read)
        or pays_more(figure, behind, read.text)
        or added_to(figure, behind, read.text)
    ):
        yield told, _OFFERED


def _compared(
    figure: Figure, before: Sequence[Name], behind: Sequence[Name], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield whose the other value of a comparison is: "booked 70 orders, compared with 18 for Acme"."""
    if not behind or not _FOR_WHOM.fullmatch(read.text, figure.span.end, behind[0].span.start):
        return
    against = before and _AGAINST.search(read.text, *window(figure.span.start))
    if against or (
        read.text.startswith(" for ", figure.span.end) and _FOR_ANOTHER.search(read.text, *window(figure.span.start))
    ):
        yield behind[0], COMPARED


def _burdened(figure: Figure, before: Sequence[Name], read: Annotated) -> Iterator[tuple[Name, str]]:
    """Yield whom something costs or brings so much: "the deal cost Acme $9 billion", "set Acme back $9 billion"."""
    for name in before[-1:]:
        beside = _SO_MUCH.fullmatch(read.text, name.span.end, figure.span.start)
        if beside and _COSTS_WHOM.search(read.text, *window(name.span.start)):
            yield name, BURDENED


def _possessed(
    figure: Figure, before: Sequence[Name], played: dict[Name, str], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield whose the noun is that the amount completes: "IDC put Acme's growth at 27%"."""
    for name in before[-1:]:
        owned = played[name] in (roles.OWNER_OF_OBJECT, roles.POSSESSOR) and name.how != "pronoun"
        gap = (name.span.end, figure.span.start)
        meant = _OF_AMOUNT.fullmatch(read.text, *gap) and ends_with(
            read.text[max(0, name.span.start - 8) : name.span.start], "for"
        )
        led = _OWNED_AMOUNT.fullmatch(read.text, *gap) or (
            figure.span.of(read.fold).startswith(_UP_TO) and _OWNED_UP_TO.fullmatch(read.text, *gap)
        )
        if (owned and led) or meant:
            yield name, MEANT_FOR if meant else "possessed"


def _modified(figure: Figure, behind: Sequence[Name], read: Annotated) -> Iterator[tuple[Name, str]]:
    """Yield the venture that the amount modifies: "the $500 billion Kestrel project"."""
    for name in behind[:1]:
        beside = read.text[figure.span.end : name.span.start] == " "
        if beside and name.entity.kind == "Organization" and _THE.search(read.text, *window(figure.span.start)):
            yield name, "modified"


def _relative(
    figure: Figure, behind: Sequence[Name], played: dict[Name, str], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield the subject of a relative clause right behind the figure: "the $3 billion that Acme spent"."""
    for name in behind[:1]:
        gap = (figure.span.end, name.span.start)
        bare = read.text[gap[0] : gap[1]] == " " and _THE.search(read.text, *window(figure.span.start))
        if played[name] == roles.SUBJECT and name.how != "description" and (bare or _THAT.fullmatch(read.text, *gap)):
            yield name, "relative"


def _owner_behind(
    figure: Figure, before: Sequence[Name], behind: Sequence[Name], played: dict[Name, str], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield Acme of "60% of Acme's orders", also where another makes it up ("China brought 9% of Acme's sales")."""
    apposed = figure.quantity.unit == _RATIO and _SET_OFF.search(read.text, *window(figure.span.start)) is not None
    led = apposed or any(played[name] in (roles.SUBJECT, roles.POSSESSOR) for name in before)
    if led and not PART_OF.search(read.text, max(0, figure.span.start - 30), figure.span.start):
        return
    for name in behind[:1]:
        others = name.how != "pronoun" or all(one.entity != name.entity for one in before)
        owner = played[name] in (roles.OWNER_OF_OBJECT, roles.POSSESSOR) and others
        link = _MULTIPLIES if figure.quantity.unit == _RATIO else _OF
        if owner and link.fullmatch(read.text, figure.span.end, name.span.start):
            yield name, "owner-behind"


def _agents(
    figure: Figure, behind: Sequence[Name], played: dict[Name, str], read: Annotated
) -> Iterator[tuple[Name, str]]:
    for name in behind:
        if played[name] == roles.AGENT:
            between = Span(figure.span.end, name.span.start)
            led = _LED_BY.search(between.of(read.text))
            if not led and not read.within(read.figures, between) and "," not in between.of(read.text):
                yield name, roles.AGENT


def _governing(figure: Figure, before: Sequence[Name], played: dict[Name, str], text: str) -> Iterator[Name]:
    """Yield subjects and possessors before the figure, the nearest first; of joined subjects the first.

    An agent is the subject of the relative clause behind it: "built by Acme, which has 40 cranes". Who acts in a clause
    of time does not in what goes on behind it: "is the first since Acme left, and marks a rise of 9%".
    """
    for name in reversed(before):
        if _SINCE.search(text, max(0, name.span.start - _SINCE_REACH), name.span.start) and _AND_DOES.search(
            text, name.span.end, figure.span.start
        ):
            continue
        told_of = played[name] == roles.AGENT and _RELATIVE.match(text, name.span.end)
        if told_of or played[name] in (roles.SUBJECT, roles.POSSESSOR):
            yield name
