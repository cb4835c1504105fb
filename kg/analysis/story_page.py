"""A story as one page to look at: per question the levels, the trees of who has it from whom, the answers.

A page needs no network and no script; it links to the articles that have an address.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from kg.analysis.contradictions import SEEMING, WRITING
from kg.analysis.drift import Change
from kg.analysis.explain import LineOf, Node, Tree, circular, place, stance_name
from kg.analysis.explanation import origin_name
from kg.analysis.facts import Answer, Facts, Passage
from kg.analysis.levels import drawings
from kg.analysis.sentences import Sentence
from kg.analysis.story import Question, Story
from kg.lexicon import codes

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>
:root {{ color-scheme: light dark; --line: #8886; --faint: #8882; --warn: #c4612a; --bar: #3d8bdf }}
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem }}
body {{ overflow-wrap: anywhere }}
h1 {{ font-size: 1.6rem; line-height: 1.25; margin: 0 }}
h2 {{ font-size: 1.15rem; margin: 0 }}
h3 {{ font-size: 1rem; margin: .8rem 0 .2rem }}
header p, .counts {{ margin: .2rem 0 .6rem; opacity: .85 }}
nav ol {{ column-gap: 2rem; columns: 2 22rem; padding-left: 1.6rem }}
nav li {{ break-inside: avoid }}
nav li::first-letter, h2::first-letter {{ text-transform: uppercase }}
section {{ border-top: 1px solid var(--line); margin-top: 1.5rem; padding-top: 1rem }}
ul {{ list-style: none; margin: 0; padding: 0 }}
ul ul {{ border-left: 2px solid var(--faint); margin-left: .4rem; padding-left: 1rem }}
li {{ margin: .3rem 0 }}
.quote {{ display: block; font-size: .9rem; opacity: .85 }}
.place {{ font-size: .8rem; opacity: .8 }}
.change {{ border: 1px solid var(--warn); border-radius: .3rem; font-size: .8rem }}
.change {{ margin-right: .3rem; padding: 0 .3rem }}
.warning {{ color: var(--warn); font-weight: 600 }}
svg.levels {{ display: block; fill: currentColor; font-size: 12px; max-width: 47.5rem; width: 100% }}
svg.levels .span {{ fill: none; stroke: var(--bar); stroke-width: 4; stroke-opacity: .6 }}
svg.levels circle {{ fill: var(--bar) }}
svg.levels .axis {{ stroke: var(--line) }}
svg.levels .end {{ opacity: .7 }}
@media print {{ details > :not(summary) {{ display: block }} }}
</style></head><body>
{body}</body></html>
"""
_LEGEND = (
    "A bar reaches as far as the wording of a figure and its rounding allow, an arrow is an open side; "
    "the dot is the number as stated, the larger the more articles have it."
)


def page(told: Story, line_of: LineOf) -> str:
    """Return the page of a story; `line_of` gives the line of a passage where its text is there."""
    found = [one for one in told.contradictions if one.kind not in SEEMING]
    seeming = [one for one in told.contradictions if one.kind in SEEMING]
    numbered = list(enumerate(told.questions, 1))
    body = [
        f"<header><h1>{escape(told.name)}</h1><p>{_counts(told, found)}</p></header>\n",
        "<nav><ol>",
        *(f'<li><a href="#q{at}">{_title(one)}</a> ({_articles(one)})</li>' for at, one in numbered),
        f'</ol></nav>\n<p class="place">{_LEGEND}</p>\n',
        *_findings("What contradicts what", found, closed=False),
        *(_section(told.known, at, one, line_of) for at, one in numbered),
        *_findings("What only looks like a contradiction, or was told again later", seeming, closed=True),
    ]
    return _PAGE.format(title=escape(told.name), body="".join(body))


def _counts(told: Story, found: Iterable[Sentence]) -> str:
    listed = told.passages
    days = sorted({one.date for one in listed if one.date})
    counts = (
        _counted(len(listed), "passage with a figure", "passages with figures"),
        _counted(len({one.document for one in listed}), "article"),
        _counted(len({one.outlet for one in listed if one.outlet}), "outlet"),
        _counted(len(told.questions), "question"),
        _counted(len(tuple(found)), "contradiction"),
    )
    when = f"; {days[0]} to {days[-1]}" if len(days) > 1 else "".join(f"; {day}" for day in days)
    return escape(", ".join(counts) + when) + "."


