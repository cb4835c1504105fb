"""A quote for each of some names: where it is told of, else where a text prints it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from kg.store.protocol import Store

LOOKED_AT = 10
"""Passages, and documents, of a name among which one that prints it is looked for."""
_REACH = 300
"""Characters before and behind a name within which its sentence has to end."""
_END = re.compile(r"(?<=[^\W\d_]{2}[.!?])\s|(?<=[.!?][\"”’'])\s|\n")
"""Where a sentence ends; a dot behind one letter is an initial's."""

Quoted = tuple[str, str]
"""A document and the words of it."""


def quotes(
    store: Store,
    names: Mapping[str, str],
    passages: Mapping[str, Iterable[Quoted]],
    documents: Mapping[str, Collection[str]],
    places: Mapping[str, str],
) -> Mapping[str, Quoted]:
    """Return a quote of each thing that has any, by IRI: from passages that tell of it, and documents that name it.

    A passage that has the name in it comes first, then a sentence of a document that prints it, then any passage. The
    documents are asked in the order of their places.
    """

    def placed(document: str) -> tuple[str, str]:
        return places.get(document, ""), document

    found: dict[str, Quoted] = {}
    wanted: dict[str, list[str]] = defaultdict(list)
    for iri, name in names.items():
        listed = list(passages.get(iri, ()))[:LOOKED_AT]
        named = next((one for one in listed if name.casefold() in one[1].casefold()), None)
        if named or listed:
            found[iri] = named or listed[0]
        if named is None:
            for document in sorted(documents.get(iri, ()), key=placed)[:LOOKED_AT]:
                wanted[document].append(iri)
    printed: set[str] = set()
    for document in sorted(wanted, key=placed):
        left = [iri for iri in wanted[document] if iri not in printed]
        text = store.text(document) if left else None
        for iri in left if text else ():
            if sentence := printing(text or "", names[iri]):
                printed.add(iri)
                found[iri] = document, sentence
    return found


def printing(text: str, name: str) -> str | None:
    """Return the first sentence of a text that prints a name, None where none does; case and line ends do not count."""
    words = r"\s+".join(map(re.escape, name.split()))
    place = re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE) if words else None
    if place is None:
        return None
    low, high = max(0, place.start() - _REACH), min(len(text), place.end() + _REACH)
    ends = [end.end() for end in _END.finditer(text, low, place.start())]
    start = ends[-1] if ends else low
    behind = _END.search(text, place.end(), high)
    return text[start : behind.start() if behind else high].strip()
