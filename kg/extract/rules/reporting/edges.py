"""Where what one speaker says ends because another speaks: "A, and Y said B", "A on the day that Y said B"."""

from collections.abc import Callable
from dataclasses import replace

from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import QUOTE, Act, Range, Tokens
from kg.lexicon.wordlists import words as lexicon

_TIMED = frozenset(("after", "before", "since"))
_JOINING = frozenset(("but", "and", "while", "as", "whereas", "although", "though"))
_PARTED = frozenset((",", ";", "—"))
_INTERVAL = 5
"""Words of "just a year after" at most."""
_ADVERBIAL = 6
"""Words between "and" and the next speaker at most: "and earlier in the same week Y said"."""
_BEHIND_SPEAKER = 4
"""Words behind a speaker who closes a sentence at most: "..., two people told the paper on Monday"."""
_LEAST_TOLD = 2
_SHORT = frozenset(("hour", "minute"))
_WHEN, _SAME = frozenset(("that", "when", "as")), "same"
_DEICTIC = frozenset(("last", "this", "next", "the", "a", "same", "few", "just", "only", "some", ","))


def bounded(tokens: Tokens, act: Act, others: tuple[list[Act], list[Act]], outlet: Callable[[Range], bool]) -> Act:
    """Return the act without what belongs to the speakers before or after it."""
    low, high = 0, len(tokens.words)
    earlier, later = others
    for number, other in enumerate(later):
        edge, least = _speaker_edge(tokens, act, other), act.content[0][0]
        if edge is None and _own_sentence(tokens, act, other) and act.source and not outlet(act.source):
            edge = _joined_edge(tokens, other) or _same_time(tokens, other) or _listed(tokens, other, later[number:])
            least += _LEAST_TOLD - 1
        high = high if edge is None or edge <= least else min(high, edge)
        high = min(high, _told_of(tokens, act, other))
    for other in earlier:
        if _closed_before(act, other):
            low = max(low, _behind(tokens, other))
    content = tuple((max(first, low), min(last, high)) for first, last in act.content)
    kept = tuple(part for part in content if part[1] > part[0])
    return act if not kept or kept == act.content else replace(act, content=kept)


def _told_of(tokens: Tokens, act: Act, other: Act) -> int:
    """Return where the speaker stands who closes a sentence that holds the whole act: "X wants to buy Y, Z said"."""
    source, (first, last) = other.source, other.content[0]
    if source is None or not first <= act.cue[0] or not act.content[0][0] < last <= min(source[0], other.cue[0]):
        return len(tokens.words)
    closes = len(tokens.words) - max(source[1], other.cue[1]) <= _BEHIND_SPEAKER
    return last if closes and tokens.words[last] in (",", QUOTE) else len(tokens.words)


def _own_sentence(tokens: Tokens, act: Act, other: Act) -> bool:
    """Tell whether a name speaks behind what `act` says, with a clause of its own and not in a paper's report."""
    source = other.source
    if other.kind != "speech" or source is None or not act.cue[1] < source[0] < other.cue[0] <= other.content[0][0]:
        return False
    named = any(tokens.capital(at) and tokens.words[at] not in grammar().time for at in range(*source))
    told = act.source and not lexicon("sources", "publication").isdisjoint(tokens.words[slice(*act.source)])
    return bool(named and not told)


def _joined_edge(tokens: Tokens, other: Act) -> int | None:
    """Return where "and in November Y said ..." begins, with or without a comma before it."""
    words, index = tokens.words, other.source[0] - 1 if other.source else -1
    last = index
    while index > 0 and last - index < _ADVERBIAL and words[index] not in _JOINING and _tells_when(tokens, index):
        index -= 1
    if index <= 0 or words[index] not in _JOINING - {"as"}:
        return None
    return index - 1 if words[index - 1] in _PARTED else index