def _section(known: Facts, at: int, question: Question, line_of: LineOf) -> str:
    support = question.support
    origins = "; ".join(origin_name(known, one) for one in support.origins)
    counts = (
        _articles(question),
        _counted(len(support.reports), "report"),
        _counted(len(support.origins), "independent origin") + (f" ({origins})" if origins else ""),
    )
    alone = (
        f'<p class="warning">All of it rests on unnamed people of one report: {escape(question.unnamed)}.</p>\n'
        if question.unnamed is not None
        else ""
    )
    return (
        f'<section id="q{at}"><h2>{_title(question)}</h2><p class="counts">{escape(", ".join(counts))}.</p>\n'
        f"{alone}{''.join(drawings(question.levels))}"
        f"<ul>{''.join(_tree(tree, line_of) for tree in question.trees)}</ul>\n{_answers(question.answers, line_of)}"
        "</section>\n"
    )


def _title(question: Question) -> str:
    """Return a kind of figure in words, without the subject that the page is of."""
    known = question.trees[0].root.passage.claim
    _, measure, scope, period, mode = question.support.kind
    code = measure.rpartition("/")[2]
    concept = next((one for one in codes.scheme("measures").values() if one.iri == measure), None)
    label = concept.label if concept is not None else code
    words = (f"{label}, “{known.measure_text}”" if known.measure_text else label, _local(scope), period, _local(mode))
    return escape(", ".join(word for word in words if word))


def _local(iri: str | None) -> str:
    return (iri or "").rpartition("/")[2].removeprefix("scope-").removeprefix("mode-")


def _tree(tree: Tree, line_of: LineOf) -> str:
    beside = [
        *([f"goes back to {tree.beyond}, whose report is not here"] if tree.beyond is not None else []),
        *([circular(tree.circle)] if tree.circle else []),
    ]
    return _node(tree.root, line_of, [f'<li class="place">{escape(line)}</li>' for line in beside])


def _node(node: Node, line_of: LineOf, beside: Iterable[str] = ()) -> str:
    """Return a passage, below it those that pass it on, which open and close with it."""
    passage = node.passage
    said = " → ".join([passage.publisher, *(step.told for step in passage.chain)])
    changes = "".join(f'<span class="change">{escape(_change(one))}</span>' for one in node.changes)
    head = f"<b>{escape(passage.printed)}</b> {escape(said)}, {escape(passage.date or 'undated')} {changes}"
    below = [*beside, *(_node(relay, line_of) for relay in node.relays)]
    quoted = _quoted(passage, line_of)
    if not below:
        return f"<li>{head}{quoted}</li>\n"
    return f"<li><details open><summary>{head}</summary>{quoted}<ul>{''.join(below)}</ul></details></li>\n"


def _change(one: Change) -> str:
    return f"{one.kind}: {one.before or 'none'} → {one.after or 'none'}"


def _quoted(told: Passage | Answer, line_of: LineOf) -> str:
    where = escape(place(told, line_of))
    url = told.url or ""
    linked = f'<a href="{escape(url)}">{where}</a>' if url.startswith(("http://", "https://")) else where
    return f'<span class="quote">“{escape(told.quote)}” <span class="place">{linked}</span></span>'


def _answers(answers: Iterable[Answer], line_of: LineOf) -> str:
    items = "".join(
        f"<li><b>{escape(one.responder)} {escape(stance_name(one.stance))}</b> "
        f"({escape(one.publisher)}, {escape(one.date or 'undated')}){_quoted(one, line_of)}</li>\n"
        for one in answers
    )
    return f"<h3>Answers</h3><ul>{items}</ul>\n" if items else ""


def _findings(heading: str, found: list[Sentence], *, closed: bool) -> Iterator[str]:
    if not found:
        return
    yield f"<section><details{'' if closed else ' open'}><summary><b>{heading}</b> ({len(found)})</summary>\n"
    for kind, listed in groupby(found, key=lambda one: one.kind):
        items = "".join(f"<li>{escape(one.sentence)}{_passages(one)}</li>\n" for one in listed)
        yield f"<h3>{escape(WRITING.headings[kind])}</h3><ul>{items}</ul>\n"
    yield "</details></section>\n"


def _passages(one: Sentence) -> str:
    return "".join(f'<span class="quote">{escape(passage)}</span>' for passage in one.passages)


def _articles(question: Question) -> str:
    return _counted(len(question.support.articles), "article")


def _counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
