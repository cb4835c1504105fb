"""What a statement says by its words alone: that a report is untrue, that nothing is planned, that it says nothing.

Every function takes a statement as `plain` returns it.
"""

import re
from functools import cache, lru_cache

from kg.extract.rules.text.constructions import Construction, filled
from kg.extract.rules.text.cues import inflected
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import alternation, words

STATEMENT = 160
"""Characters: a statement that denies is short; in a longer one "wrong" and "false" speak of something else."""
OPENING = 6
"""Words at the start of a statement among which what it speaks of is named."""
_CLAUSE = 30
"""Characters that the clause before the first comma has at least."""
_READ = 3
"""Sentences of a longer statement that are read for an answer: its verdict comes first."""
_MARKS = str.maketrans("", "", '"“”')
_WORD = re.compile(r"\w+")
_NEGATIONS = frozenset({"not", "never", "no", "t"})
"""Words by which a negation is told, the last of them behind "don'" and the like."""
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_PHRASES = {
    "absence": Construction(r"\b{denials:absence}\b"),
    "confirmation": Construction(r"\b{denials:confirmation}\b"),
    "contradiction": Construction(r"\b{denials:contradiction}\b"),
    "emphatic": Construction(r"\b{denials:emphatic}\b"),
    "innocence": Construction(r"(?<!\bto )(?<!\bwill )(?<!\bmust )\b{denials:innocence}\b"),
    "intention": Construction(r"\b{denials:intention}\b"),
    "predicate": Construction(r"\b{denials:predicate}\b"),
}
_BE = r"(?:is|are|was|were)"
_DESCRIBING = Construction(
    r"\s(?!(?:{grammar:preposition|grammar:conjunction|grammar:subordinator|grammar:auxiliary|grammar:pronoun|grammar:relative}"
    r"|{grammar:determiner|grammar:possessive|grammar:time|denials:going-on}|\w+ly)\b)[a-z-]+(?:\s[a-z-]+)?"
)
"""A noun right behind an adjective: "false claims", not "false and" or "false because"."""
_ACTING_SO = Construction(r"\sto\s(?!{denials:retelling}\b|the\b|an?\b)")
"""What makes a predicate one of what somebody does: "premature to give figures", not "wrong to say"."""
_HANDLED = Construction(r"(?:\b(?!(?:as|to)\b){grammar:preposition}|\b(?!{denials:naming}\b)[a-z]{2,}ing)\s\Z")
"""What makes a noun behind it something that one deals with: "sharing misinformation", "against speculation"."""
_SAID_NOUN = Construction(r"\b{denials:matter|denials:contested|denials:reading}\b")
_POINTED = Construction(
    r"(?:\b(?:{grammar:determiner|grammar:possessive|grammar:be}|such|all|any|as|not|against|{denials:judging|denials:holding})\s|['’]s?\s)"
    r"(?:\w+ly\s|\w+,?\s(?:and|or)\s)?\Z"
)
"""What makes a noun that is described one that is spoken of: "these false claims", "it is false news"."""
_MATTER = "denials:matter|denials:contested"
_STRESS = r"(?:\w+ly\s|all\s|simply\s|just\s|(?:an?\s)?{denials:degree}\s|\W)*"
_PREDICATIVE = Construction(
    r"(?:\bwhat\b[^.;]*?\b{denials:uttered}\b[^.;]*?"
    r"|\b(?:it|it's|that|that's|this|they|they're|these|those|all|none)\b(?:[,\s](?!{grammar:be}\b)[^.;\s]*){0,4}?)"
    rf"\s?(?:'s|'re|\b(?:is|are|was|were|be))\s{_STRESS}{{denials:predicate}}"
    r"\b(?!\s(?:to(?!\s{denials:retelling})|for)\b)"
    rf"|\A\W*(?:{_BE}\s)?{_STRESS}{{denials:predicate}}\W*\Z"
)
"""A predicate that denies: "what they said was wrong", "that is not true", "it is completely false"."""
_OWN_FAULT = re.compile(r"\b(?:i|we)\s(?:did|said)\b")
"""A fault that somebody owns up to: "what I did was wrong"."""
_MISSTATED = Construction(
    r"\b(?:the|this|that|their)\s(?:[\w-]+\s){0,2}?(?:{denials:matter}|{sources:publication})\s(?:{grammar:auxiliary}\s){0,2}{denials:misstating}\s"
)
_REJECTING = Construction(rf"\b(?:we|i|it|they)\s(?:\w+ly\s)?{{denials:objecting}}\s(?:\w+\s){{0,3}}?{{{_MATTER}}}\b")
_TO_KEEP = Construction(r"\b(?:to|{grammar:modal})\s(?:\w+ly\s)?{denials:innocence}")
"""What somebody is to do is no answer to what they are said to have done: "they intend to comply with the rules"."""
_ON_CONDITION = re.compile(r"\b(?:if|unless|until|when|where)\s(?:[\w'’]+\s){0,3}\Z")
"""What leaves it open whether there is a dealing: "it will strike if there is no deal"."""
_TOLD_OF = re.compile(r"\bof\s(?:[\w'-]+\s){0,4}?(?:and\s)?\Z")
"""What somebody is told of is no answer: "told clients of full order books and no plans to add a line"."""
_OPEN_DETAIL = Construction(r"\b{denials:undecided}\b[^.;]{0,40}\son\s(?:[\w'-]+\s){0,4}?{denials:detail}\b")
_VERDICT = Construction(
    rf"\b{_BE}\s(?:\w+\s(?:and\s)?)?{{denials:predicate}}"
    r"(?:\s(?:and|or)\s\w+)?(?:\W*\Z|,\s(?:and|but|{denials:going-on})\b)"
)
_PREFACE = Construction(
    r"\A\W*(?:[^.;]{1,120},\s)?(?:[\w'&.-]+\s){1,5}?(?:\w+ly\s|hereby\s)*{denials:stating}\s(?:\w+ly\s)?that\s"
)
_OWN = Construction(r"\W*(?:that\s)?(?:(?:it|we|they|he|she|i)\b|(?:the|his|her|our)\s(?:[\w-]+\s)?{sources:body}\b)")
_AFFIRMING = Construction(
    r"\W*(?:(?!(?:{grammar:modal}|not|never|cannot|can't|couldn't|wouldn't|won't)\s)[\w'&.-]+\s){1,4}?(?:can\s)?{denials:confirming}\s(?:that|it|we|the|our|its)\b"
)
_DEALING = Construction(
    r"(?:\b(?:not|never|no)|n't)(?:\s(?!(?:{denials:open|grammar:subordinator}|about|but|on|which)\b)[\w'-]+){0,4}?"
    r"\s{denials:dealing}\b"
)
"""A negation with a noun for dealings in its reach: "never made any formal offer"."""
_NONE = Construction(
    r"\W*(?:no|none of (?:the|its|our|their))\s(?:[\w'-]+\s){1,5}?"
    r"(?:is|are|was|were|has|have|had|will)(?:\sbe|\sbeen|\sbeing)?\s(?:\w+ly\s)?([a-z]+)\b"
)
"""A verb whose subject is none: "no data was stolen"."""
_NOTHING = Construction(
    r"\W*there(?:'s|\s(?:is|are|was|were|has been|have been|had been|will be))\s(?:\w+ly\s)?no\s(?!{denials:certain}\b)"
)
_NONE_THERE = Construction(
    r"\W*there(?:'s|\s(?:is|are|was|were|has been|have been|had been))\s(?:\w+ly\s)?no\s(?:[a-z]+\s)?"
    r"{denials:dealing}\b(?!\s(?:but|of|on|until|when|yet)\b)"
)
_SUPPOSED = re.compile(r"\W*(?:even\s|but\s|just\s|only\s)?(?:if|unless|although|though|whether|when|while|because)\s")
_REFUSALS = ("refusal", "withholding", "unwilling", "constrained", "abstaining", "none")
_REFUSING = Construction(
    r"(?:\A\W*(?:[\w'&.-]+\s){0,3}?(?:has\s|have\s|had\s)?|\b(?:we|it|i|they|he|she|{sources:body|denials:guideline})\b[^.;]{0,30}?\b)"
    r"(?:{denials:refusal}"
    r"|{denials:withholding|denials:unwilling|denials:constrained|denials:abstaining}\s(?:\w+ly\s)?{denials:discussing}"
    r"|{denials:none}\s(?:\w+\s){0,2}?to\s{denials:announcing})\b"
)
_ASSENT = Construction(
    r"\A\W*(?:the|this|that|those|these|a)\s(?:\w+\s){0,2}{denials:matter}\b[^.;,]*"
    rf"\s{_BE}\s(?:\w+ly\s)?{{denials:assent}}\W*\Z"
)
_ENGAGED = Construction(
    r"\W*(?:that\s)?(?:it|we|they|(?:the|our)\s{sources:body}|[\w'&.-]+(?:\s[\w'&.-]+)?)\s(?:has|had|have|is|are|was|were)\s"
    r"(?:\w+ly\s|also\s|been\s|now\s)*{denials:engaging}\s(?:[\w'-]+\s){0,4}?{denials:dealing}\b"
)
"""A dealing that the speaker says there is: "it has received an approach", "we are in talks"."""
_ASSENTING = Construction(
    r"\W*(?:{denials:agreeing},\s)?(?:it|that|this)(?:'s|\s(?:is|was))\s(?:\w+ly\s)?{denials:assent}\W*\Z"
)
"""What is said of what was said before: "that is correct"."""
_TIED = Construction(
    r"\b(?:a|the|this|these|those)\s(?:\w+\s)?{denials:matter}\b[^.;,]{0,90}"
    rf"\s{_BE}\s(?:\w+ly\s)?{{denials:predicate}}(?:\W*\Z|[.;,]|\sand\b)"
)
"""A report that is called untrue somewhere in a longer statement."""
_NO_SUCH = Construction(
    r"(?:\bno such (?!{denials:whatever} as\b)|(?:\b(?:not|never)|n't)\s(?:[\w'-]+\s){0,4}?any such\s)\w+"
)
_NEGATIVE = Construction(
    r"\W*(?:(?:[\w'-]+\s){1,6}?(?:{grammar:auxiliary}\s(?:not|never)|{grammar:auxiliary}n't|never)"
    r"|(?:[\w'-]+\s){0,5}?[a-z]+'[a-z][a-z]?\s(?:not|never))\s(?!(?:\w+ly\s)?{denials:open}\b)"
)


