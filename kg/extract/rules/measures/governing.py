"""The noun that a figure's verb is about: "prices of chips made with old tools will rise by 10%" tells of prices.

A verb of change or of being right before the figure says something of its subject, one of change with "by" or "to"
before the figure something of its object ("cut its forecast of sales to $9 billion"). What heads that noun phrase tells
the measure before all that stands in between.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.measures.plain_nouns import counts_what_is_before, is_plain_noun
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.nouns import entry_of
from kg.lexicon.wordlists import words
from kg.model import Span

_REACH = 200
"""Characters before a figure in which its verb and the verb's subject stand."""
_WORD = re.compile(r"[^\s,;:()\"“”—–]+|[,;:()\"“”—–]")
_WHEN = 6
"""Words, at most, that tell when it was: "in the most recent quarter"."""
_CLOSING = frozenset(',;:()"“”—–')
_JOINING, _GOING_ON = frozenset({"and"}), frozenset({"and", "but", "then"})
_LEADING = frozenset({"by", "to"})
_SHORTLY = re.compile(r"(?:\s[\w’'-]+){0,5},?\s")
_OF = frozenset({"for", "in", "into", "of", "on"})
_WITHIN = _OF | {"at", "by", "excluding", "from", "including", "to", "via"}
"""What stands before a noun that only says more of the one before: "sales of phones up 9%"."""
_THAT = "that"
_TIMES = ("fold", "-fold")
_OWNER = ("'s", "’s", "s'", "s’")


