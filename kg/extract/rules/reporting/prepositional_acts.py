"""Sources named without a verb of their own: "according to X", "as reported by X", "citing X"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.rules.reporting.content import clause_end, fronted
from kg.extract.rules.reporting.verbs import Verb
from kg.extract.rules.text.cues import Cue, verbs
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import DASHES, QUOTE, Act, Range, Tokens
from kg.lexicon.wordlists import by_first_word, words

_EARLIER = 3
"""Words up to "by" in "as reported earlier by"."""
_CREDITING = frozenset(("clause", "passive", "belief"))
"""Frames of verbs whose participle behind "as" credits a clause."""
_RELATIVES = frozenset(("who", "which", "whose", "whom"))
_PER = ("per",)
# Words behind "per" among which the noun for a text stands ("per a recent press release").
_TEXT_AHEAD = 5
_PARTING = frozenset((",", "(")) | DASHES
_ENDS = frozenset((";", ":", ")", QUOTE)) | DASHES
_CLAUSE = 4
"""Words of a clause that is told, at least."""


def according_act(tokens: Tokens, index: int) -> Act | None:
    """Read "according to X" at the start, in the middle or at the end of what X is credited with."""
    for phrase in by_first_word("cues", "according").get(tokens.words[index], ()):
        if phrase == _PER and not _names_source(tokens, index):
            continue
        if tuple(tokens.words[index : index + len(phrase)]) == phrase:
            return _according(tokens, index, index + len(phrase))
    return None


def credited_act(verb: Verb) -> Act | None:
    """Read "..., as reported by X" and "As first reported by X, ...", which credit as "according to X" does."""
    crediting = verb.before == "as" and verb.form("participle") and not verb.frames.isdisjoint(_CREDITING)
    by = _by(verb) if crediting else None
    if by is None or verb.tokens.words[max(0, verb.group - 2)] == "such":
        return None
    return _according(verb.tokens, verb.group - 1, by + 1)


def told_first(verb: Verb) -> Act | None:
    """Read "the sale, first reported by X, will ...": X told of what stands around it."""
    by = _by(verb) if verb.before == "," and verb.form("participle") else None
    if by is None or verb.cue.lemma not in words("cues", "relaying"):
        return None
    told = _according(verb.tokens, verb.group, by + 1)
    return replace(told, kind="passive") if told else None


def _by(verb: Verb) -> int | None:
    """Return where "by" stands behind a participle and adverbs."""
    by = next((at for at in range(verb.end, verb.end + _EARLIER) if verb.tokens.word(at) == "by"), None)
    return by if by and all(grammar().adverbial(word) for word in verb.tokens.words[verb.end : by]) else None


def _names_source(tokens: Tokens, index: int) -> bool:
    """Tell whether "per" names a source ("per a report", ", per Reuters"), not what a rate is counted by."""
    text = words("cues", "text") | words("sources", "document")
    ahead = tokens.words[index + 1 : index + 1 + _TEXT_AHEAD]
    if ahead and ahead[0] in grammar().determiner and not text.isdisjoint(ahead):
        return True
    parted = index == 0 or tokens.words[index - 1] in _PARTING
    named = index + 1 + (bool(ahead) and ahead[0] == "the")  # "Per the Daily Example, ..."
    return parted and named < len(tokens.words) and tokens.capital(named)


def word_act(tokens: Tokens, index: int, found: list[Act]) -> Act | None:
    """Read "X reports ... on the word of Y": Y says what X reports; the source of X ends before it."""
    outer = found[-1]
    for phrase in by_first_word("cues", "word").get(tokens.words[index], ()):
        start = index + len(phrase)
        if tuple(tokens.words[index:start]) != phrase or outer.kind == "attitude":
            continue
        end = _source_end(tokens, index, start)
        end = next((at for at in range(start, end) if tokens.words[at] == "that"), end)
        if end == start:
            return None
        if outer.source and outer.source[0] < index < outer.source[1]:
            found[-1] = outer = replace(outer, source=(outer.source[0], index))
        return Act((index, start), tuple(_outside(outer.content, index, end)), (start, end), "according")
    return None


def _outside(content: tuple[Range, ...], first: int, last: int) -> Iterator[Range]:
    """Yield the content without the tokens from `first` up to `last`."""
    for low, high in content:
        yield from ((a, b) for a, b in ((low, min(high, first)), (max(low, last), high)) if a < b)


def _according(tokens: Tokens, first: int, start: int) -> Act | None:
    words = tokens.words
    if opened := _opens_joined(tokens, first, start):
        return opened
    end = _source_end(tokens, first, start)
    if end == start:
        return None
    content: list[Range] = []
    if first:
        edge = first - 1 if words[first - 1] in (",", "(") else first
        content.append((_behind_outer(tokens, edge), edge))
    end_of_source = end
    end = _past_citing(tokens, end) if first == 0 else end
    if _goes_on(tokens, first, end):
        content.append((end + 1, clause_end(tokens, end + 1)))
    return Act((first, start), tuple(content), (start, end_of_source), "according") if content else None


def _opens_joined(tokens: Tokens, first: int, start: int) -> Act | None:
    """Read a source that opens a clause joined to another: "no terms were given, but according to X, it paid"."""
    words, known = tokens.words, grammar()
    before = first - 1 - (first > 1 and words[first - 1] == ",")
    joined = before >= 0 and words[before] in known.conjunction | known.subordinator
    end = _source_end(tokens, 0, start) if joined else start
    if end == start or tokens.word(end) != "," or not tokens.word(end + 1) or tokens.word(end + 1) in _RELATIVES:
        return None
    after = clause_end(tokens, end + 1)
    return Act((first, start), ((end + 1, after),), (start, end), "according") if after - end > _CLAUSE else None


def _behind_outer(tokens: Tokens, first: int) -> int:
    """Return where the clause starts that a source behind it closes, behind one that opens it: "Per X, ..., per Y"."""
    start = _opening(tokens.words, first)
    for phrase in by_first_word("cues", "according").get(tokens.words[start], ()):
        named = start + len(phrase)
        if tuple(tokens.words[start:named]) == phrase and phrase != _PER:
            comma = _source_end(tokens, 0, named)
            return comma + 1 if comma + 1 < first and tokens.word(comma) == "," else start
    return start


def _past_citing(tokens: Tokens, end: int) -> int:
    """Return the comma behind ", citing Y," or ", which cited Y," where the source at the start names its own."""
    related = tokens.word(end + 1) in ("which", "who")
    cue = verbs().get(tokens.word(end + 1 + related))
    forms = {"past", "third"} if related else {"ing"}
    if tokens.word(end) != "," or cue is None or cue.lemma not in words("cues", "citing") or not forms & cue.forms:
        return end
    return next((at for at in range(end + 2, len(tokens.words)) if tokens.words[at] == ","), end)


def _opening(words: list[str], index: int) -> int:
    """Return where the clause or bracket around token `index` starts."""
    depth = 0
    for back in range(index - 1, -1, -1):
        if words[back] == ")":
            depth += 1
        elif words[back] == "(":
            if not depth:
                return back + 1
            depth -= 1
    return 0


def _source_end(tokens: Tokens, first: int, start: int) -> int:
    words, known = tokens.words, grammar()
    end, bracket = start, -1
    while end < len(words) and (words[end] not in _ENDS or (words[end] == ")" and _within(tokens, bracket, end))):
        word = words[end]
        bracket = end if word == "(" else bracket
        if word == "," and (first == 0 or tokens.word(end + 1) not in ("a", "an", "the", "who")):
            break
        if end > start and ((word in known.subordinator and word != "that") or word in known.pronoun):
            break
        end += 1
    return end


def _within(tokens: Tokens, opening: int, closing: int) -> bool:
    """Tell whether brackets stand inside a source that goes on: "a Monday (May 5) report from X"."""
    behind = tokens.word(closing + 1)
    plain = bool(behind) and behind[0].isalpha() and not tokens.capital(closing + 1) and not grammar().function(behind)
    return opening >= 0 and plain


def _goes_on(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether the clause goes on behind "according to X,"."""
    following = tokens.word(end + 1)
    before, behind = tokens.words[first - 1] if first else ",", tokens.word(end)
    if not following or not ((before == behind == ",") or (before in DASHES and behind in DASHES)):
        return False
    cue, known = verbs().get(following), grammar()
    if (cue and "ing" in cue.forms) or following in known.conjunction or following in known.contrast:
        return False
    return following not in _RELATIVES


