"""Clauses about people or companies as such, whom no name tells: "Airlines lost $9 billion", "Rivals hold 4%".

What is told of them is told of nobody that the text named before.
"""

import re
from functools import cache

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.names.acting import do
from kg.extract.rules.names.offices import of_places
from kg.extract.rules.references.complements import of_unnamed_speaker
from kg.extract.rules.references.unnamed import goes_on_about_unnamed, opens_unnamed
from kg.extract.rules.subjects.candidates import SURE
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.nouns import several_firms
from kg.lexicon.wordlists import words
from kg.model import Span

OTHERS_ACT = "others-act"
"""The rule for a figure of companies or people as such."""
_CLAUSE = re.compile(r"(?:[;:]|,\s(?:while|whereas|but|and|as|though|although)|\s(?:while|whereas|because|that))\s")
_SET = re.compile(r"(?:In|Across|Throughout|During|Over|By|For|On)\s[^,;.]{2,40},\s")
"""What tells the time or place before who acts: "In Europe, airlines lost $9 billion"."""
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_MANY = 6
"""So many words may call those who act: "Large American makers of medical devices"."""
_HELD = frozenset({"the", "these", "those", "both", "all", "its", "their", "such", "his", "her", "our"})
"""What refers to somebody told of before."""
_RANKED = Construction(r"the\s(?:[a-z]+[’']s\s|[a-z]+\s)?{superlative|top-ranked}\s(?:\d+\s)?")
_OF_ANOTHER, _ONE = frozenset({"its", "their", "the"}), frozenset({"its", "a", "one", "another"})
_TAIL = Construction(
    r"(?:\s(?:and|or)\s(?:[a-z-]+\s)?[a-z-]+s)?"
    r"(?:,\s[a-z]{3,}ed\sby\s[^,;:.]{2,40},|,?\s(?:in|across|of|from|around|outside|on|such\sas|like|including|with|without|under)\s[^,;:.]{2,40}?,?|\s{worldwide-reach})?"
    r"(?:\s(?:as\sa\s(?:group|{whole-of})|alone|{together}))?"
    r"\s(?:(?:{grammar:adverb}|{grammar:time}|[a-z]+ly)\s){0,2}"
    r"(?P<verb>{grammar:auxiliary}|{grammar:be}|{grammar:modal}|{grammar:finite}|[a-z]{3,}ed|[a-z]+)\b"
)
_FORESEE = Construction(
    r"(?:[a-z]+\s)?(?:{forecasts:verb|forecasts:reporting|telling|estimating}|{verbs:saying}\sthat)\b"
)
_BY_WHOM = Construction(
    r"(?:\s[\w’'-]+){0,5}?(?:\s(?:by|at|among|across)|\s(?:{grammar:be|grammar:auxiliary})\s(?:[\w’'-]+\s){1,3}?(?:into|by))\s"
)
"""What stands between a figure and who else did what it tells, or whom it went to: "950,000 cuts at"."""
_NOBODYS = Construction(
    r"(?:[A-Z][a-z]+,\s)?(?!(?:Its|Their)\s)(?:[A-Z][\w’'.-]*\s)?(?:[\w’'-]+\s){0,3}?(?i:{no-companys})"
    r"(?:(?:\s(?:on|of|in|for|from))?\s(?!(?:its|their)\b)[^,;:.]{2,40}?)?\s(?:(?:{grammar:adverb}|[a-z]+ly)\s){0,2}"
    r"(?:(?:{grammar:auxiliary}|{grammar:be}|{grammar:modal}|{grammar:finite}|[a-z]{3,}ed|{standing-at})\b|of\s(?:[a-z]+\s){0,2}\Z)"
)
"""A clause about what is no company's: "The yield on the bonds fell", "Inflation stood at"."""
_NOBODYS_OWN = Construction(r"\s(?:[a-z-]+\s){0,2}?{no-companys}\b")
"""What makes an amount that of no company: "the $7,500 federal tax credit"."""
_STATE = Construction(
    r"(?:[A-Z]\w+\s(?:[A-Za-z]+,?\s){0,2}?)?(?:(?:[Tt]he|[A-Z]\w+['’]s)\s(?:[\w-]+\s){0,2}?{state-body|sources:office}|(?i:{state-itself}))"
    r"(?:\s(?:in|of)\s[A-Z]\w+)?\s(?:(?:{grammar:adverb}|{grammar:time}|[a-z]+ly)\s){0,2}"
    r"(?!(?:[a-z]+\s)?(?:{forecasts:verb|forecasts:reporting|estimating}|{verbs:saying}(?!\s(?:an?|the)\s)|{notions:own|notions:hold})\b)"
    r"(?:{grammar:auxiliary}|{grammar:be}|{grammar:modal}|{grammar:finite}|[a-z]{3,}(?:ed|(?<!s)s))\b"
)
"""A clause about what a government does: "Last week the government set up a scheme of"."""
_SCHEME = Construction(r"\s(?:[\w-]+\s){0,3}?{state-scheme}\b")
"""What makes public money that of no company: "a $9 billion incentive programme"."""
_ACTORS = frozenset({"Company", "Product", "Chip", "Person"})
_FIRM = Construction(r"(?:The|This)\s{any-company}\b")
_OWNING = frozenset({"place", "possessor"})
"""Rules for who may stand before those who act: "American employers", "its rivals"."""
_BUYERS, _AS_SUCH = "buyers", frozenset({"buyers", "businesses"})
"""Buyers are a company's own unless it is told which; businesses may be its own where it is."""