def plain(said: str) -> str:
    """Return a statement in small letters, without quotation marks, parted by single spaces."""
    return " ".join(said.lower().replace("’", "'").translate(_MARKS).split())


def sentences(said: str) -> tuple[str, ...]:
    """Return a short statement as it is, of a longer one the first sentences, of a long sentence its first clause."""
    if len(said) <= STATEMENT:
        return (said,)
    return tuple(one if len(one) <= STATEMENT else _opening_clause(one) for one in _SENTENCE.split(said)[:_READ])


def _opening_clause(said: str) -> str:
    comma = said.find(", ", _CLAUSE, STATEMENT)
    return said if comma < 0 else said[:comma]


def has(said: str, code: str) -> bool:
    """Tell whether a statement has one of the phrases `code` of `v:denials`."""
    return not _openers(code).isdisjoint(_words(said)) and bool(_PHRASES[code].search(said))


@lru_cache(maxsize=4)
def _words(said: str) -> frozenset[str]:
    """Return the words of a statement; those of the last ones are kept, since many questions are asked of each."""
    return frozenset(_WORD.findall(said))


@cache
def _openers(*codes: str) -> frozenset[str]:
    """Return the first words of the phrases of these codes: most statements have none of them."""
    return frozenset(_WORD.findall(phrase)[0] for phrase in words("denials", *codes))


