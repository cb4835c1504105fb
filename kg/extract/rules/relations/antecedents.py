"""Whom "its" stands for where grammar decides it inside the sentence, whatever the text before is about."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.rules.annotations import Name, Sentence
from kg.extract.rules.names.bodies import FIRMS

_OWNING = frozenset({"its", "their"})
_RELATIVE = re.compile(r",\s(?:which|who)\s[^,;.]*\Z")
_FRONTED = re.compile(r"\A(?:Unlike|Like)\s\Z")


def bound(text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> tuple[Name, ...]:
    """Return `names` with the possessive pronouns that a clause or phrase binds standing for what binds them.

    A relative clause binds to what it is about ("X, which supplies its customers"), a comparison at the start of the
    sentence to the subject behind it ("Unlike its rival Y, X grew").
    """
    return tuple(_bound(text, sentences, names))


def _bound(text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> Iterator[Name]:
    starts = [sentence.span.start for sentence in sentences]
    opened = [name.span.start for name in names]
    for index, name in enumerate(names):
        binder = None
        if name.how == "pronoun" and name.span.of(text).lower() in _OWNING and starts:
            sentence = sentences[max(0, bisect_right(starts, name.span.start) - 1)].span
            before = text[sentence.start : name.span.start]
            relative = _RELATIVE.search(before)
            if relative:
                end = sentence.start + relative.start()
                binder = next((one for one in names[:index][::-1] if one.span.end == end), None)
            elif _FRONTED.match(before):
                comma = text.find(", ", name.span.end, sentence.end)
                at = bisect_left(opened, comma + len(", "))
                behind = names[at] if comma > 0 and at < len(names) else None
                binder = behind if behind is not None and behind.span.start == comma + len(", ") else None
        fits = binder is not None and binder.entity.kind in FIRMS and binder.how != "group"
        yield replace(name, entity=binder.entity) if binder is not None and fits else name
