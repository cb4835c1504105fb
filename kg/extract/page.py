"""Articles as one page to look at: what was read stands marked in the text, beside it a card per row.

A page needs no network and no script. Under the pointer, or where its number led, a card lights up what it rests on.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from kg.extract.rows import Row
from kg.model import Document

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>
:root {{ color-scheme: light dark; --line: #8885 }}
:root {{ --figure: #e8b00055; --answer: #d0454555; --link: #3d8bdf77; --said: #48a86444 }}
body {{ font: 16px/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 84rem; padding: 1rem }}
h1 {{ font-size: 1.4rem; line-height: 1.25; margin: 0; overflow-wrap: anywhere }}
header p {{ margin: .2rem 0 1rem; opacity: .8 }}
article {{ border-bottom: 1px solid var(--line); margin-bottom: 2rem; padding-bottom: 1rem }}
.both {{ display: grid; gap: 2rem; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) }}
.text {{ overflow-wrap: anywhere; white-space: pre-wrap }}
.cards {{ list-style: none; margin: 0; max-height: 95vh; overflow-y: auto; padding: 0; position: sticky; top: 1rem }}
.cards > li {{ border: 1px solid var(--line); border-radius: .4rem; margin-bottom: .5rem; padding: .4rem .7rem }}
.cards > li {{ font-size: .88rem }}
.cards > li:hover, .cards > li:target {{ border-color: currentColor }}
dl {{ display: grid; gap: 0 .8rem; grid-template-columns: max-content 1fr; margin: .2rem 0 }}
dt {{ opacity: .7 }}
dd {{ margin: 0; overflow-wrap: anywhere }}
table {{ border-collapse: collapse }}
th, td {{ padding: 0 .8rem 0 0; text-align: left; vertical-align: top }}
mark {{ background: none; border-radius: .15rem; color: inherit }}
.relation {{ text-decoration: underline 2px var(--link) }}
.content {{ background: var(--said) }}
.source, .cue {{ background: var(--link) }}
.response {{ background: var(--answer) }}
.figure, .quantity {{ background: var(--figure) }}
sup a {{ padding: 0 .1rem; text-decoration: none }}
@media (max-width: 50rem) {{ .both {{ grid-template-columns: 1fr }} .cards {{ max-height: none; position: static }} }}
{lit}</style></head><body>
{articles}</body></html>
"""
_LIT = ":root:has(#{row}:hover, #{row}:target) .{row} {{ outline: 2px solid currentColor }}\n"

_ASKED = {"figure": ("subject", "measure", "period")}
"""What a row of a kind is asked for first: where the text leaves it open, the card says so."""
_HEADS = {
    "response": ("agent", "stance"),
    "relation": ("subject", "predicate", "object"),
    "attribution": ("source_span", "how"),
}
"""What a card without words of its own is headed by."""
_ELSEWHERE = frozenset(
    (
        "kind",
        "source",
        "document",
        "start",
        "end",
        "text",
        "because",
        "quote_start",
        "quote_end",
        "deadline",
        "high",
        "unit",
    )
)
"""What a card shows otherwise or not at all."""
_LABELS = {
    "attributed_to": "attributed to",
    "origin": "unnamed source",
    "measure_text": "measure's words",
    "compared_with": "compared with",
    "reported_via": "reported by",
    "source_span": "source",
}


def page(articles: Iterable[tuple[Document, Sequence[Row]]]) -> str:
    """Return a page of articles with the rows of each, as `kg.extract.rows` makes them; rows with `because` say why."""
    bodies: list[str] = []
    names: list[str] = []
    total = 0
    for document, rows in articles:
        numbered = {f"r{number}": row for number, row in enumerate(rows, total + 1)}
        total += len(rows)
        bodies.append(_article(document, numbered))
        names.append(document.title or document.source)
    title = names[0] if len(names) == 1 else f"{len(names)} articles"
    lit = "".join(_LIT.format(row=f"r{number}") for number in range(1, total + 1))
    return _PAGE.format(title=escape(title), lit=lit, articles="".join(bodies))