def untrue(said: str) -> bool:
    """Tell whether a statement calls something said untrue: a predicate of "it", or beside a noun for what is said."""
    return misstated(said) or (has(said, "predicate") and (judged(said) or pointed(said)))


def misstated(said: str) -> bool:
    """Tell whether a statement says that what was published has things wrong: "the article wrongly mixed two plans"."""
    return not _openers("misstating").isdisjoint(_words(said)) and _MISSTATED.search(said) is not None


def judged(said: str) -> bool:
    """Tell whether a statement calls untrue what a noun for something said names: "the report is wrong"."""
    found = not (words("denials", "matter") | words("denials", "contested")).isdisjoint(re.findall(r"[\w'-]+", said))
    return found and _judges(said)


def pointed(said: str) -> bool:
    """Tell whether a statement calls untrue what a pronoun points to: "that is wrong"."""
    return any(not _OWN_FAULT.search(one[0]) for one in _PREDICATIVE.finditer(said))


def _judges(said: str) -> bool:
    """Tell whether a predicate is said of something and does not only describe a noun: no "spreading false claims"."""
    for found in _PHRASES["predicate"].finditer(said):
        if _ACTING_SO.match(said, found.end()):
            continue
        whole = found[0].split()[-1] in grammar().preposition  # "replete with falsehoods"
        noun = None if whole else _DESCRIBING.match(said, found.end())
        if noun is None and not whole and _HANDLED.search(said, 0, found.start()):
            continue
        if noun is None or (_POINTED.search(said, 0, found.start()) and _SAID_NOUN.search(noun[0])):
            return True
    return False


