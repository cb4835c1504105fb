"""Constructions of saying nothing: set phrases for declining and for silence, calls not returned, "neither ... nor"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.extract.rules.reporting.content import object_end
from kg.extract.rules.reporting.finite_verbs import finite_verb
from kg.extract.rules.reporting.source import subject, verb_group
from kg.extract.rules.responses import phrases
from kg.extract.rules.responses.answers import Answer, answerer, companions, followers
from kg.extract.rules.responses.phrases import STANCES
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.cues import forms_of
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import Range, Tokens
from kg.lexicon.wordlists import by_first_word, words
from kg.model import Span

_OBJECT = 8
"""What is answered stands within this many words of the phrase."""
_NEITHER = 24
"""How many words "neither" may stand before the verb that it denies."""
_NEGATIVES = frozenset(("neither", "nobody", "none", "nor", "one"))
_TO = frozenset(("to", "with", "at"))
_REACHING = frozenset(("reach", "contact"))
_NONE: frozenset[str] = frozenset()
_AT_ONCE = "immediately"
_HAVING = frozenset(("has", "have", "had"))
_GIVEN = 5
"""Within how many words behind "declined to provide" stands what was not provided."""
_OWNED = 4
"""How many words "has" may stand before the policy that somebody has."""
_PRONOUNS = Construction(r"(?:it|they|he|she|the\s{sources:body})", re.IGNORECASE)
_MAY_PASS = frozenset(("been", "either", "so", "yet"))
"""Words inside a set phrase that describe no noun."""
_WORDS = frozenset(("comment", "comments", "contact", "response", "reaction"))
_BEHIND_ASKED = frozenset(
    (
        "for",
        "about",
        "and",
        "but",
        ",",
        ";",
        "on",
        "regarding",
        "seeking",
        "via",
        "by",
        "through",
        "over",
        "after",
        "before",
        "to",
        "several",
        "repeatedly",
    )
)
_ASKING = 5
"""Words within which "to" follows a verb of referring: "referred a Ledger reporter to"."""
_AVAILABLE = frozenset(("available", "unavailable"))
_MEETING = frozenset(("interview", "interviews", "questions"))
_TELL = "tell"
_HEARER, _ORDERED = 7, 3
"""Tokens within which a question follows the verb and its hearer, and "to" where somebody is ordered."""


def silences(line: Tokens, index: int) -> Iterator[Answer]:
    """Yield the refusal or silence whose phrase starts at token `index`, the longest phrase that fits."""
    if line.words[index] in phrases.forwarding() and _refers(line, index) and (agent := answerer(line, index)):
        yield Answer("declines_to_comment", line.span(index, index + 1), "set phrase", agent)
    ahead = _ahead(line, index + 1)
    if phrases.seconds().get(phrases.plain(line.words[index]), _NONE).isdisjoint(("", *ahead)):
        return
    found = [(*_end(line, index, stance, ahead), stance) for stance in STANCES]
    words_matched, end, stance = max(found, key=lambda item: item[0])
    if (
        words_matched
        and not (_own_name(line, end) or _comes_back(line, end))
        and _tells(line, index, end, stance)
        and _reached(line, index, end)
    ):
        yield from _read(line, index, end, stance)


def _refers(line: Tokens, index: int) -> bool:
    """Tell whether those who ask are sent to what was said before: "referred the Ledger to its earlier statement"."""
    to = next((at for at in range(index + 1, min(len(line.words), index + _ASKING)) if line.words[at] == "to"), None)
    if to is None or to + 1 >= len(line.words):
        return False
    behind = line.words[to + 1 : to + _OBJECT]
    named = to > index + 1 and (line.capital(to - 1) or line.words[to - 1] in words("denials", "forwarded", "asker"))
    own = to == index + 1 and not grammar().possessive.union(words("denials", "prior")).isdisjoint(behind[:2])
    sent = named or (own and line.words[index] not in words("denials", "showing"))
    return sent and not words("denials", "on-record").isdisjoint(behind)


def _comes_back(line: Tokens, end: int) -> bool:
    """Tell whether somebody only does not go back to a place or a state: "has not returned to court"."""
    return line.words[end - 1] in words("denials", "going-back") and line.word(end) in ("to", "from", "home", "there")


def _own_name(line: Tokens, end: int) -> bool:
    """Tell whether only a name is withheld: "declined to give her last name"."""
    return line.word(end) in grammar().possessive and "name" in line.words[end + 1 : end + 4]


def _reached(line: Tokens, index: int, end: int) -> bool:
    """Tell whether what is not available is somebody who might comment: no figures, nothing "available for use"."""
    if _AVAILABLE.isdisjoint(line.words[index:end]):
        return True
    asked = _WORDS | _MEETING
    if line.words[end - 1] == "for" or line.word(end) == "for":
        return not asked.isdisjoint(line.words[end : end + _GIVEN])
    found = subject(line, verb_group(line, index))
    things = words("denials", "particular", "matter")
    return found is None or (
        line.words[found[1] - 1] not in things and line.words[found[0]] not in grammar().possessive
    )


def _tells(line: Tokens, index: int, end: int, stance: str) -> bool:
    """Tell whether a verb of giving has an object that tells something: "declined to share details", no revenue.

    Who is told is asked: "declined to tell us how many", no "told staff to leave".
    """
    if stance == "declines_to_comment" and line.words[end - 1] == _TELL:
        behind = line.words[end : end + _HEARER]
        return any(word in grammar().question for word in behind) and "to" not in behind[:_ORDERED]
    composed = stance == "declines_to_comment" and "nothing" not in line.words[index:end]
    if not composed or line.words[end - 1] not in words("denials", "lending"):
        return True
    return not words("denials", "particular").isdisjoint(line.words[end : end + _GIVEN])


def _end(line: Tokens, index: int, stance: str, ahead: Sequence[str]) -> tuple[int, int]:
    """Return how many words the longest phrase at `index` has and where it ends; (0, 0) for none.

    `ahead` are the words that its second word may be: most phrases are ruled out by them.
    """
    word = phrases.plain(line.words[index])
    listed = phrases.by_second(stance, after_not=False).get(word)
    if listed and (found := _longest(line, index, listed, ahead))[0]:
        return found
    denied = phrases.by_second(stance, after_not=True).get(word)
    if denied and _negative_before(line, index):
        count, end = _longest(line, index, denied, ahead)
        return (count + 1, end) if count else (0, 0)
    return 0, 0


def _longest(
    line: Tokens, index: int, listed: Mapping[str, tuple[phrases.Phrase, ...]], ahead: Sequence[str]
) -> tuple[int, int]:
    best = (0, 0)
    for second in ("", *dict.fromkeys(ahead)):
        for phrase in listed.get(second, ()):
            if len(phrase) <= best[0]:
                break
            if (end := _match(line, index, phrase)) is not None:
                best = len(phrase), end
                break
    return best


def _ahead(line: Tokens, index: int) -> Sequence[str]:
    """Return the words from token `index` on up to the first that no phrase passes over, that one included."""
    last = index
    while _passed(line.word(last)):
        last += 1
    return [phrases.plain(word) for word in line.words[index : last + 1]]


def _read(line: Tokens, index: int, end: int, stance: str) -> Iterator[Answer]:
    told = "no_response" if _past_silence(line, index, end) else stance
    for agent in (*_agents(line, index, end), *companions(line, index), *followers(line, end)):
        yield Answer(told, line.span(index, end), "set phrase", agent, (), _matter(line, end))


def _past_silence(line: Tokens, index: int, end: int) -> bool:
    """Tell whether somebody just kept silent: "did not comment", while "will not comment" refuses one."""
    if line.words[end - 1] != "comment" or line.words[index + 1 : end - 1] not in ([], ["publicly"]):
        return False
    return line.words[index] == "didn't" or (line.words[index] == "not" and line.words[index - 1] == "did")


def _agents(line: Tokens, index: int, end: int) -> tuple[Span, ...]:
    """Return who is silent: behind "from" or "reach", those addressed, each that "neither" opens, or the subject."""
    last = line.words[end - 1]
    if last == "from":
        return (line.span(end, object_end(line, end)),) if end < len(line.words) else ()
    if last in _REACHING:
        return _sought(line, end, at_once=_AT_ONCE in line.words[index:end])
    without = forms_of("denials", "fruitless")
    fruitless = last in words("denials", "reply") and not without.isdisjoint(line.words[index:end])
    empty = fruitless or last in ("back", "received")
    if empty and (asked := _approached(line, index)):
        return (asked,)
    if line.words[index : index + 2] == ["policy", "of"]:  # "has a policy of not commenting"
        index = next((at for at in range(index - 1, max(0, index - _OWNED), -1) if line.words[at] in _HAVING), index)
    found = _addressed(line, index, end)
    return (found,) if found else () if fruitless else _silent(line, index, end)


def _silent(line: Tokens, index: int, end: int) -> tuple[Span, ...]:
    """Return who is silent where it is not whom one tried to reach: each that "neither" opens, or the subject."""
    if denied := _denied(line, index):
        return _parties(line, denied)
    if (alone := _neither_alone(line, verb_group(line, index))) is not None:
        return (line.span(alone, alone + 1),)
    found = _subject(line, index, end)
    asked = _approached(line, index) if found and _PRONOUNS.fullmatch(found.of(line.text)) else None
    return (asked,) if asked else (found,) if found else ()  # "It asked Acme, but the company did not reply."


def _neither_alone(line: Tokens, group: int) -> int | None:
    """Return where "neither" is all of the subject."""
    opens = group == 1 or (group > 1 and line.words[group - 2] in (",", ";", "but", "and", "though"))
    return group - 1 if opens and line.words[group - 1] == "neither" else None


def _sought(line: Tokens, start: int, *, at_once: bool) -> tuple[Span, ...]:
    """Return whom the paper "could not reach for comment"; () for an agreement or a goal that is not reached."""
    end = next((at for at in range(start, min(len(line.words), start + _OBJECT)) if line.words[at] == "for"), start)
    if end == start and at_once:  # "could not immediately reach Acme"
        end = object_end(line, start)
    elif line.word(end + 1) not in _WORDS:
        return ()
    return (line.span(start, end),) if end > start else ()


def _approached(line: Tokens, index: int) -> Span | None:
    """Return whom somebody who "has yet to hear back" has "contacted for comment" earlier in the sentence."""
    for at in range(index):
        for verb in by_first_word("denials", "approach").get(line.words[at], ()):
            start = at + len(verb)
            if tuple(line.words[at:start]) == verb and not _asked_what(line.word(start)):
                end = next((to for to in range(start, index) if line.words[to] in _BEHIND_ASKED), index)
                return line.span(start, end) if end > start else None
    return None


def _asked_what(word: str) -> bool:
    """Tell whether the word behind a verb of asking opens no name: "contacted by the paper", "asked whether it"."""
    known = grammar()
    return word in known.preposition or word in known.question or word in known.subordinator or word == ","


def _parties(line: Tokens, denied: Range) -> tuple[Span, ...]:
    """Return the parties between "neither" and the verb, which "nor" and "or" part."""
    edges = [at for at in range(*denied) if line.words[at] in ("nor", "or")]
    if line.words[denied[0] - 1] == "neither" and line.words[denied[1] - 1] in words("sources", "body", "side"):
        return (line.span(denied[0] - 1, denied[1]),)  # "neither company"
    starts, ends = (denied[0], *(at + 1 for at in edges)), (*edges, denied[1])
    return tuple(line.span(first, last) for first, last in zip(starts, ends, strict=True) if first < last)


def _denied(line: Tokens, index: int) -> Range | None:
    """Return what stands between "neither", "none" or "nor" and the verb at token `index`."""
    group = verb_group(line, index)
    before = range(group - 1, max(-1, group - _NEITHER), -1)
    opener = next((at for at in before if line.words[at] in _NEGATIVES and not _counted(line, at)), None)
    if opener is not None and line.words[opener] == "nor" and line.words[group - 1] != "nor":
        opener = _first_of_pair(line, opener)
    return (opener + 1, group) if opener is not None and opener + 1 < group and _reaches(line, opener, group) else None


def _subject(line: Tokens, index: int, end: int) -> Span | None:
    """Return the subject; None where it is a thing that had no answer ("the parts were not returned")."""
    group = verb_group(line, index)
    if line.words[end - 1] in words("denials", "vain"):
        return None
    if line.words[end - 1] in words("denials", "unanswered") and _passive(line, group, index):
        return None
    return answerer(line, group - 1 if group and line.words[group - 1] == "neither" else index)


def _counted(line: Tokens, at: int) -> bool:
    """Tell whether "one" is a number: only "no one" is nobody."""
    return line.words[at] == "one" and line.words[at - 1] != "no"


def _first_of_pair(line: Tokens, nor: int) -> int:
    for at in range(nor - 1, max(-1, nor - _NEITHER), -1):
        if line.words[at] == "neither":
            return at
    return nor


def _passive(line: Tokens, group: int, index: int) -> bool:
    helpers = {*line.words[group : index + 1]}
    return not helpers.isdisjoint(grammar().be) or line.words[index] in ("went", "go", "remained")


def _addressed(line: Tokens, index: int, end: int) -> Span | None:
    """Return to whom "calls to X", "a request for comment sent to X" went, where these are the subject."""
    if line.words[end - 1] not in words("denials", "unanswered"):
        return None
    group = verb_group(line, index)
    nouns = words("denials", "inquiry")
    for at in range(group - 1, max(-1, group - _NEITHER), -1):
        if line.words[at] in nouns:
            tried = line.words[at] in words("denials", "trying") and _WORDS.isdisjoint(line.words[at:group])
            sent = None if tried else next((to + 1 for to in range(at, group - 1) if _sent_to(line, to)), None)
            if sent:
                return line.span(sent, group)
        elif line.words[at] == ";":
            return None
    return None


def _sent_to(line: Tokens, at: int) -> bool:
    """Tell whether a preposition says who was asked: "calls to X", "a message left for X", "comment from X"."""
    before = line.words[at - 1]
    return (
        line.words[at] in _TO
        or (line.words[at] == "for" and before == "left")
        or (line.words[at] == "from" and before in _WORDS)
    )


def _matter(line: Tokens, index: int) -> Span | None:
    """Return what "on ..." or "regarding ..." behind an answer says it is about."""
    for at in range(index, min(len(line.words) - 1, index + _OBJECT)):
        if (
            line.words[at] in ("on", "about", "regarding", "concerning", "over")
            and line.words[at + 1] not in grammar().time
        ):
            return line.span(at + 1, object_end(line, at + 1))
    return None


def _negative_before(line: Tokens, index: int) -> bool:
    """Tell whether "neither" or the like stands before a verb (not before "for comment", "no answer")."""
    before, known = line.words[index - 1] if index else "", grammar()
    if before in known.preposition or before in known.determiner or before.endswith("ing"):  # "seeking comment"
        return False
    if before in words("denials", "passed") and not known.adverbial(before):  # "provided any immediate comment"
        return before in _MAY_PASS
    negatives = (at for at in range(max(0, index - _NEITHER), index) if line.words[at] in _NEGATIVES)
    return any(not _counted(line, at) and _reaches(line, at, verb_group(line, index)) for at in negatives)


def _reaches(line: Tokens, negative: int, group: int) -> bool:
    """Tell whether no other clause stands between "neither" or the like and a verb group, but for a relative one."""
    between = range(negative + 1, group)
    relative = not grammar().relative.isdisjoint(line.words[negative + 1 : group])
    return relative or not any(finite_verb(line, at) for at in between)


def _match(line: Tokens, index: int, phrase: tuple[str, ...]) -> int | None:
    """Return where `phrase` ends if it starts at `index`; adverbs and "immediate" and the like are passed over."""
    at, said = index, phrases.plain_words(line.words)
    for word in phrase:
        while said[at : at + 1] != (word,) and at > index and _passed(line.word(at)):
            at += 1
        if said[at : at + 1] != (word,):
            return None
        at += 1
    return at


def _passed(word: str) -> bool:
    owner = word.endswith(("'s", "s'"))  # "declined the paper's request"
    return owner or grammar().adverbial(word) or word in words("denials", "passed")


@cache
def openers() -> frozenset[str]:
    """Return the words that a set phrase may start with, also behind "neither"."""
    contracted = (word for word in grammar().auxiliary if phrases.plain(word) == "not")
    return phrases.openers().union(contracted)
