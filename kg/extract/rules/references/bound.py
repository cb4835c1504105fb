"""Possessives bound in their own clause: of "Acme, Beta's parent, saw its stock rise" the stock is Acme's.

Whoever else a text is about, "its" is of the subject of its clause where that is named, acts, and nobody else stands
between the two.
"""

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.acting import acts, does, keeps, made_to_act, of_former_staff
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.cues import inflected
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.codes import scheme
from kg.lexicon.wordlists import words
from kg.model import Entity, Span

_OWNING = frozenset({"its", "itself"})
THINGS = frozenset({"Company", "Organization", "Product", "Chip", "Authority"})
ASIDE = re.compile(r",\s(?!(?:and|but|or|which|who|while|as)\b)[^,;:.()]{1,80},(?=\s)|\s\([^()]{1,30}\)")
_RELATIVE = re.compile(r",?\s(?:which|who|that)\s")
_PARTICIPLE = re.compile(r"\s(?:[a-z]+ly\s|now\s|also\s)?([a-z]+ing)\s")
_REST = re.compile(r"(?:[^,;:.!?()\n“”\"—–]|[.,](?=\d))*(?:,\s[a-z]+ing\s)?\Z")
"""What may stand between the verb and the possessive: no mark but that of a participle: "lost users, cutting its"."""
_WITH = re.compile(r"\bwith\s(?:(?:the|an?)\s)?(?:[\w’'-]+\s){0,3}\Z", re.IGNORECASE)
LAST_WORD = re.compile(r"([A-Za-z]+)\s(?:(?:the|an?|its|their)\s)?(?:[a-z][\w’'-]*\s){0,2}\Z")
BEING = r"\s(?:is|was|{lasting-being})\s"
IS_OF_ANOTHER = Construction(BEING + r"(?:(?:by|far|one|of|also|among|still|now|[a-z]+ly)\s){0,3}?(?:its|their)\s")
"""What says of a name whose it is: "Acme remains its largest customer"."""
_BACK, _REACH = 40, 120
TRIED = 3
"""How many names back the subject is looked for: those of an aside stand between it and its verb."""
_STANDING = frozenset({"it", "its", "itself"})
_FRONT = Construction(r"(?:(?:The|Its|Their)\s(?:[\w-]+\s){0,3}|(?i:{dealt-in})\s(?:of|in)\s|[A-Z][\w-]+\s){0,1}")
_MARKED = re.compile(r"[“”\"\n;:]")
_DOES = Construction(
    r"(?:['’]s?(?:\s[a-z-]+){1,3})?\s(?:{grammar:auxiliary}|{grammar:finite}|[a-z]{3,}ed|(?:[a-z]+ly|also|now)\s[a-z]+(?:s|ed))\b"
)
"""What makes the name before it, or what is its, do something."""
_IS_PART = Construction(
    BEING + r"(?:(?:also|still|now|already|[a-z]+ly)\s){0,2}"
    r"(?:among|(?:an?|one|the)\s(?:(?!{grammar:relative|grammar:subordinator|grammar:finite}\b|to\b)[a-z][\w-]*\s){0,5}(?:of|in|behind))\s"
)
"""What says of a name what it is to another: "Acme was one of the company's founding investors"."""
_WHOSE = re.compile(r"(?:its|their)\s(?:[\w’'-]+\s){0,4}?(?P<role>[a-z-]+)(?=[,.;:)]|\sand\s|\Z)")
_ROLES = ("backer", "customer", "maker", "owner", "provider", "rival", "suppliers")
_OF_PLACE, _CLOSING = ("'s ", "’s "), frozenset(",.;)")
"""What stands between a place and the most of its kind there, and behind it: "Acme, Italy's largest bank, said"."""
_GOING_ON = (" that ", " which ", " whose ", " behind ", " it ", " they ")
_DONE_BY = Construction(r"\s(?:(?:[a-z]+ly|now|once)\s)?(?:[a-z]{2,}ed|{irregular-participle})\sby\s")
"""What says of a description whose it is: "Acme, the chip designer owned by Beta"."""
_DONE_TO = re.compile(r"(?:,\swhich)?\s(?:(?:has|have|had|will|would|to|also|already|now|then|\w+ly)\s){0,3}(\w+)\s")
_PUT_INTO = Construction(
    r"(?:,\swhich)?\s(?:(?:has|have|had|will|would|to|also|[a-z]+ly)\s){0,3}{relation-cues:invest}\s(?:(?:[^,;.]|\.\d){1,40}?\s)?in\s"
)
_IN_ASIDE = re.compile(r",\s(?:an?|the)\s(?:[\w-]+\s){1,5}")


def subject_of_clause(pronoun: re.Match[str], sentence: int, text: str, before: Sequence[Name]) -> Entity | None:
    """Return the subject of the clause that "its" stands in; `before` are the names so far, `sentence` its start."""
    if pronoun[0].lower() not in _OWNING:
        return None
    for name in reversed(before[-TRIED:]):
        start, end = name.span.start, name.span.end
        if start < sentence or pronoun.start() - end > _REACH:
            return None
        aside = ASIDE.match(text, end, pronoun.start())
        at = aside.end() if aside else end
        between = (other.span for other in before[-TRIED:] if other.span.start >= at)
        if not all(of_former_staff(text, span.start, span.end) for span in between):
            return None
        if name.entity.kind in THINGS and _of_relative(pronoun, end, text):
            return name.entity
        if name.entity.kind in THINGS and leads(start, sentence, text, at) and _REST.match(text[at : pronoun.start()]):
            return name.entity
    return None