def is_of_others(chosen: Chosen, case: Case, read: Annotated, *, lent: bool) -> bool:
    """Tell whether the figure's clause is about people or companies as such, not about whom was chosen.

    Who is `lent` by the text around gives way to any of them, others to those of a clause behind them.
    """
    if chosen.entity is None or chosen.rule in SURE or (chosen.entity.kind == "Organization" and not lent):
        return False
    start, end = case.sentence.start, case.figure.span.start
    if lent or chosen.rule in _OWNING:
        return _others_act(start, end, read) is not None
    if chosen.span is None or _CLAUSE.search(read.text, chosen.span.end, end) is None:
        return False
    others = _others_act(chosen.span.end, end, read)
    return others is not None and others.start > chosen.span.end


def is_of_unnamed(chosen: Chosen, case: Case, read: Annotated) -> bool:
    """Tell whether somebody without a name acts or speaks in the clause or was told of last, and nobody there has one.

    Who a headline names is meant by "a Dutch chipmaker" of the prose.
    """
    sentence, figure = read.sentences[case.index], case.figure.span
    if _FIRM.match(read.text, sentence.span.start):
        if not goes_on_about_unnamed(read.sentences, case.index, read.text):
            return False
    elif (
        opens_unnamed(sentence.span, read.text) is None
        and of_unnamed_speaker(sentence.span.start, read.text, ()) is None
    ):
        return False
    ahead = read.within(read.names, Span(sentence.span.start, figure.start))
    if any(name.entity.kind == "Company" for name in ahead):
        return False
    title = read.sentences[0]
    titled = (
        title.headline
        and case.index
        and any(name.entity == chosen.entity for name in read.within(read.names, title.span))
    )
    return not titled


def _others_act(start: int, end: int, read: Annotated) -> Span | None:
    """Return the words for companies or people as such that the last clause they open is about, None without any."""
    for at in reversed(_clauses(start, end, read.text)):
        if found := _subject(at, end, read):
            acting = any(name.entity.kind in _ACTORS for name in read.within(read.names, Span(found.end, end)))
            return None if acting else found
    return None


