"""Names with small words inside or idle ones beside, told by how the text prints them: "Research in Motion".

Capitals on both sides of "and", "in" or an apostrophe mostly mean two names. They are one where the text prints them
together again and again and never apart, where what stands before the apostrophe owns nothing anywhere ("Dorsey's"), is
a noun for people at large ("Children's Place") or for the members of a body ("Car Makers' Association"), and where only
what a firm does follows "and" ("Kestrin Dyeing and Manufacturing Company").
"""

import re
from collections.abc import Sequence

from kg.extract.rules.names.capitalised import Stretch
from kg.extract.rules.names.offices import of_places
from kg.lexicon.wordlists import concept_of, words
from kg.model import Span

_POSSESSIVE = ("'s ", "’s ")
_AHEAD = re.compile(r"\b([A-Z]\w+)\s\Z")
_WIDEST = 24
_LINKS = frozenset({" and ", " in ", " at "})
_OF_MEMBERS = ("' ", "’ ")
_MEMBERS = re.compile(r"(?:[eo]rs|ists|ants|ents|ots|ees|ians|men)\Z")
_AGAIN = 2
_CENTRES = frozenset(("Centers", "Centres"))
_NEXT = re.compile(r",?\s([A-Z]\w*)")


def joined(found: Sequence[Stretch], text: str) -> tuple[Stretch, ...]:
    """Return the stretches of `text`, in order, those that are parts of one name made one."""
    whole: list[Stretch] = []
    for stretch in _completed(found, text):
        before = whole[-1] if whole else None
        if before is not None and _are_one(before, stretch, text):
            whole[-1] = _one(before, stretch, text)
        else:
            whole.append(stretch)
    return tuple(whole)


def _completed(found: Sequence[Stretch], text: str) -> Sequence[Stretch]:
    """Return the stretches, each with the idle words beside it that are a part of the name in another place.

    "Under Armour" in "shares of Under Armour" makes it a name in "Under Armour will hire" too; "Kestrin AI said" makes
    "Kestrin AI" one in "bought Kestrin AI".
    """
    idle = words("capitals", "opening")
    kept = {" ".join(one.tokens[at:]): one.tokens for one in found for at in _openers(one.tokens, idle)}
    closed = {
        " ".join(one.tokens[:-1]): one.tokens[-1] for one in found if one.tokens[-1] in words("name-heads", "closing")
    }
    found = [_with_lead(one, kept[one.text], text) if one.text in kept else one for one in found]
    return [_with_head(one, closed[one.text], text) if one.text in closed else one for one in found]


def _openers(tokens: tuple[str, ...], idle: frozenset[str]) -> range:
    """Return how many words may be missing at the start of a name: those in `idle`."""
    count = next((at for at, token in enumerate(tokens) if token not in idle), len(tokens))
    return range(1, min(count, len(tokens) - 1) + 1)


def _with_lead(stretch: Stretch, tokens: tuple[str, ...], text: str) -> Stretch:
    ahead = " ".join(tokens[: len(tokens) - len(stretch.tokens)]) + " "
    if not text.endswith(ahead, 0, stretch.span.start):
        return stretch
    return Stretch(Span(stretch.span.start - len(ahead), stretch.span.end), tokens, "")


def _with_head(stretch: Stretch, head: str, text: str) -> Stretch:
    end = stretch.span.end + 1 + len(head)
    if text[stretch.span.end : end] != f" {head}":
        return stretch
    return Stretch(Span(stretch.span.start, end), (*stretch.tokens, head), stretch.title)


def _are_one(first: Stretch, second: Stretch, text: str) -> bool:
    gap = text[first.span.end : second.span.start]
    if gap == " ":
        return first.text.endswith("'s")
    if gap in _POSSESSIVE:
        return _owns_nothing(first, second, text)
    if gap in _OF_MEMBERS:
        return _of_members(first, second)
    if gap == " to ":
        return _aims(first, second)
    if gap not in _LINKS:
        return False
    return (gap == " and " and (_trades(second, text) or _shared(first, second))) or _never_apart(first, second, text)


def _of_members(first: Stretch, second: Stretch) -> bool:
    """Tell whether a body is named by its members: "Car Makers' Association"."""
    return _MEMBERS.search(first.tokens[-1]) is not None and second.tokens[0].lower() in concept_of("bodies")


def _aims(first: Stretch, second: Stretch) -> bool:
    """Tell whether a body is named by what it aims to do: "Alliance to End Hunger"."""
    return first.tokens[-1].lower() in words("name-heads", "aiming") and len(second.tokens) >= _AGAIN


def _shared(first: Stretch, second: Stretch) -> bool:
    """Tell whether a body is for two things: "Department of Housing and Urban Development"."""
    parted = next((at for at, token in enumerate(first.tokens) if token in ("of", "for", "on")), 0)
    body = any(token.lower() in concept_of("bodies") or token in _CENTRES for token in first.tokens[:parted])
    return body and second.tokens[-1].lower() in words("name-heads", "field")


def _owns_nothing(first: Stretch, second: Stretch, text: str) -> bool:
    if first.tokens[-1] in words("name-heads", "owning"):
        return True
    together = _count(text[first.span.start : second.span.end], text)
    always = _count(first.text, text) == together
    return always and (together >= _AGAIN or first.text in words("given-names"))


def _trades(second: Stretch, text: str) -> bool:
    """Tell whether the words, a legal form behind them, only say what a firm does, as a name of its own would not."""
    heads, forms = words("bodies", "company") | words("name-heads", "joined"), words("legal-forms")
    form = _NEXT.match(text, second.span.end)
    formal = second.tokens[-1] in forms or (form is not None and form[1] in forms)
    return formal and (heads | forms).issuperset(second.tokens) and second.tokens[0] in heads


def _never_apart(first: Stretch, second: Stretch, text: str) -> bool:
    together = _count(text[first.span.start : second.span.end], text)
    return together >= _AGAIN and _count(first.text, text) == together == _count(second.text, text)


def _count(part: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(part)}\b", text))


def _one(first: Stretch, second: Stretch, text: str) -> Stretch:
    many = text[first.span.end : second.span.start] in _OF_MEMBERS
    ahead = _AHEAD.search(text, max(0, first.span.start - _WIDEST), first.span.start) if many else None
    start = ahead.start() if ahead and ahead[1] in of_places() else first.span.start
    span = Span(start, second.span.end)
    return Stretch(span, tuple(span.of(text).replace("’", "'").split()), first.title)
