"""A page as its article and the lines beside it: each is read for itself, and what they say is put together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.rules.text.page_lines import page_lines
from kg.extract.rules.text.plain import Plain, apart, plain
from kg.model import Document, Extraction, FigureClaim, Mention, RelationClaim


def parts(document: Document) -> Iterator[tuple[Document, Plain]]:
    """Yield a document and the copy of its article that is read, then each line beside the article, for itself.

    So nothing in the article refers to a line between its paragraphs ("Read more: ..."), and no such line is lost.
    """
    text, body = document.text, document.body
    beside = page_lines(text, body)
    yield document, plain(text, body, beside)
    for line in beside:
        yield replace(document, title=None, body=0), apart(text, line)


def joined(parts: Sequence[Extraction]) -> Extraction:
    """Return the extractions of parts of one document as one: figures first, relations, the rest, each in order.

    Spans count in the whole document already; `part_of`, which counts within its part, is told anew.
    """
    first, *more = parts
    if not more:
        return first
    return Extraction(
        first.document,
        _mentions([one.mentions for one in parts]),
        tuple(sorted((one for part in parts for one in part.responses), key=lambda one: one.quote.start)),
        tuple(sorted((one for part in parts for one in part.warnings), key=lambda one: one.span.start)),
    )


def _mentions(parts: Sequence[tuple[Mention, ...]]) -> tuple[Mention, ...]:
    listed = [(number, index, one) for number, mentions in enumerate(parts) for index, one in enumerate(mentions)]
    listed.sort(key=lambda item: (_rank(item[2]), item[2].figure.start))
    places = {(number, index): place for place, (number, index, _) in enumerate(listed)}
    return tuple(
        one if one.part_of is None else replace(one, part_of=places[number, one.part_of]) for number, _, one in listed
    )


def _rank(mention: Mention) -> int:
    return 0 if isinstance(mention.claim, FigureClaim) else 1 if isinstance(mention.claim, RelationClaim) else 2
