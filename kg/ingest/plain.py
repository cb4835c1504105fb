"""Plain text and Markdown: one article, or a page of several."""

from kg.ingest import aggregated
from kg.ingest.decoding import check_lines, text_of
from kg.ingest.header import header
from kg.ingest.outlets import outlet_of_opening, outlet_of_title
from kg.ingest.protocol import Reading, Source
from kg.model import Document


class PlainReader:
    """Reads `.txt` and `.md`. Offsets are those of the file's text, newlines and a byte order mark untouched."""

    name = "text"
    suffixes = (".txt", ".md", ".text", ".markdown")

    def read(self, source: Source) -> Reading:
        """Return one document, or one per article of an aggregated page."""
        text = text_of(source.data)
        check_lines(text)
        found = aggregated.parts(text)
        page = aggregated.page_date(text[found[0][1] : found[0][2]]) if len(found) > 1 else None
        return Reading(tuple(_document(source, text, part, page) for part in found))


def _document(source: Source, text: str, part: tuple[str | None, int, int], page: str | None) -> Document:
    label, start, end = part
    own = text[start:end]
    head = header(own)
    return Document(
        text=own,
        source=source.name,
        path=source.path,
        offset=start,
        part=label,
        url=head.url,
        title=head.title,
        outlet=head.outlet or outlet_of_title(head.title, own[head.body :]) or outlet_of_opening(own[head.body :]),
        byline=head.byline,
        date=head.date,
        page_date=page,
        body=head.body,
    )
