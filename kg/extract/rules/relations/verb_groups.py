"""Where the group of words around a verb starts: its auxiliaries, its adverbs, and a time in between."""

from kg.extract.rules.relations.classes import Tokens

_STRETCHES = frozenset(("days", "decades", "months", "past", "weeks", "years"))


def group_start(tokens: Tokens, verb: int) -> int:
    """Return where the verb group of `verb` starts: its auxiliaries, its adverbs, and verbs such as "plans to"."""
    at = verb
    while (
        tokens.kind(at - 1) in "axt"
        or (tokens.kind(at - 1) in "veg" and tokens.kind(at) in "tg")
        or tokens.word(at - 1).endswith("%")  # "is 70% owned by"
    ):
        at -= 1
    timed = _past_time(tokens, at)
    return group_start(tokens, timed) if timed < at and tokens.kind(timed - 1) == "a" else timed


def _past_time(tokens: Tokens, at: int) -> int:
    """Return where a time before token `at` starts that "which" or an auxiliary opens: "which in 2015 bought"."""
    first = at
    while tokens.kind(first - 1) in "yd" or _counts(tokens, first - 1):
        first -= 1
    if first == at:
        return at
    timed = any(tokens.kind(one) == "y" or _counts(tokens, one) for one in range(first, at))
    first -= timed and tokens.kind(first - 1) == "p"
    aside = tokens.kind(first - 1) == "," and tokens.classes[first:at] == "y"
    return first if timed and (aside or tokens.kind(first - 1) in "ra") else at


def _counts(tokens: Tokens, at: int) -> bool:
    """Tell whether token `at` is a year or a noun for stretches of time."""
    return at >= 0 and (tokens.word(at).isdigit() or tokens.word(at) in _STRETCHES)