def _of_relative(pronoun: re.Match[str], end: int, text: str) -> bool:
    """Tell whether "its" is of who acts in a relative clause: "Acme, which cut its price"; `end` is the name's."""
    related = _RELATIVE.match(text, end, pronoun.start())
    if related is None or _REST.match(text[related.end() : pronoun.start()]) is None:
        return False
    return acts(text, related.end() - 1) or keeps(text, related.end() - 1)


def leads_alone(pronoun: re.Match[str], sentence: int, text: str, before: Sequence[Name]) -> Entity | None:
    """Return who leads the sentence up to "it", where it names nobody else but in an aside behind that name.

    "Acme's stock has soared, making it the first ...", "Acme, a unit of Beta, closed a round that valued it at ...".
    """
    if pronoun[0].lower() not in _STANDING:
        return None
    here = [name for name in of_sentence(before, sentence) if name.entity.kind in THINGS]
    leader = here[0] if here else None
    if leader is None or leader.how == "pronoun" or not _FRONT.fullmatch(text, sentence, leader.span.start):
        return None
    aside = ASIDE.match(text, leader.span.end, pronoun.start())
    at = aside.end() if aside else leader.span.end
    others = {name.entity for name in here if name.span.start >= at} - {leader.entity}
    spoken = _MARKED.search(text, leader.span.end, pronoun.start())
    return leader.entity if not others and spoken is None and _DOES.match(text, at) else None


def of_sentence(before: Sequence[Name], sentence: int) -> Sequence[Name]:
    """Return the last of the names `before` that stand in the sentence which starts at `sentence`."""
    first = len(before)
    while first and before[first - 1].span.start >= sentence:
        first -= 1
    return before[first:]


def told_of_another(pronoun: re.Match[str], text: str, before: Sequence[Name]) -> Entity | None:
    """Return whom "its" cannot mean, as it is told to be somebody's: Acme of "Acme remains its largest customer"."""
    name = before[-1] if before and pronoun[0].lower() in _OWNING else None
    if name is None or pronoun.start() - name.span.end > _BACK:
        return None
    return name.entity if IS_OF_ANOTHER.fullmatch(text, name.span.end, pronoun.end() + 1) else None


def apposed_by(start: int, text: str, before: Sequence[Name]) -> Entity | None:
    """Return whom a word at `start` cannot mean: it acts in their apposition, or they do it: "X bought the firm"."""
    name = before[-1] if before and start - before[-1].span.end <= _BACK else None
    if name is None:
        return None
    owning = text.startswith(("its ", "their "), start)  # "X bought its supplier"
    done = None if owning else _DONE_TO.fullmatch(text, name.span.end, start)
    act = done is not None and done[1] in _held_forms()
    act = act or (not owning and _PUT_INTO.fullmatch(text, name.span.end, start) is not None)
    told = _tells_whose(start, text, name) if owning else _IS_PART.fullmatch(text, name.span.end, start) is not None
    return name.entity if act or told or _IN_ASIDE.fullmatch(text, name.span.end, start) else None


def _tells_whose(start: int, text: str, name: Name) -> bool:
    """Tell whether "its" opens an aside that says whose a name is: "Acme, its main supplier, grew"."""
    aside = _WHOSE.match(text, start) if text[name.span.end : start] == ", " else None
    return aside is not None and aside["role"] in words("relation-cues", *_ROLES) | words("neighbours", "part")


def apposed(described: Span, text: str, before: Sequence[Name]) -> bool:
    """Tell whether a description stands beside a name and says what it is: "Acme, the firm that Ann Lee founded"."""
    name = before[-1] if before else None
    if name is None:
        return False
    if name.entity.kind == "Place" and len(before) > 1 and text[name.span.end : described.start] in _OF_PLACE:
        ahead, closed = before[-2], text[described.end : described.end + 1] in _CLOSING
        return ahead.entity.kind in THINGS and closed and text[ahead.span.end : name.span.start] == ", "
    between = text[name.span.end : described.start]
    if between == " (" and name.entity.kind in (*THINGS, "Outlet"):
        return True  # "Acme (the firm founded by Ann Lee)"
    beside = name.entity.kind in THINGS and between == ", "
    return beside and (text.startswith(_GOING_ON, described.end) or _DONE_BY.match(text, described.end) is not None)


@cache
def _held_forms() -> frozenset[str]:
    """Return the forms of the verbs of which nobody is both who does it and to whom it is done: taking over, owning."""
    lemmas = (verb for code in ("acquire", "back", "own") for verb in scheme("relation-frames")[code].words)
    return frozenset(word for lemma in lemmas if " " not in lemma for _, word in inflected(lemma))


def leads(start: int, sentence: int, text: str, at: int) -> bool:
    """Tell whether what is named at `start` acts, governed by no preposition but the "with" of a clause of its own."""
    ahead = text[max(sentence, start - _BACK) : start]
    doing = _PARTICIPLE.match(text, at)
    if _WITH.search(ahead):
        return doing is not None and does(doing[1])
    if made_to_act(text, start, at):
        return True
    last = LAST_WORD.search(ahead)
    if last is not None and last[1].lower() in grammar().preposition:
        return False
    if IS_OF_ANOTHER.match(text, at):
        return False
    told_to = text.startswith(" to ", at) and bool(ahead)  # "paid Acme to use its chips"
    return not told_to and (acts(text, at) or keeps(text, at))