def citing_act(tokens: Tokens, verb: Verb, found: list[Act]) -> Act | None:
    """Read "X reported, citing Y" and "X cites Y as saying": Y says what X reports."""
    if verb.before == "as" and verb.form("ing"):
        return _as_saying(tokens, verb)
    if verb.cue.lemma not in words("cues", "citing") or not found or not _names_its_source(verb):
        return None
    outer = found[-1]
    end = _cited_end(tokens, verb.end)
    told = tuple((start, _until(verb, start, stop)) for start, stop in outer.content if start != verb.index)
    if outer.kind == "attitude" or end == verb.end or not told or _says_else(tokens, end):
        return None
    return Act((verb.index, verb.end), told, (verb.end, end), "according")


def _says_else(tokens: Tokens, end: int) -> bool:
    """Tell whether who is cited says what is behind, not what is before: "..., which cited people as saying that"."""
    cue = verbs().get(tokens.word(end + 1))
    return tokens.word(end) == "as" and cue is not None and "ing" in cue.forms and "clause" in cue.frames


def _until(verb: Verb, start: int, stop: int) -> int:
    """Return where content ends that the verb stands in: what is told stands before "citing Y"."""
    end = verb.index - (verb.before == "," and start < verb.index - 1)
    return end if start < end < stop else stop


