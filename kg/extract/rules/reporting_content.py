"""What is said: the stretch of tokens that a cue reports."""

from kg.extract.rules.cues import verbs
from kg.extract.rules.grammar import grammar
from kg.extract.rules.reporting_source import subject
from kg.extract.rules.tokens import QUOTE, Range, Tokens

_MARKS = "\"'“”‘’«»„`( …"
# How many words an adverbial phrase between a verb and what it reports may have.
_ADVERBIAL = 14
_DASHES = frozenset(("—", "–", "--", "-"))


def complement(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """Return where what follows a verb starts, from token `index`, and its shape; None if nothing follows.

    Shapes: that, quote, question, infinitive, plain, preposition. Adverbials of time and place are passed over.
    """
    words, known = tokens.words, grammar()
    size = len(words)
    while index < size:
        word = words[index]
        following = words[index + 1] if index + 1 < size else ""
        if word == "that" and following not in known.auxiliary:
            return index + 1, "that"
        if word == QUOTE:
            return index, "quote"
        if word in (",", ":") and following == QUOTE:
            return index + 1, "quote"
        if word == ":":
            return (index + 1, "quote") if following else None
        if word in known.question:
            return index, "question"
        if word in (",", ";", ")") or word in _DASHES:
            return None
        if word in known.conjunction:
            return None
        if word in known.time or word in known.adverb or (known.adverbial(word) and not tokens.capital(index)):
            index += 1
            continue
        if (
            word == "to"
            and following not in known.determiner
            and not _capital(tokens, index + 1)
            and following not in known.object
            and following not in known.setting
        ):
            return index, "infinitive"
        if word in known.preposition:
            passed = _past_adverbial(tokens, index)
            if passed is None:
                return index, "preposition"
            index = passed
            continue
        if word in ("as", "when", "while", "because", "after", "than"):
            return None
        return index, "plain"
    return None


def _capital(tokens: Tokens, index: int) -> bool:
    return index < len(tokens.words) and tokens.capital(index)


def _past_adverbial(tokens: Tokens, index: int) -> int | None:
    """Return the token behind the prepositional phrase at `index`, if it is an adverbial of the verb of saying."""
    words, known = tokens.words, grammar()
    stop = min(len(words), index + _ADVERBIAL)
    adverbial = False
    for ahead in range(index + 1, stop):
        word = words[ahead]
        if word in ("that", QUOTE, ",", ":", ";") or word in _DASHES:
            return ahead
        if word in known.time or word in known.setting:
            adverbial = True
            continue
        if (
            adverbial
            and (word in known.pronoun or word in known.determiner or tokens.capital(ahead))
            and words[ahead - 1] not in known.preposition
            and words[ahead - 1] not in known.determiner
        ):
            return ahead
        if word in known.auxiliary and not adverbial:
            return None
        if word in known.pronoun and ahead > index + 1:
            return ahead
    if stop == len(words):
        return stop
    return None


def past_addressee(tokens: Tokens, index: int) -> int | None:
    """Return the token behind the hearer of "told the paper's readers (that)"; None if no clause follows."""
    words, known = tokens.words, grammar()
    size = len(words)
    if index >= size:
        return None
    if words[index] in known.object and words[index] != "her":
        return index + 1
    for ahead in range(index, min(size, index + _ADVERBIAL)):
        word = words[ahead]
        if word in ("that", QUOTE, ",", ":", ";") or word in known.question:
            return ahead if ahead > index else None
        if ahead > index:
            before = words[ahead - 1]
            if word in known.time or (word in known.preposition and word != "of"):
                return ahead
            if word in known.pronoun or (
                word in known.determiner and before not in known.preposition and before != "and"
            ):
                return ahead
            if word == "to":
                return ahead
            if _capital_after_plain(tokens, ahead):
                return ahead
    return None


def _capital_after_plain(tokens: Tokens, index: int) -> bool:
    """Tell whether a capital follows a lower-case noun ("told reporters Acme would")."""
    before = tokens.words[index - 1]
    return (
        tokens.capital(index)
        and not tokens.capital(index - 1)
        and before not in grammar().determiner
        and before not in grammar().preposition
        and not before.endswith("'s")
    )


def clause_end(tokens: Tokens, start: int) -> int:
    """Return where the reported clause that starts at token `start` ends."""
    words, _known = tokens.words, grammar()
    size = len(words)
    for index in range(start + 1, size):
        word = words[index]
        following = words[index + 1] if index + 1 < size else ""
        if word == "according" and following == "to":
            return index - 1 if words[index - 1] == "," else index
        if word == ";":
            return index
        if word == "," and index > start + 1:
            cue = verbs().get(following)
            if cue and "ing" in cue.forms and ("clause" in cue.frames or "addressee" in cue.frames):
                return index
            if following in ("but", "according"):
                return index
        if word == "and" and _finite_cue(following):
            return index
    return size


def object_end(tokens: Tokens, start: int) -> int:
    """Return where a noun phrase or infinitive that is judged or wanted ends."""
    words, known = tokens.words, grammar()
    size = len(words)
    for index in range(start + 1, size):
        word = words[index]
        following = words[index + 1] if index + 1 < size else ""
        if word in (";", ":") or word in _DASHES or word in _OUTSIDE:
            return index
        if word == "," and (following in known.conjunction or following in known.contrast or _opens_aside(following)):
            return index
        if word == "and" and _finite_cue(following):
            return index
    return size


_OUTSIDE = frozenset(("because", "while", "although", "though", "whereas", "after", "when", "but", "before"))
_ASIDES = frozenset(("which", "who", "as", "with", "when", "after", "he", "she", "they", "it", "according"))


def _opens_aside(word: str) -> bool:
    return word in _ASIDES or word.endswith("ing")


def _finite_cue(word: str) -> bool:
    cue = verbs().get(word)
    return cue is not None and bool(cue.forms & {"past", "third"})


def fronted(tokens: Tokens, edge: int) -> Range | None:
    """Return what stands in front of a speaker who starts at `edge`, up to the comma or quotation before it."""
    words, last = tokens.words, edge
    if last and words[last - 1] in ("but", "and", "as"):
        last -= 1
    if last and (words[last - 1] == "," or words[last - 1] in _DASHES):
        last -= 1
    elif not last or words[last - 1] != QUOTE:
        return None
    return (_lead(tokens, last), last) if last else None


def _lead(tokens: Tokens, last: int) -> int:
    """Return where the words in front of a speaker start: with a quotation that is a sentence, a bracket, or the unit."""
    words, first = tokens.words, last - 1
    if words[first] == QUOTE and _sentence_quoted(tokens, first):
        while first and words[first - 1] == QUOTE:
            first -= 1
        return first
    depth = 0
    for back in range(first, -1, -1):
        depth += (words[back] == ")") - (words[back] == "(")
        if depth < 0:
            return back + 1
    return 0


def _sentence_quoted(tokens: Tokens, index: int) -> bool:
    """Tell whether the quotation starts as a sentence does."""
    return tokens.text[tokens.starts[index] : tokens.ends[index]].lstrip(_MARKS)[:1].isupper()


def quotation_end(tokens: Tokens, start: int) -> int:
    """Return where a content that opens with a quotation ends: with it, if it ends as a sentence does."""
    inner = tokens.text[tokens.starts[start] : tokens.ends[start]].rstrip(_MARKS)
    end = start + 1
    if end >= len(tokens.words) or tokens.words[start] != QUOTE or inner[-1:] not in ".,!?…":
        return clause_end(tokens, start)
    while end < len(tokens.words) and tokens.words[end] == QUOTE:
        end += 1
    return end


def parenthesis(tokens: Tokens, index: int) -> tuple[Range, ...]:
    """Return what goes on behind ", he said,": a quotation or the rest of the clause; adverbials are passed over."""
    words, known = tokens.words, grammar()
    size = len(words)
    while index < size and words[index] not in (",", QUOTE, ":", ";") and words[index] not in _DASHES:
        index += 1
    start = index if index < size and words[index] == QUOTE else index + 1
    if start >= size:
        return ()
    if words[start] == QUOTE:
        return ((start, quotation_end(tokens, start)),)
    if _opens_aside(words[start]) or words[start] in known.preposition or words[start] in known.contrast:
        return ()
    return () if words[start] in known.conjunction else ((start, clause_end(tokens, start)),)


def relative_head(tokens: Tokens, start: int) -> Range | None:
    """Return the noun phrase that "(that) X announced" at token `start` is about."""
    return subject(tokens, start - (tokens.words[start - 1] in ("that", "which"))) if start else None
