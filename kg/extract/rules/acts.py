"""Acts of reporting within one unit of text, as ranges of tokens."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.rules.cues import Cue, nouns, source_prepositions, verbs
from kg.extract.rules.grammar import grammar
from kg.extract.rules.reporting_content import clause_end, complement, object_end, past_addressee
from kg.extract.rules.reporting_source import elided_subject, inverted, subject, verb_group
from kg.extract.rules.tokens import QUOTE, Tokens

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Act:
    """Token ranges of cue, source and content."""

    cue: Range
    content: tuple[Range, ...]
    source: Range | None = None
    kind: str = "speech"


def acts(tokens: Tokens) -> list[Act]:
    """Return the acts of one unit in order."""
    found: list[Act] = []
    lexicon, noun_cues = verbs(), nouns()
    for index, word in enumerate(tokens.words):
        act = None
        if word in lexicon:
            act = _verb_act(tokens, index, lexicon[word], found)
        if act is None and word in noun_cues:
            act = _noun_act(tokens, index)
        if act is None and word in ("according", "as", "in"):
            act = _according(tokens, index)
        if word == ":":
            act = _colon(tokens, index)
        if act and any(last > first for first, last in act.content):
            found.append(act)
    return _cut(tokens, found)


def _cut(tokens: Tokens, found: list[Act]) -> list[Act]:
    """End a content where, behind a comma or conjunction, the next speaker starts."""
    done = []
    for position, act in enumerate(found):
        for later in found[position + 1 :]:
            if later.kind == "according" or not later.source or later.source[0] >= later.cue[0] or later.source[0] < act.cue[1] or later.content[0][0] < later.source[0]:
                continue
            edge = _edge(tokens, later.source[0])
            if edge is not None:
                act = replace(act, content=tuple((first, min(last, edge)) if first < edge else (first, first) for first, last in act.content))
        content = tuple(part for part in act.content if part[1] > part[0])
        if content:
            done.append(replace(act, content=content))
    return done


def _edge(tokens: Tokens, first: int) -> int | None:
    words, known = tokens.words, grammar()
    index = first - 1
    if index >= 0 and (words[index] in ("but", "and", "while", "as") ):
        index -= 1
        if index >= 0 and words[index] in (",", ";", QUOTE, "—"):
            return index + (1 if words[index] == QUOTE else 0)
    return None


def _verb_act(tokens: Tokens, index: int, cue: Cue, found: list[Act]) -> Act | None:
    words, known = tokens.words, grammar()
    if tokens.capital(index) and index and "ing" not in cue.forms:
        return None
    group = verb_group(tokens, index)
    before = words[group - 1] if group else ""
    helpers = words[group:index]
    passive = "participle" in cue.forms and any(word in known.be for word in helpers) and "ing" not in cue.forms
    if passive:
        return _passive(tokens, index, cue, group)
    if not _finite(tokens, index, cue, group):
        return None
    frames, after, end_of_cue = _frames(tokens, index, cue)
    source = _source(tokens, index, group, cue, found)
    if source is None and words[group - 1 : group] != [QUOTE] and before != ",":
        behind = None
    return _active(tokens, index, cue, frames, after, end_of_cue, group, source)


def _frames(tokens: Tokens, index: int, cue: Cue) -> tuple[frozenset[str], int, int]:
    for rest, frame in cue.particles:
        if tuple(tokens.words[index + 1 : index + 1 + len(rest)]) == rest:
            end = index + 1 + len(rest)
            return frozenset((frame,)), end, end
    return cue.frames, index + 1, index + 1


def _finite(tokens: Tokens, index: int, cue: Cue, group: int) -> bool:
    """Tell whether the word is a verb with a subject here, as far as word order tells."""
    words, known = tokens.words, grammar()
    before = words[group - 1] if group else ""
    helpers = words[group:index]
    if "past" in cue.forms or "participle" in cue.forms:
        if before in known.determiner or before.endswith("'s"):
            return before in ("all", "some", "many", "most", "both", "few", "several", "this", "no", "one", "others") and bool(helpers)
        return before not in known.preposition or bool(helpers)
    if "ing" in cue.forms:
        return any(word in known.be for word in helpers) or before in (",", "and", "by", QUOTE, "") or before not in known.determiner and before not in known.preposition and not before.endswith("'s")
    if helpers and any(word in known.auxiliary for word in helpers):
        return "base" in cue.forms
    if before in known.determiner or before in known.preposition or before.endswith("'s") or before in known.possessive:
        return False
    following = words[index + 1] if index + 1 < len(words) else ""
    if following in known.auxiliary:
        return False
    if "third" in cue.forms:
        return before not in ("and", "or") or following in ("that", QUOTE)
    if before in ("i", "we", "they", "you", "who", "that", "which"):
        return True
    if words[index] not in known.noun_like:
        return before not in ("", ",", "to", "and", "or", "let", "n't") and before not in known.preposition and not known.adverbial(before)
    return before.endswith("s") and not before.endswith("ss") or before in ("people", "some", "many", "others", "most", "critics") or before in ("and", "or") and following == "that"


def _source(tokens: Tokens, index: int, group: int, cue: Cue, found: list[Act]) -> Range | None:
    words, known = tokens.words, grammar()
    before = words[group - 1] if group else ""
    helped = group < index and any(word in known.auxiliary for word in words[group:index])
    if "ing" in cue.forms and not helped:
        if before in (",", QUOTE, "and", "by", "while", "after", "before", "in", ""):
            return _shared(tokens, group, found)
        found_here = subject(tokens, group)
        return found_here or _shared(tokens, group, found)
    here = subject(tokens, group)
    if here is None and before in known.conjunction:
        return _shared(tokens, group, found)
    if here is None and before == "," and group > 1:
        return None
    return here


def _shared(tokens: Tokens, group: int, found: list[Act]) -> Range | None:
    for act in reversed(found):
        if act.source and act.kind not in ("according", "nominal", "passive"):
            return act.source
    return elided_subject(tokens, group)


def _active(tokens: Tokens, index: int, cue: Cue, frames: frozenset[str], after: int, end_of_cue: int, group: int, source: Range | None) -> Act | None:
    words, known = tokens.words, grammar()
    before = words[group - 1] if group else ""
    says = bool(frames & {"clause", "belief", "that", "addressee"})
    cue_range = (index, end_of_cue)
    if _looks_inverted(tokens, index, group):
        source = None
    # Inverted: "...," said X
    if says and source is None and group == index and index and before in (",", QUOTE) and ("past" in cue.forms or "third" in cue.forms):
        behind = inverted(tokens, index)
        if behind:
            left = _left(tokens, index)
            if left:
                right = _right_of_parenthesis(tokens, behind[1])
                return Act(cue_range, (left, *right), behind)
        return None
    if source is None:
        return None
    if "preposition" in frames:
        start = after
        if start >= len(words) or words[start] in (",", ";", ":"):
            return None
        return Act(cue_range, ((start, object_end(tokens, start)),), source, "attitude")
    start_at: int | None = after
    if "addressee" in frames:
        start_at = past_addressee(tokens, after)
        if start_at is None and "clause" in frames:
            start_at = after
        if start_at is None:
            left = _left(tokens, source[0]) if source[1] <= index else None
            if left and (words[left[1] - 1] == QUOTE or words[left[1]] == ","):
                return Act(cue_range, (left,), source)
    follow = complement(tokens, start_at) if start_at is not None else None
    if follow:
        start, shape = follow
        kind, end = _shape(tokens, start, shape, frames, cue)
        if kind:
            content: list[Range] = [(start, end)]
            return Act(cue_range, tuple(content), source, kind)
    if not says or source[0] > index:
        return None
    if follow and follow[1] not in ("preposition", "plain"):
        return None
    if follow and "clause" in frames and follow[1] == "plain":
        return None
    left = _left(tokens, source[0])
    if left is None:
        return None
    if frames & {"clause"} or words[left[1] - 1] == QUOTE or words[source[0] - 1] == QUOTE:
        tail = index + 1
        return Act(cue_range, (left, *_right_of_parenthesis(tokens, tail)), source)
    return None


def _looks_inverted(tokens: Tokens, index: int, group: int) -> bool:
    """Tell whether a noun phrase without a verb of its own follows ("..., said X, the head of Y.")."""
    words, known = tokens.words, grammar()
    if group != index or not index or words[index - 1] not in (",", QUOTE) or index + 1 >= len(words):
        return False
    following = words[index + 1]
    if not (tokens.capital(index + 1) or following in known.determiner or following in known.pronoun):
        return False
    for ahead in range(index + 2, len(words)):
        if words[ahead] in (",", "who", "which", "in", "on", "at", QUOTE):
            return True
        if words[ahead] in known.auxiliary or words[ahead] in known.finite:
            return False
    return True


def _shape(tokens: Tokens, start: int, shape: str, frames: frozenset[str], cue: Cue) -> tuple[str | None, int]:
    if shape == "quote":
        return ("speech", _quote_end(tokens, start)) if frames & {"clause", "that", "addressee", "belief"} else ("attitude", object_end(tokens, start))
    if shape == "that":
        return ("speech" if frames & {"clause", "belief", "that", "addressee"} else None), clause_end(tokens, start)
    if shape == "question":
        return ("speech" if frames & {"clause", "that", "addressee", "belief"} else None), clause_end(tokens, start)
    if shape == "infinitive":
        return ("attitude" if frames & {"infinitive", "addressee", "clause"} else None), object_end(tokens, start)
    if shape == "plain":
        if frames & {"clause", "belief", "addressee"}:
            return "speech", clause_end(tokens, start)
        if "object" in frames:
            return "attitude", object_end(tokens, start)
    return None, start


def _left(tokens: Tokens, edge: int) -> Range | None:
    """Return what stands in front of the speaker, up to the comma or quotation before `edge`."""
    words = tokens.words
    last = edge
    if last and words[last - 1] in ("but", "and", "as"):
        last -= 1
    if not last:
        return None
    if words[last - 1] in (",", "—", "–", "--", "-"):
        last -= 1
    elif words[last - 1] != QUOTE:
        return None
    if not last:
        return None
    return (_lead(tokens, last), last)


def _lead(tokens: Tokens, last: int) -> int:
    """Return where the words in front of a speaker start: at a quotation that is a sentence, else with the unit."""
    first = last - 1
    if tokens.words[first] == QUOTE and _sentence_quoted(tokens, first):
        while first and tokens.words[first - 1] == QUOTE:
            first -= 1
        return first
    return 0


def _sentence_quoted(tokens: Tokens, index: int) -> bool:
    """Tell whether the quotation starts as a sentence does."""
    inner = tokens.text[tokens.starts[index] : tokens.ends[index]].lstrip("\"'“”‘«„`( …")
    return inner[:1].isupper()


def _quote_end(tokens: Tokens, start: int) -> int:
    """Return where a content that opens with a quotation ends: with it, if it ends as a sentence does."""
    inner = tokens.text[tokens.starts[start] : tokens.ends[start]].rstrip("\"'“”’» ")
    if start + 1 < len(tokens.words) and inner[-1:] in ".,!?…":
        end = start + 1
        while end < len(tokens.words) and tokens.words[end] == QUOTE:
            end += 1
        return end
    return clause_end(tokens, start)


def _right_of_parenthesis(tokens: Tokens, index: int) -> tuple[Range, ...]:
    """Return what goes on behind ", he said," (adverbials of the saying passed over)."""
    words, known = tokens.words, grammar()
    size = len(words)
    while index < size and words[index] not in (",", QUOTE, ":", ";", "—", "–", "--"):
        index += 1
    if index >= size:
        return ()
    start = index if words[index] == QUOTE else index + 1
    if start >= size:
        return ()
    if words[start] == QUOTE:
        return ((start, _quote_end(tokens, start)),)
    if words[start].endswith("ing") or words[start] in known.preposition:
        return ()
    if words[start] in known.conjunction or words[start] in known.contrast or words[start] in ("who", "which", "as", "according", "after", "when"):
        return ()
    return ((start, clause_end(tokens, start)),)


def _passive(tokens: Tokens, index: int, cue: Cue, group: int) -> Act | None:
    words = tokens.words
    after = index + 1
    by, after_by = _agent(tokens, after)
    patient = subject(tokens, group)
    if "addressee" in cue.frames:
        follow = complement(tokens, after_by)
        if follow and follow[1] in ("that", "question", "plain", "quote"):
            return Act((index, index + 1), ((follow[0], clause_end(tokens, follow[0])),), by, "passive")
        left = _left(tokens, patient[0]) if patient else None
        if left and cue.lemma == "tell":
            return Act((index, index + 1), (left,), by, "passive")
        return None
    if "passive" not in cue.frames:
        return None
    end = object_end(tokens, after_by) if after_by < len(words) else after_by
    parts = [part for part in (patient, (after_by, min(end, len(words)))) if part and part[1] > part[0]]
    if not parts or (not by and (after_by >= len(words) or words[after_by] not in ("to", "as", "that", "of"))):
        return None
    if words[group - 1 : group] == ["it"] and after_by < len(words) and words[after_by] == "that":
        parts = [(after_by + 1, clause_end(tokens, after_by))]
    return Act((index, index + 1), tuple(parts), by, "passive")


def _agent(tokens: Tokens, index: int) -> tuple[Range | None, int]:
    words = tokens.words
    if words[index : index + 1] != ["by"]:
        return None, index
    end = object_end(tokens, index)
    for position in range(index + 1, end):
        if words[position] in (",", "that", "in", "on", "at", "for", "to", "as", "who", "after"):
            end = position
            break
    return ((index + 1, end) if end > index + 1 else None), end


def _noun_act(tokens: Tokens, index: int) -> Act | None:
    """Read "X's claim that ...", "a report by X that ..."."""
    words, known = tokens.words, grammar()
    if words[index + 1 : index + 2] != ["that"]:
        return None
    start = index + 2
    if start >= len(words) or words[start] in known.auxiliary or words[start] in verbs() and "past" in verbs()[words[start]].forms:
        return None
    source = None
    for back in range(index - 1, max(-1, index - 5), -1):
        if words[back] in known.possessive:
            source = (back, back + 1)
            break
        if words[back].endswith(("'s", "s'")):
            first = back
            while first and tokens.capital(first - 1):
                first -= 1
            source = (first, back + 1)
            break
    return Act((index, index + 1), ((start, clause_end(tokens, start)),), source, "nominal")


# A speaker named before a colon ("ACME'S CHIEF:") is no longer than this.
_SPEAKER = 6


def _colon(tokens: Tokens, index: int) -> Act | None:
    """Read a name, a colon and a quotation, or the line of a transcript ("MODERATOR: ...")."""
    words = tokens.words
    if not 0 < index <= _SPEAKER or index + 1 >= len(words) or any(word in verbs() or word == QUOTE for word in words[:index]):
        return None
    speaker = tokens.span(0, index).of(tokens.text)
    if words[index + 1] == QUOTE and tokens.capital(index - 1):
        return Act((index, index + 1), ((index + 1, _quote_end(tokens, index + 1)),), (0, index))
    if speaker.isupper() and len(speaker) > 2:
        return Act((index, index + 1), ((index + 1, len(words)),), (0, index))
    return None


def _according(tokens: Tokens, index: int) -> Act | None:
    words = tokens.words
    for phrase in source_prepositions():
        if tuple(words[index : index + len(phrase)]) == phrase:
            return _according_act(tokens, index, index + len(phrase))
    return None


def _according_act(tokens: Tokens, first: int, start: int) -> Act | None:
    words, known = tokens.words, grammar()
    end = start
    size = len(words)
    while end < size and words[end] not in (";", ":", "—", "–", "--", QUOTE, ")"):
        word = words[end]
        if word == ",":
            if first == 0 or not _describes(tokens, end + 1):
                break
        elif end > start and (word in known.subordinator and word != "that" or word in known.pronoun) :
            break
        end += 1
    if end == start:
        return None
    content: list[Range] = []
    if first:
        left_end = first - 1 if words[first - 1] == "," else first
        content.append((0, left_end))
    if end < size and words[end] == "," and end + 1 < size and words[end + 1] not in known.conjunction and (not first or words[first - 1] == ","):
        cue = verbs().get(words[end + 1])
        if not (cue and "ing" in cue.forms) and words[end + 1] not in known.contrast and words[end + 1] not in ("which", "who"):
            content.append((end + 1, clause_end(tokens, end + 1)))
    if not content:
        return None
    return Act((first, start), tuple(content), (start, end), "according")


def _describes(tokens: Tokens, index: int) -> bool:
    words = tokens.words
    return index < len(words) and words[index] in ("a", "an", "the", "who", "which") and index + 3 < len(words)