def rejects(said: str) -> bool:
    """Tell whether a statement denies something in the speaker's own words: "we strongly disagree with the claims"."""
    return _REJECTING.search(said) is not None


def objects(said: str) -> bool:
    """Tell whether what a statement opens with denies something: "Acme rejects the claims", "Acme denies that ..."."""
    return _objecting().match(said) is not None


def unprefaced(said: str) -> str:
    """Return a statement without the words by which it says that it says something: "Acme clarifies that"."""
    found = _PREFACE.match(said)
    return said[found.end() :] if found else said


def closes(said: str) -> bool:
    """Tell whether a longer statement on a report ends in a verdict: "an article in ... that ... was untrue"."""
    opening = said.split()[:OPENING]
    ends = not words("denials", "matter").isdisjoint(opening) and _VERDICT.search(said) is not None
    return ends or _TIED.search(said) is not None


def engaged(said: str) -> bool:
    """Tell whether a statement says that the speaker deals with somebody: "it is in talks", "it received an offer"."""
    return _ENGAGED.match(said) is not None


def absent(said: str) -> bool:
    """Tell whether a statement says that what was reported is not there: "no such merger was agreed"."""
    return has(said, "absence") or (" such " in said and _NO_SUCH.search(said) is not None)


def unplanned(said: str) -> bool:
    """Tell whether a statement says that nothing is planned or talked about: "it is not in any merger talks"."""
    return _nothing_planned(said) is not None


def _nothing_planned(said: str) -> re.Match[str] | None:
    """Find that nothing is planned; that a detail of a plan is open ("no decision on the site") denies nothing."""
    said_words = _words(said)
    found = None if _openers("intention").isdisjoint(said_words) else _PHRASES["intention"].search(said)
    found = found or (None if _NEGATIONS.isdisjoint(said_words) else _DEALING.search(said))
    if found and (_ON_CONDITION.search(said, 0, found.start()) or _TOLD_OF.search(said, 0, found.start())):
        return None
    return None if found and (_OPEN_DETAIL.search(said, found.start()) or " until " in said[found.end() :]) else found


def leans(said: str) -> bool:
    """Tell whether all that a statement negates is what somebody will do, as people say of anything: "not going to"."""
    found = _nothing_planned(said)
    return found is not None and found[0] in words("denials", "leaning")


def plans_nothing(said: str) -> bool:
    """Tell whether what a statement opens with is that nothing is planned: "it is not in talks"."""
    found = _nothing_planned(said)
    return found is not None and _near_subject(said[: found.start()])


def _near_subject(before: str) -> bool:
    """Tell whether a negation belongs to the first verb: only its subject and auxiliaries stand before it."""
    words_before = before.split()
    first = next((at for at, word in enumerate(words_before) if word in grammar().auxiliary), len(words_before))
    return first <= OPENING and all(_light(word) for word in words_before[first:])


