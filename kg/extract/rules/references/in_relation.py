"""Pronouns that cannot mean who their own clause is about: "Beta has outspent it" is told of somebody named before.

Such a sentence tells of Beta in relation to whom the text is about, and the text goes on about that one.
"""

import re
from collections.abc import Iterator, Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.references.bound import LAST_WORD
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.model import Entity

_STANDING = frozenset({"it", "its"})
_TRIED = 3
"""How many names back somebody is looked for whom the pronoun cannot mean."""
_UPON = Construction(
    r"(?:,\s(?:which|who))?\s(?!(?:and|or)\b)"
    r"(?:(?!(?:that|which|who|what|whether|and|but|or|as|because|if|when|while|where|although|though|until|than|{verbs:saying})\b)"
    r"[\w’'%$€£-]+\s){1,9}"
)
"""What stands between who does something and "it", to whom it is done: "has taken customers from"."""
_DONE = Construction(
    r"(?=[.,;)]|\s(?:{grammar:preposition|grammar:time|grammar:adverb}\b|(?:an?|the|all|most|more|up|[a-z]+ly)\s|{#amount}))"
)
"""What follows an "it" to which something is done; one that acts has its verb there."""
_OF_WHOM = Construction(
    r"(?:\s\([^()]{1,30}\))?,\s(?:{grammar:preposition}\s(?:which|whom)|(?:which|whom)|whose\s(?:[\w-]+\s){0,3}[\w-]+)\s"
)
"""What opens a clause of which somebody is the object: "Beta, for which it makes chips"."""
_PART_OF = Construction(
    r"\s(?:(?:alone|also|now|still|already|has|had|will|would|[a-z]+ly)\s){0,2}{making-up}\s[^,;:()]{1,40}?\sof\s"
)
_PUTS_IN = Construction(
    r"(?:,\s(?:which|who))?\s(?:(?:also|has|had|will|would|[a-z]+ly)\s){0,2}(?:{relation-cues:lead|relation-cues:join})\s"
)
_ROUND = Construction(r"\s(?:[\w$€£¥.-]+\s){0,4}?{round-noun}\b")
"""What nobody leads of itself: "Beta led its latest round"."""
_HELD_BESIDE = Construction(
    r"(?:(?i:{held-beside})|(?:(?:Once|Long|Now|Still|[A-Z][a-z]+ly)\s)?(?:[A-Za-z][a-z]+ed|(?i:{irregular-participle}))"
    r"|(?:Once|[A-Z][a-z]+ly)\s(?:an?|the|one|[a-z]+\sof))\s[^,;:.()]{2,60},\s(?:(?:for|in)\s[^,;:.()]{2,30},\s)?"
)
"""What opens a sentence with another than its subject: "Unlike Beta, it", "Backed by Beta, it", "Once part of it"."""
_BACK = 40
_LAST = re.compile(r"([a-z]+)\s\Z")
_JOINING = frozenset({"and", "or", "but", "nor", "which", "that", "what"})


def set_beside(described: int, sentence: int, text: str, before: Sequence[Name]) -> frozenset[Entity]:
    """Return whom "the company" cannot mean, those in what opens its sentence: "Backed by Beta, the company has"."""
    if _HELD_BESIDE.fullmatch(text, sentence, described) is None:
        return frozenset()
    return frozenset(name.entity for name in before[-_TRIED:] if name.span.start >= sentence)


def not_meant(pronoun: re.Match[str], sentence: int, text: str, before: Sequence[Name]) -> frozenset[Entity]:
    """Return whom a pronoun cannot mean; `before` are the names so far, `sentence` is where its sentence starts."""
    if pronoun[0].lower() not in _STANDING:
        return frozenset()
    return frozenset(_told_of(pronoun, sentence, text, before))


def _told_of(pronoun: re.Match[str], sentence: int, text: str, before: Sequence[Name]) -> Iterator[Entity]:
    """Yield those of a sentence who cannot be meant by a pronoun, since it tells of somebody in relation to them."""
    held = _HELD_BESIDE.fullmatch(text, sentence, pronoun.start()) is not None
    owning, upon = pronoun[0].lower() == "its", None
    for name in reversed(before[-_TRIED:]):
        if name.span.start < sentence:
            return
        gap = name.span.end, pronoun.start()
        if held:
            yield name.entity
        elif name.how == "pronoun":
            continue
        elif owning:
            if _PART_OF.fullmatch(text, *gap) or (_PUTS_IN.fullmatch(text, *gap) and _ROUND.match(text, pronoun.end())):
                yield name.entity
        elif _OF_WHOM.fullmatch(text, *gap):
            yield name.entity
        else:
            upon = _done_to(pronoun, text) if upon is None else upon
            if (
                upon
                and _UPON.fullmatch(text, *gap)
                and not _governed(text[max(sentence, name.span.start - _BACK) : name.span.start])
            ):
                yield name.entity


def _done_to(pronoun: re.Match[str], text: str) -> bool:
    """Tell whether "it" is what something is done to: behind a verb or a preposition, and not before a verb."""
    last = _LAST.search(text, max(0, pronoun.start() - _BACK), pronoun.start())
    known = grammar()
    if last is None or last[1] in known.subordinator or last[1] in known.auxiliary or last[1] in _JOINING:
        return False
    return _DONE.match(text, pronoun.end()) is not None


def _governed(ahead: str) -> bool:
    last = LAST_WORD.search(ahead)
    return last is not None and last[1].lower() in grammar().preposition