@dataclass(frozen=True, slots=True)
class Head:
    """What heads the subject or object of a figure's verb: place, word in lower case, place of its short form."""

    span: Span
    word: str
    short: Span | None = None

    def overlaps(self, span: Span) -> bool:
        """Tell whether a word is the head or its short form."""
        return self.span.overlaps(span) or (self.short is not None and self.short.overlaps(span))

    @property
    def vague(self) -> bool:
        """Tell whether the word only stands for what was told before, or for a company or a part of one."""
        known = grammar()
        part = self.word.removesuffix("s") in words("neighbours", "part")
        stands_for = entry_of(self.word) is not None or part or self.word in _foreseen()
        return stands_for or self.word in words("notions", "vague") or known.function(self.word)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in which heads are looked for: where it stands in which text, its names, figures and asides."""

    sentence: Span
    text: str
    names: Sequence[Name]
    figures: Sequence[Figure]
    aside: Sequence[Span]


def governing(figure: Figure, line: Line) -> Head | None:
    """Return what heads that which the verb before `figure` is about, None where none can be told or it is a name."""
    start = max(line.sentence.start, figure.span.start - _REACH)
    found = [(match[0], match.start()) for match in _WORD.finditer(line.text, start, figure.span.start)]
    found, led = _without_fillers(found)
    moved = _amount_before(figure, line.figures, found) if led in _LEADING else None
    if moved is not None:
        found, led = _without_fillers([word for word in found if word[1] < moved.span.start])
    if not found:
        return None
    at = len(found) - 1
    if not _is_verb(found, at):
        if (led == "down" or (led == "up" and figure.quantity.unit == "percent")) and _may_rise(found):
            return _unless_name(_counted(found, at + 1), line.names)
        verb = _verb_ahead(found) if led in _LEADING else None
        if verb is None:
            return None
        if not _set_apart(found[verb + 1][0]):
            return _unless_name(_head(found[verb + 1 :]), line.names)
        at = verb
    main = _main_verb(found, at)
    before = found[:at] if main is None else _without_fillers(found[:main])[0]
    changed = _antecedent(before, line.names) if main is None and found[at][0] not in grammar().be else None
    return changed or _subject(before, figure, line)


def _main_verb(found: list[tuple[str, int]], at: int) -> int | None:
    """Return the index of the verb whose subject a participle behind a comma has: "profit doubled, rising 9%"."""
    if not found[at][0].endswith("ing") or found[at - 1][0] != ",":
        return None
    return next((one for one in range(at - 2, 0, -1) if _is_verb(found, one)), None)


def _subject(found: list[tuple[str, int]], figure: Figure, line: Line) -> Head | None:
    """Return the head of the subject that stands before a verb."""
    if found and found[-1][0] == "to" and (made := _made_to(found[:-1])):
        return _unless_name(made, line.names)
    while found and _helps(found[-1][0]):
        found = found[:-1]
    found = _without_time(found)
    short = _short_form(found)
    found = _without_asides(found, line.aside)
    first = _opening(found, len(found) - 1)
    if first == len(found) - 1 and first >= 0 and found[first][0] in _GOING_ON:
        earlier = _earlier(found[first][1], line)
        return governing(earlier, line) if earlier and earlier != figure else None
    before = _opening(found, first - 1) if first >= 0 and found[first][0] in _JOINING else first
    if before < first - 1 and not any(_says(word) for word, _ in found[before + 1 : first + 1]):
        first = before  # "profit before tax and interest rose" is of profit
    head = _head(found[first + 1 :])
    if head and short:  # "remaining performance obligations (RPO) rose"
        head = Head(head.span, head.word, short)
    return _unless_name(head, line.names)


def _antecedent(found: list[tuple[str, int]], names: Sequence[Name]) -> Head | None:
    """Return what heads the noun phrase that "which" goes on from: "helped by sales of chips, which rose"."""
    known = grammar()
    while found and found[-1][0] in known.auxiliary:
        found = found[:-1]
    if not found[1:] or found[-1][0] != "which":
        return None
    end = len(found) - (2 if found[-2][0] == "," else 1)
    at = end
    while at > 0 and found[at - 1][0] not in _CLOSING and not _says(found[at - 1][0]):
        word = found[at - 1][0]
        of = at > 1 and found[at - 2][0] == "of"
        if known.function(word) and word != "of" and not (of and word in known.determiner):
            break
        at -= 1
    counted = any(word[0].isdigit() for word, _ in found[at:end])
    return None if counted else _unless_name(_head(found[at:end]), names)


def _made_to(found: list[tuple[str, int]]) -> Head | None:
    """Return what an infinitive is said of behind a verb of bringing about: "which led its stock price to collapse"."""
    known = grammar()
    at = len(found) - 1
    while at > 0 and not (known.function(found[at][0]) or found[at][0] in _CLOSING):
        at -= 1
    led = found[at - 1][0] if at > 0 else ""
    opens = at > 0 and (found[at][0] in known.determiner or found[at][0] in known.possessive)
    return _head(found[at:]) if opens and led in words("semantic-fields", "bringing-about") else None


def _without_time(found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return the words without when it was, right before the verb: "income, a measure of ..., in the quarter rose"."""
    known = grammar()
    if not found or found[-1][0] not in words("time-nouns", "unit"):
        return found
    ahead = range(len(found) - 2, max(-1, len(found) - _WHEN), -1)
    at = next((at for at in ahead if found[at][0] in known.preposition), None)
    set_off = at is not None and at > 0 and found[at - 1][0] in _CLOSING
    return found[:at] if set_off else found


def _short_form(found: list[tuple[str, int]]) -> Span | None:
    """Return where the one word in the brackets at the end stands."""
    if [word for word, _ in found[-3::2]] != ["(", ")"]:
        return None
    word, at = found[-2]
    return Span(at, at + len(word))


def _without_fillers(found: list[tuple[str, int]]) -> tuple[list[tuple[str, int]], str | None]:
    """Return the words without those that lead to a figure, and the first of these."""
    at = len(found)
    while at > 0 and found[at - 1][0] in _fillers():
        at -= 1
    return found[:at], found[at][0] if at < len(found) else None


def _amount_before(figure: Figure, others: Sequence[Figure], found: list[tuple[str, int]]) -> Figure | None:
    """Return the amount by which something came "to" the figure: "fell by 2 points to 51%"."""
    last = found[-1][1] if found else -1
    return next((one for one in others if one.span.start <= last < one.span.end <= figure.span.start), None)


def _is_verb(found: list[tuple[str, int]], at: int) -> bool:
    """Tell whether a word is a verb, and no noun behind an article or adjective: "a remarkable increase"."""
    if at <= 0 or found[at][0] not in _verbs():
        return False
    before = found[at - 1][0]
    return before not in grammar().determiner and before not in words(
        "semantic-fields", "change-adjective", "rate-period"
    )


