"""What follows a verb: where its complement starts and of which shape it is; adverbials and hearers are passed over."""

from functools import cache

from kg.extract.rules.text.cues import verbs
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import DASHES, QUOTE, Tokens
from kg.lexicon.wordlists import by_first_word
from kg.lexicon.wordlists import words as lexicon

# How many words an adverbial phrase or a hearer between a verb and what it reports may have.
_ADVERBIAL = 14
# Words that close the verb's own part of the sentence: nothing that follows is its complement.
_CLOSING = frozenset((",", ";", ")", "as", "while", "because", "after", "than")) | DASHES
_INTERVAL, _REGION = 5, 3
_BOUNDS = frozenset(("that", QUOTE, ",", ":", ";")) | DASHES
_BETWEEN = ("between",)
_CLOCK = frozenset(("am", "pm", "a.m", "p.m"))
_PORTIONS = frozenset(("all", "half", "many", "most", "much", "none", "some"))
_NEXT = frozenset(("next", "following", "same"))


@cache
def _cites(word: str) -> bool:
    """Tell whether a participle opens whom a report rests on, not what it says: "Acme reported citing people"."""
    cue = verbs().get(word)
    return cue is not None and "ing" in cue.forms and cue.lemma in lexicon("cues", "citing")


def complement(tokens: Tokens, index: int, *, amounts: bool = False) -> tuple[int, str] | None:
    """Return where what follows a verb starts, from token `index`, and its shape; None if nothing follows.

    Shapes: that, quote, question, infinitive, plain, preposition. Adverbials of time and place are passed over; of
    verbs that take `amounts` a bound before a number is none: "expects about 5 million".
    """
    while index < len(tokens.words):
        word = tokens.words[index]
        marked = _marked(tokens, index)
        if marked or (amounts and _bounded(tokens, index)) or _amount(tokens, index):
            return marked or (index, "plain")
        if (word == "not" and tokens.word(index + 1) in grammar().preposition - {"to"}) or (
            word == "there" and tokens.word(index + 1) in grammar().auxiliary
        ):
            return index, "plain"  # "said there were no talks"; a headline leaves out "is": "Acme says not in talks"
        if word == "," and (dated := _past_date(tokens, index)):
            index = dated
            continue
        if word == "," and (placed := _past_place(tokens, index)):
            index = placed
            continue
        if word == "(" and (dated := _past_bracket(tokens, index)):
            index = dated
            continue
        aside = _past_aside(tokens, index) if word == "," else None
        if aside:
            return aside, "that"
        if word in _CLOSING or word in grammar().conjunction or word in (":", "when") or _cites(word):
            return None
        passed = _past_adverb(tokens, index)
        if passed is None:
            return index, "preposition" if word in grammar().preposition else "plain"
        index = passed
    return None


def _amount(tokens: Tokens, index: int) -> bool:
    """Tell whether a clause opens with an amount and its bound: "said more than 700 jobs", "said most of them"."""
    word = tokens.words[index]
    if word in _PORTIONS and tokens.word(index + 1) == "of":
        return True
    for phrase in by_first_word("bounds").get(word, ()):
        end = index + len(phrase)
        if tuple(tokens.words[index:end]) == phrase and numeral(tokens.word(end)):
            return tokens.word(end + 1) not in _CLOCK and _goes_on(tokens, end + 1)
    return False