def closing_citation(tokens: Tokens, verb: Verb) -> Act | None:
    """Read "..., X cited Y": X passes on what stands before, and what Y says follows by `cited_behind`."""
    if verb.cue.lemma not in words("cues", "citing") or not verb.form("past", "third") or verb.helpers:
        return None
    first = verb.index
    while first and tokens.capital(first - 1):
        first -= 1
    left = fronted(tokens, first) if 0 < first < verb.index and tokens.words[first - 1] == "," else None
    behind = _cited_end(tokens, verb.end)
    if left is None or left[1] - left[0] < _CLAUSE or not _people(tokens, verb.end, behind):
        return None
    return Act((verb.index, verb.end), (left,), (first, verb.index))


def cited_behind(tokens: Tokens, outer: Act) -> Iterator[Act]:
    """Yield whom `closing_citation` found cited: "..., Acme News cited two officials (as saying)"."""
    cue = verbs().get(tokens.words[outer.cue[0]])
    closing = outer.kind == "speech" and outer.source and outer.source[1] == outer.cue[0]
    if not (cue and closing and cue.lemma in words("cues", "citing") and outer.content[0][1] < outer.cue[0]):
        return
    end = _cited_end(tokens, outer.cue[1])
    if end > outer.cue[1]:  # "..., a report cited." names nobody
        yield Act(outer.cue, outer.content, (outer.cue[1], end), "according")


def hears(tokens: Tokens, cue: Cue, behind: int) -> bool:
    """Tell whether a verb that ends at token `behind` says from which people or papers one has what one reports."""
    if cue.lemma not in words("cues", "hearing") or tokens.word(behind) != "from":
        return False
    return _people(tokens, behind + 1, _source_end(tokens, behind, behind + 1))


def heard_behind(tokens: Tokens, outer: Act) -> Iterator[Act]:
    """Yield from whom an outlet has what it reports: "..., the paper has learned from two people"."""
    behind, cue = outer.cue[1], verbs().get(tokens.words[outer.cue[0]])
    if cue is not None and hears(tokens, cue, behind):
        end = _source_end(tokens, behind, behind + 1)
        yield Act((behind, behind + 1), tuple(_outside(outer.content, behind, end)), (behind + 1, end), "according")