def _clauses(start: int, end: int, text: str) -> list[int]:
    """Return where the clauses up to `end` start, the first one also behind the time or place that it tells first."""
    ahead = _SET.match(text, start, end)
    first = [start, ahead.end()] if ahead else [start]
    return sorted((*first, *(found.end() for found in _CLAUSE.finditer(text, start, end))))


def of_no_company(case: Case, read: Annotated) -> bool:
    """Tell whether a clause opens with what is no company's, or the figure is one of what others did."""
    start, figure = case.sentence.start, case.figure.span
    clauses = _clauses(start, figure.start, read.text)
    if _NOBODYS_OWN.match(read.text, figure.end) or any(_about_none(at, figure.start, read) for at in clauses):
        return True
    if any(_of_state(at, case, read) for at in clauses):
        return True
    behind = _BY_WHOM.match(read.text, figure.end, case.sentence.end)
    return behind is not None and _subject(behind.end(), case.sentence.end, read, acting=False) is not None


def _of_state(start: int, case: Case, read: Annotated) -> bool:
    """Tell whether a clause is about what a government does, and the figure about no company that it does it to."""
    end = case.figure.span.end
    found = _STATE.match(read.text, start, case.figure.span.start)
    if found is None or any(one.entity.kind in _ACTORS for one in read.within(read.names, Span(start, end))):
        return False
    return "subjectRole" not in case.facts or _SCHEME.match(read.text, end) is not None


def _about_none(start: int, end: int, read: Annotated) -> bool:
    found = _NOBODYS.match(read.text, start, end)
    if found is None:
        return False
    return not any(name.entity.kind in _ACTORS for name in read.within(read.names, Span(start, end)))


def _subject(start: int, end: int, read: Annotated, *, acting: bool = True) -> Span | None:
    """Return the noun phrase for people or companies as such at `start`, which has its verb behind it if `acting`."""
    for count, word in enumerate(_WORD.finditer(read.text, start, end)):
        printed = word[0].lower()
        if count >= _MANY or (count and read.text[word.start() - 1] != " "):
            return None
        first = read.fold[start : start + 8].split(" ")[0]
        rivals = printed in words("relation-cues", "rival") and (printed.endswith("s") or first in _ONE)
        lone = printed not in _AS_SUCH or (printed == _BUYERS) == bool(count)
        somewhere = first in _somewhere() or first.capitalize() in of_places()
        lone = lone and (printed not in _own_people() or (count > 0 and somewhere))
        if (printed in _others() or rivals) and lone and (word[0] == printed or not count):
            ranked = _RANKED.match(read.fold, start) is not None  # "The top 10 lenders were fined"
            if first in _HELD and not ranked and not (rivals and first in _OF_ANOTHER):
                return None
            return Span(start, word.end()) if not acting or _acts(word.end(), end, read.text) else None
        if printed in grammar().preposition or printed in grammar().auxiliary or printed in grammar().conjunction:
            return None
    return None


def _acts(at: int, end: int, text: str) -> bool:
    found = _TAIL.match(text, at, end)
    if found is None or _FORESEE.match(text, found.start("verb")):
        return False
    verb, known = found["verb"], grammar()
    told = verb in known.auxiliary or verb in known.be or verb in known.modal or verb in known.finite
    return told or verb.endswith("ed") or do(verb)


@cache
def _others() -> frozenset[str]:
    """Return the plurals for companies of a trade and for people who are no company's own."""
    companies = (one for one in several_firms() if " " not in one)  # "chains" alone are no retailers
    known = (*companies, *words("groups"), *words("semantic-fields", "spenders", "at-large"))
    return frozenset(word.split()[-1] for word in known)


@cache
def _own_people() -> frozenset[str]:
    """Return the plurals for people and firms who are a company's own where nothing tells where they are from."""
    return words("semantic-fields", "own-people")


@cache
def _somewhere() -> frozenset[str]:
    """Return the words that make such people those of a country: "local suppliers"."""
    return words("semantic-fields", "of-a-country")