def _article(document: Document, rows: Mapping[str, Row]) -> str:
    head = [part for part in (document.outlet, document.date, document.source) if part]
    cards = "".join(_card(name, row) for name, row in rows.items()) or "<li>Nothing was read.</li>"
    title = escape(document.title or document.source)
    return (
        f"<article><header><h1>{title}</h1><p>{escape(' · '.join(head))}</p></header>\n"
        f'<div class="both"><div class="text">{_marked(document, rows)}</div>\n'
        f'<ol class="cards">\n{cards}</ol></div></article>\n'
    )


def _marked(document: Document, rows: Mapping[str, Row]) -> str:
    """Return the text, in which what rows stand on is marked and followed by the number of its card."""
    opened: dict[int, list[str]] = defaultdict(list)
    closed: dict[int, list[str]] = defaultdict(list)
    numbers: dict[int, list[str]] = defaultdict(list)
    for name, row in rows.items():
        for start, end, colour in _stretches(row):
            opened[start - document.offset] += [*colour, name]
            closed[end - document.offset] += [*colour, name]
        numbers[row["end"] - document.offset].append(name)
    covering: Counter[str] = Counter()
    parts = []
    for start, end in pairwise(sorted({0, len(document.text), *opened, *closed})):
        covering.update(opened[start])
        parts += [_segment(document.text[start:end], sorted(+covering)), _numbers(numbers[end])]
        covering.subtract(closed[end])
    return "".join(parts)


def _stretches(row: Row) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield where a row stands with the classes that colour it, then the words it rests on, which have none."""
    if row["kind"] == "attribution":
        roles = (("source", row["source_span"]), ("cue", row["cue"]), *(("content", part) for part in row["content"]))
        yield from ((part["start"], part["end"], (role,)) for role, part in roles if part)
    else:
        yield row["start"], row["end"], (row["kind"],)
    yield from ((one["start"], one["end"], ()) for one in row.get("because", ()) if "start" in one)


def _segment(text: str, classes: Sequence[str]) -> str:
    return f'<mark class="{" ".join(classes)}">{escape(text)}</mark>' if classes and text else escape(text)


def _numbers(names: Iterable[str]) -> str:
    return "".join(f'<sup><a id="at-{name}" href="#{name}">{name[1:]}</a></sup>' for name in names)


def _card(name: str, row: Row) -> str:
    headed, asked = _HEADS.get(row["kind"], ()), _ASKED.get(row["kind"], ())
    head = " ".join(_wording(key, row) or "nobody named" for key in headed) or row["text"]
    told = {key: _wording(key, row) or "not told" for key in asked}
    others = {key: _wording(key, row) for key in row if key not in {*headed, *asked, *_ELSEWHERE}}
    if row["kind"] == "figure" and not (row["attributed_to"] or row["origin"]):
        others["attributed_to"] = "nobody: the article's own words"
    fields = "".join(
        f"<dt>{_LABELS.get(key, key)}</dt><dd>{escape(value)}</dd>"
        for key, value in {**told, **others}.items()
        if value
    )
    link = f'<a href="#at-{name}">{name[1:]}</a>'
    return f'<li id="{name}">{link} <b>{escape(head)}</b><dl>{fields}</dl>{_because(row)}</li>\n'


def _wording(key: str, row: Row) -> str:
    """Return a field's value for people; nothing for what is empty or does not hold."""
    value = row.get(key)
    if key == "value":
        return _amount(row)
    if key == "period" and value:
        return f"by {value}" if row.get("deadline") else str(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return "; ".join(_words(one) for one in (value if isinstance(value, list) else [value]) if one)


def _words(value: object) -> str:
    if isinstance(value, dict):
        return value["text"] if "text" in value else _amount(value)
    return str(value)


def _amount(row: Row) -> str:
    ends = [f"{row[key]:,}" for key in ("value", "high") if row.get(key) is not None]
    return f"{' to '.join(ends)} {row['unit']}"


def _because(row: Row) -> str:
    reasons = "".join(
        f"<tr><td>{escape(one['field'])}</td><td>{escape(one['rule'])}</td><td>{escape(one.get('text', ''))}</td>"
        f"<td>{_often(one)}</td></tr>"
        for one in row.get("because", ())
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in ("field", "rule", "words", "right"))
    return f"<details><summary>why</summary><table><tr>{head}</tr>{reasons}</table></details>" if reasons else ""


def _often(reason: Row) -> str:
    return f"{reason['right']} of {reason['read']}" if "read" in reason else ""