def _cited_end(tokens: Tokens, start: int) -> int:
    end = start
    while end < len(tokens.words) and tokens.words[end] not in (",", ";", ":", QUOTE) and not _as(tokens, end):
        end += 1
    return end


def _people(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether people or papers are named, who can tell something: no reason ("cited weak demand")."""
    told = words("sources", "people") | words("sources", "document") | words("sources", "publication")
    return not told.isdisjoint(tokens.words[start:end])


def cited_before(tokens: Tokens, outer: Act) -> Iterator[Act]:
    """Yield whom a speaker names before the verb: "Citing Y, X said ...", "X, quoting Y, said ..."."""
    if outer.kind != "speech" or outer.source is None or outer.content[0][0] < outer.cue[1]:
        return
    first, last = outer.source
    for at in (0, *range(last + 1, outer.cue[0])):
        cue = verbs().get(tokens.words[at])
        if cue is None or cue.lemma not in words("cues", "citing") or "ing" not in cue.forms:
            continue
        end = next((to for to in range(at + 1, outer.cue[0]) if tokens.words[to] == ","), at)
        opens, inside = at == 0 and end == first - 1, at >= last and tokens.words[at - 1] == ","
        if end > at + 1 and (opens or inside):
            yield Act((at, at + 1), outer.content, (at + 1, end), "according")


def cited_in(tokens: Tokens, source: Range) -> tuple[Range, Range] | None:
    """Return who is cited and who cites them, inside one source: "X quoted by the paper", "a report citing X"."""
    citing, known = words("cues", "citing"), verbs()
    for at in range(source[0] + 1, source[1] - 1):
        cue = known.get(tokens.words[at])
        if cue is None or cue.lemma not in citing or _says_else(tokens, _cited_end(tokens, at + 1)):
            continue
        if tokens.words[at + 1] in ("by", "in"):  # "quoted by the paper", "cited in the paper's report"
            cited, cites = (source[0], at), (at + 2, source[1])
        else:
            cited, cites = (at + 1, source[1]), (source[0], at - (tokens.words[at - 1] in ("that", "which", "who")))
        return (cited, cites) if cited[0] < cited[1] and cites[0] < cites[1] else None
    return None


def read_by(tokens: Tokens, source: Range) -> tuple[Range, Range] | None:
    """Return which papers are cited and who has read them, inside one source: "a memo (that was) seen by the paper"."""
    for at in range(source[0] + 1, source[1] - 2):
        if tokens.words[at] in words("sources", "read") and tokens.words[at + 1] == "by":
            end = at
            while end > source[0] and _leads_participle(tokens.words[end - 1]):
                end -= 1
            return ((source[0], end), (at + 2, source[1])) if source[0] < end else None
    return None


def _leads_participle(word: str) -> bool:
    known = grammar()
    return word in known.auxiliary or word in known.relative or known.adverbial(word)


def _as(tokens: Tokens, index: int) -> bool:
    """Tell whether "as" says what the source is cited for ("citing Y as a source"), not "such as"."""
    return tokens.words[index] == "as" and tokens.words[index - 1] != "such"


def _names_its_source(verb: Verb) -> bool:
    """Tell whether a report names its own source: "..., citing Y", "X reported citing Y", "X, which cited Y"."""
    if verb.form("ing"):
        cue = verbs().get(verb.before)
        return verb.before in (",", QUOTE) or (cue is not None and not cue.forms.isdisjoint(("past", "third")))
    joined = verb.before in ("which", "who") or (verb.before == "and" and "past" in verb.cue.forms)
    return joined and verb.form("past", "third") and not verb.helpers


def _as_saying(tokens: Tokens, verb: Verb) -> Act | None:
    first = last = verb.group - 1
    while first and tokens.words[first - 1] not in verbs() and tokens.words[first - 1] not in (",", QUOTE):
        first -= 1
    start = verb.end + (tokens.word(verb.end) == "that")
    if first == last or start >= len(tokens.words):
        return None
    return Act((verb.index, verb.end), ((start, clause_end(tokens, start)),), (first, last))
