"""What a statement says by its words alone: that a report is untrue, that nothing is planned, that it says nothing.

Every function takes a statement as `plain` returns it.
"""

import re
from functools import cache

from kg.extract.rules.text.cues import inflected
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import alternation, words

STATEMENT = 160
"""Characters: a statement that denies is short; in a longer one "wrong" and "false" speak of something else."""
OPENING = 6
"""Words at the start of a statement among which what it speaks of is named."""
_READ = 3
"""Sentences of a longer statement that are read for an answer: its verdict comes first."""
_MARKS = str.maketrans("", "", '"“”')
_SENTENCE = re.compile(r"(?<=[.!?])\s")


def plain(said: str) -> str:
    """Return a statement in small letters, without quotation marks, parted by single spaces."""
    return " ".join(said.lower().replace("’", "'").translate(_MARKS).split())


def sentences(said: str) -> tuple[str, ...]:
    """Return a short statement as it is, of a longer one the first sentences."""
    return (said,) if len(said) <= STATEMENT else tuple(_SENTENCE.split(said)[:_READ])


def has(said: str, code: str) -> bool:
    """Tell whether a statement has one of the phrases `code` of `v:denials`."""
    return bool(_pattern(code).search(said))


def untrue(said: str) -> bool:
    """Tell whether a statement calls something said untrue: a predicate of "it", or beside a noun for what is said."""
    if not has(said, "predicate"):
        return False
    found = not (words("denials", "matter") | words("denials", "contested")).isdisjoint(re.findall(r"[\w'-]+", said))
    return found or bool(_predicative().search(said))


def rejects(said: str) -> bool:
    """Tell whether a statement denies something in the speaker's own words: "we strongly disagree with the claims"."""
    return _rejecting().search(said) is not None


def objects(said: str) -> bool:
    """Tell whether what a statement opens with denies something: "Acme rejects the claims", "Acme denies that ..."."""
    return _objecting().match(said) is not None


def unprefaced(said: str) -> str:
    """Return a statement without the words by which it says that it says something: "Acme clarifies that"."""
    return _preface().sub("", said, count=1)


def closes(said: str) -> bool:
    """Tell whether a longer statement on a report ends in a verdict: "an article in ... that ... was untrue"."""
    opening = said.split()[:OPENING]
    ends = not words("denials", "matter").isdisjoint(opening) and _verdict().search(said) is not None
    return ends or _tied().search(said) is not None


def absent(said: str) -> bool:
    """Tell whether a statement says that what was reported is not there: "no such merger was agreed"."""
    return has(said, "absence") or _no_such().search(said) is not None


def unplanned(said: str) -> bool:
    """Tell whether a statement says that nothing is planned or talked about: "it is not in any merger talks"."""
    return has(said, "intention") or _dealing().search(said) is not None


def plans_nothing(said: str) -> bool:
    """Tell whether what a statement opens with is that nothing is planned: "it is not in talks"."""
    found = _pattern("intention").search(said) or _dealing().search(said)
    return found is not None and _near_subject(said[: found.start()])


def _near_subject(before: str) -> bool:
    """Tell whether a negation belongs to the first verb: only its subject and auxiliaries stand before it."""
    words_before = before.split()
    first = next((at for at, word in enumerate(words_before) if word in grammar().auxiliary), len(words_before))
    return first <= OPENING and all(_light(word) for word in words_before[first:])


def opens_unplanned(said: str) -> bool:
    """Tell whether a statement opens with what is not planned: "no plans to sell"."""
    found = _pattern("intention").search(said) or _dealing().search(said)
    return found is not None and not said[: found.start()].strip(" '‘")


def own(said: str) -> bool:
    """Tell whether the subject of a statement stands for the speaker: "it", "we", "the company", "his company"."""
    return _own().match(said) is not None


def affirms(said: str) -> bool:
    """Tell whether a statement says of its first words that they confirm something: "Acme confirms it is in talks"."""
    return _affirming().match(said) is not None


def negates(said: str) -> bool:
    """Tell whether the first verb of a statement is negated, but for verbs of foreseeing and of telling."""
    return _negative().match(said) is not None


def negated(said: str) -> str | None:
    """Return the first verb of a statement where it is negated: "close" of "it is not going to close"."""
    if found := _negative().match(said):
        return next((word for word in said[found.end() :].split()[:_READ] if not _light(word)), None)
    none = _none().match(said)
    return none[1] if none and none[1] not in words("denials", "open") else None


def _light(word: str) -> bool:
    return word in grammar().auxiliary or grammar().adverbial(word) or word in ("going", "to", "any", "being")


def nothing(said: str) -> bool:
    """Tell whether a statement says "there is no sale process", not "there is no doubt"."""
    return _nothing().match(said) is not None


def refuses(said: str) -> bool:
    """Tell whether a statement refuses a comment of one's own ("we do not comment"), not that of somebody else."""
    return _refusing().search(said) is not None


def opens_refusing(said: str) -> bool:
    """Tell whether a refusal is what a statement opens with: "we do not comment on rumours, and this is one"."""
    found = _refusing().search(said)
    return found is not None and said.count(" ", 0, found.start()) <= OPENING


def bears_out(said: str) -> bool:
    """Tell whether a statement says "the report is accurate", not "the report is not accurate"."""
    return has(said, "confirmation") or (len(said) <= STATEMENT and _assent().search(said) is not None)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(words('denials', code))}\b")