def _bounded(tokens: Tokens, index: int) -> bool:
    """Tell whether a number with its bound stands at `index`: "about $5 million", "between 5% and 7%"."""
    word = tokens.words[index]
    for phrase in (*by_first_word("bounds").get(word, ()), *((_BETWEEN,) if word in _BETWEEN else ())):
        end = index + len(phrase)
        if tuple(tokens.words[index:end]) == phrase and numeral(tokens.word(end)):
            return tokens.word(end + 1) not in _CLOCK
    return False


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Tell whether a verb follows what is counted: "nearly 700 jobs would go", no "more than $700 in relief"."""
    ahead = tokens.words[index : index + _ADVERBIAL]
    return any(word in grammar().auxiliary or word in grammar().finite or word.endswith("ed") for word in ahead)


def numeral(word: str) -> bool:
    """Tell whether a word is a number in figures or letters."""
    return word[:1].isdigit() or word in lexicon("numbers")


def _participle(tokens: Tokens, index: int) -> bool:
    """Tell whether a participle opens a clause without a subject: "when asked", "when pressed on it"."""
    return tokens.word(index).endswith(("ed", "ing")) and tokens.word(index + 1) not in grammar().auxiliary


def _past_date(tokens: Tokens, comma: int) -> int | None:
    """Return the token behind a date between commas: "said on Friday, May 9, that ..."."""
    words, at = tokens.words, comma + 1
    while at < len(words) and at - comma < _INTERVAL and (words[at] in grammar().time or words[at].isdigit()):
        at += 1
    dated = at > comma + 1 and any(words[back].isdigit() for back in range(comma + 1, at))
    return at + 1 if dated and tokens.word(at) == "," else None


def _past_place(tokens: Tokens, comma: int) -> int | None:
    """Return the comma behind the region of a place, before "that": "said at a fair in Ayton, Ohio, that ..."."""
    at = comma + 1
    while at < len(tokens.words) and at - comma <= _REGION and tokens.capital(at):
        at += 1
    return at if at > comma + 1 and tokens.word(at) == "," and tokens.word(at + 1) == "that" else None


def _past_bracket(tokens: Tokens, opening: int) -> int | None:
    """Return the token behind a date in brackets: "reported on Friday (May 9), citing"."""
    words, at = tokens.words, opening + 1
    while at < len(words) and at - opening < _INTERVAL and (words[at] in grammar().time or words[at].isdigit()):
        at += 1
    return at + 1 if at > opening + 1 and tokens.word(at) == ")" else None


def _past_aside(tokens: Tokens, comma: int) -> int | None:
    """Return the token behind "that" where an aside stands before it: "X said, in a letter to staff, that ..."."""
    words = tokens.words
    for at in range(comma + 2, min(len(words) - 2, comma + _ADVERBIAL)):
        if words[at] in (";", ":", QUOTE):
            return None
        if words[at] == ",":
            that = words[at + 1] == "that" and words[at + 2] not in grammar().auxiliary
            aside = words[comma + 1] in grammar().preposition or words[comma + 1].endswith("ing")
            return at + 2 if that and aside else None
    return None


def _marked(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """Return start and shape where a word or mark tells them."""
    word, following, known = tokens.words[index], tokens.word(index + 1), grammar()
    if word == "that" and following not in known.auxiliary:
        return index + 1, "that"
    if word == "," and following == "that" and tokens.word(index + 2) not in known.auxiliary:
        return index + 2, "that"
    if word == QUOTE:
        return index, "quote"
    if (word in (",", ":") and following == QUOTE) or (word == ":" and following):
        return index + 1, "quote"
    if word in known.question and not (word == "when" and _participle(tokens, index + 1)):
        return index, "question"
    return (index, "infinitive") if word == "to" and _infinitive(tokens, index + 1) else None


def _infinitive(tokens: Tokens, index: int) -> bool:
    """Tell whether a verb follows "to", not somebody who was addressed or an amount ("to about 5 million")."""
    word, known = tokens.word(index), grammar()
    addressed = word in known.determiner or word in known.object or word in known.setting
    first = tokens.word(index + 1) if word in lexicon("bounds") else word
    amount = first[:1].isdigit()
    return not (addressed or amount or (word and tokens.capital(index)))


def _past_adverb(tokens: Tokens, index: int) -> int | None:
    """Return the token behind the adverb or adverbial phrase at `index`, None if there is none."""
    word, known = tokens.words[index], grammar()
    if interval := past_interval(tokens, index):
        return interval
    if word in ("this", "last", "next") and tokens.word(index + 1) in known.auxiliary:
        return None  # "said this is not true"
    if word in lexicon("time-adverbs", "phase") and tokens.word(index + 1) in known.time:
        return index + 1  # "reported late Tuesday"
    if word in known.time or word in known.adverb or (known.adverbial(word) and not tokens.capital(index)):
        return index + 1
    return _past_phrase(tokens, index) if word in known.preposition else None


def past_interval(tokens: Tokens, index: int) -> int | None:
    """Return the token behind "a few hours later", "days earlier", "the next day" at `index`; None for all else."""
    word, units = tokens.word(index), lexicon("time-nouns", "unit")
    if word == "the" and tokens.word(index + 1) in _NEXT and tokens.word(index + 2) in units:
        return index + 3
    relative = ("before", *lexicon("time-adverbs", "relative"))
    if word in units and word.endswith("s") and tokens.word(index + 1) in relative:
        return index + 2
    if not (word in grammar().determiner or word[:1].isdigit() or word in lexicon("numbers")):
        return None
    for at in range(index + 2, min(len(tokens.words), index + _INTERVAL)):
        if tokens.words[at] == "before" or tokens.words[at] in lexicon("time-adverbs", "relative"):
            span = tokens.words[at - 1]
            return at + 1 if span in grammar().time or span in lexicon("time-nouns", "unit") else None
    return None


def _past_phrase(tokens: Tokens, index: int) -> int | None:
    """Return the token behind the prepositional phrase at `index`, if it is an adverbial of the verb of saying."""
    words, known = tokens.words, grammar()
    stop = min(len(words), index + _ADVERBIAL)
    adverbial = False
    for ahead in range(index + 1, stop):
        word = words[ahead]
        if _of_date(tokens, ahead):
            continue
        if word in _BOUNDS or (word in known.pronoun and ahead > index + 1) or (adverbial and word == "("):
            return ahead
        if word in known.time or word in known.setting:
            adverbial = True
        elif adverbial and (_opens_clause(tokens, ahead) or _amount(tokens, ahead)):
            return ahead
        elif word in known.auxiliary and not adverbial:
            return None
    return stop if stop == len(words) else None


def _of_date(tokens: Tokens, index: int) -> bool:
    """Tell whether a number is the day or the year of a date, and opens no clause: "on June 29", "in May 2025"."""
    words = tokens.words
    if not _is_day(words[index]):
        return False
    before = words[index - 2] if _is_day(words[index - 1]) else words[index - 1]
    return not _months().isdisjoint((before, tokens.word(index + 1)))


def _is_day(word: str) -> bool:
    return word.rstrip("dhnrst").isdigit()


def opens_date(tokens: Tokens, index: int) -> bool:
    """Tell whether a time starts at `index`: "Monday", "June 29", "5 December", "the 5th of December"."""
    index += tokens.word(index) == "the"
    month = tokens.word(index + 1 + (tokens.word(index + 1) == "of"))
    return tokens.word(index) in grammar().time or (_is_day(tokens.word(index)) and month in _months())


@cache
def _months() -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for word in lexicon("months"))


def _in_name(tokens: Tokens, index: int) -> bool:
    """Tell whether a word has a capital letter and tells no time."""
    return tokens.text[tokens.starts[index]].isupper() and tokens.words[index] not in grammar().time


def _opens_clause(tokens: Tokens, index: int) -> bool:
    """Tell whether a new noun phrase starts at `index`, and no name goes on there: "seen by Harbour Ledger"."""
    words, known = tokens.words, grammar()
    if tokens.capital(index) and _in_name(tokens, index - 1):
        return False
    opens = words[index] in known.pronoun or words[index] in known.determiner or tokens.capital(index)
    return opens and words[index - 1] not in known.preposition and words[index - 1] not in known.determiner


def tells_time(tokens: Tokens, index: int) -> bool:
    """Tell whether a word tells a time where it stands: "told CNBC today", "told CNBC Monday", not "told USA Today"."""
    word = tokens.word(index)
    return word in grammar().time and (
        not tokens.capital(index) or word.title() in lexicon("months") | lexicon("weekdays")
    )


def past_addressee(tokens: Tokens, index: int) -> int | None:
    """Return the token behind the hearer of "told the paper's readers (that)"; None if no clause follows."""
    words, known = tokens.words, grammar()
    if tokens.word(index) in known.object and words[index] != "her":
        return index + 1
    for ahead in range(index, min(len(words), index + _ADVERBIAL)):
        word = words[ahead]
        if word in ("that", QUOTE, ",", ":", ";") or word in known.question:
            return ahead if ahead > index else None
        if ahead > index and _behind_hearer(tokens, ahead):
            return ahead
    return None


def _behind_hearer(tokens: Tokens, index: int) -> bool:
    words, known = tokens.words, grammar()
    word, before = words[index], words[index - 1]
    if (
        tells_time(tokens, index)
        or word.partition("'")[0] in known.pronoun
        or (word in known.preposition and word != "of")
    ):
        return True
    if word in known.determiner:
        return before not in known.preposition | known.determiner and before != "and"
    joined = before in known.determiner or before in known.preposition or before in known.conjunction
    plain = not tokens.capital(index - 1) and not joined
    return tokens.capital(index) and plain and not before.endswith("'s")