def _verb_ahead(found: list[tuple[str, int]]) -> int | None:
    """Return the index of the verb of change whose object, or the time of which, stands before "by" or "to"."""
    at = len(found) - 2
    while at >= 0 and not _opens(found, at):
        if found[at][0] in _changing() and (at == 0 or found[at - 1][0] not in grammar().determiner):
            return at
        at -= 1
    return None


def _set_apart(word: str) -> bool:
    """Tell whether a word behind a verb says when, where or how often: "rose last year to", "grew fivefold to"."""
    known = grammar()
    return word in known.preposition or word in known.time or known.adverbial(word) or word.endswith(_TIMES)


def _without_asides(found: list[tuple[str, int]], aside: Sequence[Span]) -> list[tuple[str, int]]:
    """Return the words without the brackets and asides that end them: "Orders (as it counts them), up 9%, fell"."""
    while found and found[-1][0] in _CLOSING:
        end = found[-1][1]
        opened = next((span.start for span in aside if span.start <= end < span.end), None)
        if found[-1][0] == ")":
            opened = next((at for word, at in reversed(found) if word == "("), None)
        if opened is None:
            return found
        found = [word for word in found if word[1] < opened]
    return found


def _earlier(place: int, line: Line) -> Figure | None:
    """Return the figure whose verb has the same subject: "rose 80% last year but have climbed 5%"."""
    last = next((one for one in reversed(line.figures) if one.span.end <= place), None)
    return last if last and _SHORTLY.fullmatch(line.text, last.span.end, place) else None


def _unless_name(head: Head | None, names: Sequence[Name]) -> Head | None:
    named = head is not None and any(_names(name, head) for name in names)
    return None if named else head


def _names(name: Name, head: Head) -> bool:
    """Tell whether a head stands in a name, and not in capitals that are taken for one: "Performance Obligations"."""
    return name.span.overlaps(head.span) and not (name.how == "unknown" and head.word in _common())


def _opening(found: list[tuple[str, int]], at: int) -> int:
    """Return the index of the last word or mark up to `at` that a clause begins behind, -1 without one."""
    while at >= 0 and not _opens(found, at):
        at -= 1
    return at


def _opens(found: list[tuple[str, int]], at: int) -> bool:
    """Tell whether a clause begins behind a word or mark: not behind the "that" of "over that time"."""
    word = found[at][0]
    if word in _CLOSING:
        return True
    return word in _openers() and not (word == _THAT and at > 0 and found[at - 1][0] in grammar().preposition)


def _says(word: str) -> bool:
    """Tell whether a word is a verb, so that what stands before "and" is a clause of its own."""
    known = grammar()
    return word.endswith("ed") or word in known.finite or word in known.auxiliary or word in _verbs()


def _head(phrase: list[tuple[str, int]]) -> Head | None:
    """Return the last noun of a noun phrase before what is said of it behind: "prices" of "prices of chips made".

    With a noun for a forecast or money goes what is foreseen or paid for: "sales forecast", "spending on chips".
    """
    last = 0
    while last < len(phrase) and (_modifies(phrase, last) or not _follows_noun(phrase[last][0], first=last == 0)):
        last += 1
    if not last:
        return None
    printed, at = phrase[last - 1]
    if printed.endswith(_OWNER) or not printed.isalpha() or _is_called(printed, last) or printed in words("scales"):
        return None
    if counts_what_is_before(printed):
        return _counted_behind(phrase[last:]) or _counted(phrase, last)
    end = at + len(printed)
    if printed.lower() in _foreseen() or printed.lower() in words("semantic-fields", "expenditure"):
        first = last - 1
        while first > 0 and phrase[first - 1][0].islower() and not grammar().function(phrase[first - 1][0]):
            first -= 1
        at = phrase[first][1]
        if phrase[last:] and phrase[last][0] in _OF:
            end = phrase[-1][1] + len(phrase[-1][0])
    return Head(Span(at, end), printed.lower())