@cache
def _predicative() -> re.Pattern[str]:
    """Return the pattern of "what they said was wrong", "that is not true", "it is completely false"."""
    predicate = alternation(words("denials", "predicate"))
    about = r"\b(?:what|it|it's|that|that's|this|they|they're|these|those|all|none)\b"
    be = r"(?:'s|'re|\b(?:is|are|was|were|be))"
    stress = r"(?:\w+ly\s|all\s|simply\s|just\s|\W)*"
    return re.compile(
        rf"(?:{about}[^.;]*?)\s?{be}\s{stress}{predicate}\b(?!\s(?:to(?!\s(?:say|suggest|claim|call))|for)\b)|\A\W*(?:(?:is|are|was|were)\s)?{stress}{predicate}\W*\Z"
    )


@cache
def _rejecting() -> re.Pattern[str]:
    verb, matter = alternation(words("denials", "objecting")), alternation(words("denials", "matter", "contested"))
    return re.compile(rf"\b(?:we|i|it|they)\s(?:\w+ly\s)?{verb}\s(?:\w+\s){{0,3}}?{matter}\b")


@cache
def _objecting() -> re.Pattern[str]:
    forms = alternation(
        form for verb in words("denials", "objecting") for _, form in inflected(verb.split()[0]) if " " not in verb
    )
    matter = alternation(words("denials", "matter", "contested") | {"that", "any", "having"})
    return re.compile(rf"\W*(?!nor\b|or\b)(?:[\w'&.-]+\s){{1,5}}?{forms}\s(?:\w+\s){{0,3}}?{matter}\b")


@cache
def _preface() -> re.Pattern[str]:
    stating = alternation(words("denials", "stating"))
    return re.compile(
        rf"\A\W*(?:[^.;]{{1,120}},\s)?(?:[\w'&.-]+\s){{1,5}}?(?:\w+ly\s|hereby\s)*{stating}\s(?:\w+ly\s)?that\s"
    )


@cache
def _verdict() -> re.Pattern[str]:
    predicate = alternation(words("denials", "predicate"))
    end = r"(?:\s(?:and|or)\s\w+)?(?:\W*\Z|,\s(?:adding|and|but|saying)\b)"
    return re.compile(rf"\b(?:is|are|was|were)\s(?:\w+\s(?:and\s)?)?{predicate}{end}")


@cache
def _dealing() -> re.Pattern[str]:
    """Return the pattern of a negation with a noun for dealings in its reach: "never made any formal offer"."""
    shut = alternation(words("denials", "open") | grammar().subordinator | {"about", "but", "on", "which"})
    between = rf"(?:\s(?!{shut}\b)[\w'-]+){{0,4}}?"
    return re.compile(rf"(?:\b(?:not|never|no)|n't){between}\s{alternation(words('denials', 'dealing'))}\b")


@cache
def _own() -> re.Pattern[str]:
    body = alternation(words("sources", "body"))
    return re.compile(rf"\W*(?:that\s)?(?:(?:it|we|they|he|she|i)\b|(?:the|his|her|our)\s(?:[\w-]+\s)?{body}\b)")


@cache
def _affirming() -> re.Pattern[str]:
    return re.compile(r"\W*(?:[\w'&.-]+\s){1,4}?(?:can\s)?confirms?\s(?:that|it|we|the|our|its)\b")


@cache
def _negative() -> re.Pattern[str]:
    be, late = alternation(grammar().auxiliary), alternation(words("denials", "open"))
    return re.compile(rf"\W*(?:[\w'-]+\s){{1,6}}?(?:{be}\s(?:not|never)|{be}n't|never)\s(?!(?:\w+ly\s)?{late}\b)")


@cache
def _none() -> re.Pattern[str]:
    """Return the pattern of a verb whose subject is none: "no data was stolen"."""
    be = r"(?:is|are|was|were|has|have|had|will)(?:\sbe|\sbeen|\sbeing)?"
    return re.compile(rf"\W*(?:no|none of (?:the|its|our|their))\s(?:[\w'-]+\s){{1,5}}?{be}\s(?:\w+ly\s)?([a-z]+)\b")


@cache
def _nothing() -> re.Pattern[str]:
    be = r"(?:is|are|was|were|has been|have been|had been|will be)"
    return re.compile(rf"\W*there(?:'s|\s{be})\s(?:\w+ly\s)?no\s(?!{alternation(words('denials', 'certain'))}\b)")


@cache
def _refusing() -> re.Pattern[str]:
    body = alternation(words("sources", "body") | {"policy"})
    who = rf"(?:\A\W*|\b(?:we|it|i|they|he|she|{body})\b[^.;]{{0,30}}?\b)"
    return re.compile(rf"{who}{alternation(words('denials', 'refusal'))}\b")


@cache
def _assent() -> re.Pattern[str]:
    matter, assent = alternation(words("denials", "matter")), alternation(words("denials", "assent"))
    return re.compile(
        rf"\A\W*(?:the|this|that|those|these|a)\s(?:\w+\s){{0,2}}{matter}\b[^.;,]*\s(?:is|are|was|were)\s(?:\w+ly\s)?{assent}\W*\Z"
    )


@cache
def _tied() -> re.Pattern[str]:
    """Return the pattern of a report that is called untrue somewhere in a longer statement."""
    matter, predicate = alternation(words("denials", "matter")), alternation(words("denials", "predicate"))
    what = rf"\b(?:a|the|this|these|those)\s(?:\w+\s)?{matter}\b[^.;,]{{0,90}}"
    return re.compile(rf"{what}\s(?:is|are|was|were)\s(?:\w+ly\s)?{predicate}(?:\W*\Z|[.;,]|\sand\b)")


@cache
def _no_such() -> re.Pattern[str]:
    return re.compile(r"\bno such (?!thing as\b)\w+")