def opens_unplanned(said: str) -> bool:
    """Tell whether a statement opens with what is not planned: "no plans to sell"."""
    found = _nothing_planned(said)
    return found is not None and not said[: found.start()].strip(" '‘")


def own(said: str) -> bool:
    """Tell whether the subject of a statement stands for the speaker: "it", "we", "the company", "his company"."""
    return _OWN.match(said) is not None


def of_own(said: str) -> bool:
    """Tell whether a statement is about the speaker or what is theirs: "it is on track", "its plan is sound"."""
    return own(said) or said.removeprefix("that ").startswith(("its ", "our ", "their "))


def affirms(said: str) -> bool:
    """Tell whether a statement says of its first words that they confirm something: "Acme confirms it is in talks"."""
    return not _openers("confirming").isdisjoint(_words(said)) and _AFFIRMING.match(said) is not None


def no(said: str) -> bool:
    """Tell whether a statement is a plain "no", or opens with one."""
    return said.strip(" .!") == "no" or said.startswith("no, ")


def yes(said: str) -> bool:
    """Tell whether a statement opens with "yes"."""
    return said.replace(".", ",").split(",", 1)[0].strip(" !") in words("denials", "agreeing")


def there_is_none(said: str) -> bool:
    """Tell whether a statement says that a dealing or a failing is not there: "there are no talks"."""
    return said.startswith("there") and _NONE_THERE.match(said) is not None


def keeps_rules(said: str) -> bool:
    """Tell whether a statement says that something keeps to the rules: "our sales comply with the law"."""
    return has(said, "innocence") and _TO_KEEP.search(said) is None


def negates(said: str) -> bool:
    """Tell whether the first verb of a statement is negated, but for verbs of foreseeing and of telling."""
    return _NEGATIVE.match(said) is not None


def negated(said: str) -> str | None:
    """Return the first verb of a statement where it is negated: "close" of "it is not going to close"."""
    if found := _NEGATIVE.match(said):
        return next((word for word in said[found.end() :].split()[:_READ] if not _light(word)), None)
    none = _NONE.match(said)
    return none[1] if none and none[1] not in words("denials", "open") else None


def _light(word: str) -> bool:
    return word in grammar().auxiliary or grammar().adverbial(word) or word in ("going", "to", "any", "being")


def supposed(said: str) -> bool:
    """Tell whether a statement opens with a clause that is only supposed: "even if it does not pay"."""
    return _SUPPOSED.match(said) is not None


def nothing(said: str) -> bool:
    """Tell whether a statement says "there is no sale process", not "there is no doubt"."""
    return _NOTHING.match(said) is not None


def refuses(said: str) -> bool:
    """Tell whether a statement refuses a comment of one's own ("we do not comment"), not that of somebody else."""
    return not _openers(*_REFUSALS).isdisjoint(_words(said)) and _REFUSING.search(said) is not None


def opens_refusing(said: str) -> bool:
    """Tell whether a refusal is what a statement opens with: "we do not comment on rumours, and this is one"."""
    found = _REFUSING.search(said)
    return found is not None and said.count(" ", 0, found.start()) <= OPENING


def bears_out(said: str) -> bool:
    """Tell whether a statement says "the report is accurate", not "the report is not accurate"."""
    if has(said, "confirmation"):
        return True
    return len(said) <= STATEMENT and (_ASSENT.search(said) is not None or _ASSENTING.match(said) is not None)


@cache
def _objecting() -> re.Pattern[str]:
    """Return the pattern of what opens a statement and denies: "Acme rejects the claims", "Acme denies that ..."."""
    forms = alternation(
        form for verb in words("denials", "objecting") for _, form in inflected(verb.split()[0]) if " " not in verb
    )
    matter = filled(rf"(?:{{{_MATTER}}}|that|any|having)")
    return re.compile(rf"\W*(?:(?!(?:nor|or|neither)\b)[\w'&.-]+\s){{1,5}}?{forms}\s(?:\w+\s){{0,3}}?{matter}\b")
