"""How far what is said reaches: behind a verb, in front of a speaker, around ", he said,"."""

from kg.extract.rules.reporting.complements import numeral
from kg.extract.rules.reporting.finite_verbs import finite_verb
from kg.extract.rules.reporting.source import subject
from kg.extract.rules.text.cues import verbs
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import DASHES, QUOTE, Range, Tokens
from kg.lexicon.wordlists import words as lexicon

_MARKS = "\"'“”‘’«»„`( …"
_BOUND = 3
_OUTSIDE = frozenset(("because", "while", "although", "though", "whereas", "after", "when", "but", "before"))
_WANTING = frozenset(("infinitive", "object", "preposition", "foretelling", "reckoning"))
_TRADED = frozenset(("share", "shares", "stock", "stocks"))
_ASIDES = frozenset(("which", "who", "as", "with", "when", "after", "he", "she", "they", "it", "according"))


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
            goes_on = following == "but" and index + 2 < size and words[index + 2] == "that"  # "that A, but that B"
            if (following in ("but", "according") and not goes_on) or following in lexicon("cues", "prompting"):
                return index
        if word == "and" and _finite_cue(following) and _reports(following):
            return index
    return size


def object_end(tokens: Tokens, start: int) -> int:
    """Return where a noun phrase or infinitive that is judged or wanted ends."""
    words, known = tokens.words, grammar()
    size = len(words)
    for index in range(start + 1, size):
        word = words[index]
        following = words[index + 1] if index + 1 < size else ""
        if word in (";", ":") or word in DASHES or word in _OUTSIDE:
            return index
        if word == "," and (following in known.conjunction or following in known.contrast or _opens_aside(following)):
            if following == "or" and _amount(words, index + 2):
                continue
            if following == "and" and _lists_amount(tokens, index + 2):
                continue
            return index
        if word == "and" and (_finite_cue(following) or following in known.be):
            return index
    return size


def _lists_amount(tokens: Tokens, start: int) -> bool:
    """Tell whether another thing with an amount is named: "expects a margin of 6%, and sales of $9 billion"."""
    words, size = tokens.words, len(tokens.words)
    end = next((at for at in range(start, size) if words[at] in (",", ";")), size)
    counted = any(word[:1].isdigit() for word in words[start:end])
    return counted and not any(finite_verb(tokens, at) for at in range(start, end))


def _amount(words: list[str], index: int) -> bool:
    """Tell whether the same amount follows in other words: "$800 million a year, or about $66 million a month"."""
    return any(word[:1].isdigit() for word in words[index : index + _BOUND])


def _opens_aside(word: str) -> bool:
    return word in _ASIDES or word.endswith("ing")


def _reports(word: str) -> bool:
    """Tell whether a verb reports a clause; "aimed" and "refused" go on with the clause they stand in."""
    cue = verbs().get(word)
    return cue is not None and not cue.frames <= _WANTING


def _finite_cue(word: str) -> bool:
    cue = verbs().get(word)
    return cue is not None and bool(cue.forms & {"past", "third"})


def fronted(tokens: Tokens, edge: int) -> Range | None:
    """Return what stands in front of a speaker who starts at `edge`, up to the comma or quotation before it."""
    words, last = tokens.words, edge
    if last and words[last - 1] in ("but", "and", "as"):
        last -= 1
    if last and (words[last - 1] == "," or words[last - 1] in DASHES):
        last -= 1
    elif not last or words[last - 1] != QUOTE:
        return None
    return (_lead(tokens, last), last) if last else None


def _lead(tokens: Tokens, last: int) -> int:
    """Return where the words in front of a speaker start: a quoted sentence, a bracket, or the unit."""
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


def parenthesis(tokens: Tokens, index: int, *, broken: bool = False) -> tuple[Range, ...]:
    """Return what goes on behind ", he said,": a quotation or the rest of the clause.

    Adverbials are passed over, unless what stands before is `broken` off.
    """
    words, known = tokens.words, grammar()
    size = len(words)
    while index < size and words[index] not in (",", QUOTE, ":", ";") and words[index] not in DASHES:
        index += 1
    start = index if index < size and words[index] == QUOTE else index + 1
    if start >= size:
        return ()
    if words[start] == QUOTE:
        return ((start, quotation_end(tokens, start)),)
    if _goes_with(words, start) or broken:
        return ((start, clause_end(tokens, start)),)
    if _opens_aside(words[start]) or words[start] in known.preposition or words[start] in known.contrast:
        return ()
    return () if words[start] in known.conjunction else ((start, clause_end(tokens, start)),)


def _goes_with(words: list[str], start: int) -> bool:
    """Tell whether what is told goes on by "with": "..., Acme said, with half of it due in May".

    How shares move upon it is the writer's own.
    """
    ahead = words[start + 1 :]
    return words[start] == "with" and not _TRADED.intersection(ahead) and any(numeral(word) for word in ahead)


def relative_head(tokens: Tokens, start: int) -> Range | None:
    """Return the noun phrase that "(that) X announced" at token `start` is about."""
    return subject(tokens, start - (tokens.words[start - 1] in ("that", "which"))) if start else None