def _counted_behind(behind: list[tuple[str, int]]) -> Head | None:
    """Return what "of" names behind a noun that only says how many: "the number of transactions"."""
    return _head(behind[1:]) if len(behind) > 1 and behind[0][0] == "of" else None


def _counted(phrase: list[tuple[str, int]], last: int) -> Head:
    """Return the noun that ends at `last`, with the one before where it only says how many: "passenger numbers"."""
    printed, at = phrase[last - 1]
    end = at + len(printed)
    if counts_what_is_before(printed) and last > 1 and is_plain_noun(phrase[last - 2][0]):
        printed, at = phrase[last - 2]
    return Head(Span(at, end), printed.lower())


def _may_rise(found: list[tuple[str, int]]) -> bool:
    """Tell whether the last word before "up" or "down" is the noun told to have changed: "fees up 14%"."""
    last = found[-1][0]
    if _says(last) or not (is_plain_noun(last) or counts_what_is_before(last)):
        return False
    opened = next((word for word, _ in reversed(found[:-1]) if grammar().function(word)), None)
    return opened not in _WITHIN


def _modifies(phrase: list[tuple[str, int]], at: int) -> bool:
    """Tell whether a participle stands between an article or owner and the noun: "its implied valuation rose"."""
    if not 0 < at < len(phrase) - 1 or not phrase[at][0].endswith("ed"):
        return False
    before, known = phrase[at - 1][0].lower(), grammar()
    owned = before in known.determiner or before in known.possessive or before.endswith(_OWNER)
    return owned and not _follows_noun(phrase[at + 1][0], first=False)


def _is_called(printed: str, last: int) -> bool:
    """Tell whether a capital makes a word part of a name; in "Acme's Capex" it is that of a common noun."""
    return printed[0].isupper() and last > 1 and printed.lower() not in _common()


def _follows_noun(word: str, *, first: bool) -> bool:
    known = grammar()
    named = word[0].isupper() and "-" not in word  # "rival Advanced Harrow"
    told = (word.endswith("ed") and not word.endswith("eed") and not named) or word in known.finite
    told = told or word in known.auxiliary or word in words("semantic-fields", "postposed")
    return not first and (told or word in known.preposition or word in known.relative)


def _helps(word: str) -> bool:
    """Tell whether a word stands between a subject and its verb: "are expected to", "is likely to"."""
    known = grammar()
    return (
        word in known.auxiliary or word in known.modal or known.adverbial(word) or word in words("notions", "to-come")
    )


@cache
def _common() -> frozenset[str]:
    """Return the last words of nouns for results, in lower case, which stay nouns in capitals."""
    nouns = words("notions", "capital-expenditure-words", "revenue", "profit", "margin", "backlog", "unmeasured")
    short = (word.lower() for word in words("measures") if word.isupper())
    return frozenset(noun.rsplit(" ", maxsplit=1)[-1].lower() for noun in nouns).union(short)


@cache
def _fillers() -> frozenset[str]:
    leading = (word.split() for word in words("bounds") | words("semantic-fields", "valued", "extreme"))
    return frozenset(word for parts in leading for word in parts) | {
        "by",
        "to",
        "at",
        "up",
        "down",
        "a",
        "an",
        "further",
    }


@cache
def _verbs() -> frozenset[str]:
    """Return verbs of change and of being, as they are printed."""
    changes = (word for word in words("notions", "change") | words("verbs", "moving") if word.isalpha())
    return grammar().be | words("notions", "amounts-to") | frozenset(changes)


@cache
def _openers() -> frozenset[str]:
    """Return the words that stand before the subject of a clause."""
    known = grammar()
    words_before = words("verbs", "saying") | words("notions", "witness")
    return _JOINING | known.subordinator | known.contrast | words_before


@cache
def _foreseen() -> frozenset[str]:
    """Return nouns for what somebody foresees or sets: what they foresee tells the measure."""
    return words("semantic-fields", "outlook", "expectation", "interval", "plan")


@cache
def _changing() -> frozenset[str]:
    """Return verbs that change what stands behind them, or change themselves, as they are printed."""
    return _verbs() | words("semantic-fields", "revising", "change-verb", "bringing-to")