def _listed(tokens: Tokens, other: Act, later: list[Act]) -> int | None:
    """Return the comma in front of a speaker behind whom the last of a row is joined: "A, Y said B and Z said C"."""
    comma = other.source[0] - 1 if other.source else -1
    if comma < 1 or tokens.words[comma] != ",":
        return None
    joined = (_joined_edge(tokens, one) for one in later[1:] if _own_sentence(tokens, other, one))
    return comma if any(edge is not None for edge in joined) else None


def _tells_when(tokens: Tokens, index: int) -> bool:
    """Tell whether a word may stand in a phrase of time in front of a speaker: "in the same week", "a day later,"."""
    word, known = tokens.words[index], grammar()
    timed = _unit(word) or word in known.time or word in known.preposition
    return timed or word in _DEICTIC or word.isdigit() or known.adverbial(word) or word in lexicon("numbers")


def _same_time(tokens: Tokens, other: Act) -> int | None:
    """Return where "(on) the same day (that) Y said ..." or "two days after Y said ..." begins."""
    words, known = tokens.words, grammar()
    first, name = other.source or (0, 0)
    while name > first and tokens.capital(name - 1):
        name -= 1
    index = name - 1
    if index > 0 and words[index] in _TIMED:
        return _span_of_time(tokens, index)
    index -= words[index] in _WHEN
    if index < _INTERVAL - 1 or words[index] not in known.time or words[index - 1] != _SAME:
        return None
    first = index - 1 - (words[index - 2] == "the")
    return first - (words[first - 1] in known.preposition)


def _span_of_time(tokens: Tokens, index: int) -> int | None:
    """Return where the interval before "after" begins, None without one."""
    words = tokens.words
    if not _unit(words[index - 1]):
        return None
    first = index - 1
    while first > 1 and index - first < _INTERVAL and _counts(words[first - 1]):
        first -= 1
    return first if first < index - 1 or words[first].endswith("s") else None


def _unit(word: str) -> bool:
    """Tell whether a word measures time: "hours", "day"."""
    return word.removesuffix("s") in grammar().time or word.removesuffix("s") in _SHORT


def _counts(word: str) -> bool:
    """Tell whether a word tells how many days or years: "just two", "a few"."""
    return word in _DEICTIC - {","} or word.isdigit() or word in lexicon("numbers")


def _speaker_edge(tokens: Tokens, act: Act, other: Act) -> int | None:
    """Return where ", and Y said ..." ends what X said before it."""
    source = other.source
    if other.kind == "according" or source is None or not act.cue[1] <= source[0] < other.cue[0]:
        return None
    if other.content[0][0] < source[0]:
        return None
    words, index = tokens.words, source[0] - 1
    if words[index] in _TIMED:
        return _interval(tokens, index)
    if words[index] not in ("but", "and", "while", "as", "whereas"):
        return None
    if words[index - 1] == QUOTE:
        return index
    return index - 1 if words[index - 1] in _PARTED else None


def _interval(tokens: Tokens, index: int) -> int | None:
    """Return the comma of ", a year after Y said ...": the writer's own, not what X said before it."""
    first = index
    while first and index - first < _INTERVAL and tokens.words[first - 1] != ",":
        first -= 1
    timed = any(_unit(word) for word in tokens.words[first:index])
    return first - 1 if first and timed and tokens.words[first - 1] == "," else None


def _closed_before(act: Act, other: Act) -> bool:
    """Tell whether `other` credits what stands before it, within what this act credits: "A, X said, and B, Y said"."""
    behind = act.cue[0] > other.cue[1] and act.content[0][1] <= act.cue[0] and act.content[0][0] <= other.cue[0]
    return (
        behind and other.kind == "speech" and other.content[-1][1] <= other.cue[0] and other.cue[1] < act.content[0][1]
    )


def _behind(tokens: Tokens, act: Act) -> int:
    """Return the first token behind the comma that ends a speaker's phrase."""
    words, known = tokens.words, grammar()
    index = max(act.cue[1], act.source[1] if act.source else 0)
    while index < len(words) and words[index] != ",":
        index += 1
    while index < len(words) and (words[index] == "," or words[index] in known.conjunction):
        index += 1
    return index if index < len(words) else 0
