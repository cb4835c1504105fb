"""The page of articles: the text as it is, what was read marked in it, a card per row."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from kg import pipeline
from kg.cli.extract import command
from kg.extract.page import page
from kg.extract.rows import rows
from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document

ARTICLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
VOID = {"meta", "br"}


class Read(HTMLParser):
    """What a reader sees: the texts of articles without the numbers of cards, the cards, ids and links."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.cards: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(markup)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += [given["id"]] if given.get("id") else []
        self.links += [given["href"]] if given.get("href") else []
        if tag in VOID:
            return
        self.open.append((tag, given.get("class") or ""))
        self.texts += [""] if tag == "div" and given.get("class") == "text" else []
        self.cards += [""] if tag == "li" else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(tag == "sup" for tag, _ in self.open):
            return
        if ("div", "text") in self.open:
            self.texts[-1] += data
        if any(tag == "li" for tag, _ in self.open):
            self.cards[-1] += data


def shown(document: Document) -> Read:
    return Read(page([(document, rows(RuleExtractor().extract(document), explain=True))]))


def test_the_text_stands_there_word_for_word_and_each_row_has_a_card() -> None:
    text = "Acme & Sons will spend $12 billion on AI chips in 2025, two people told Reuters. Acme denied it."
    document = Document(text, "a", "a.txt", date="2025-01-21")
    read = shown(document)
    found = rows(RuleExtractor().extract(document))
    assert read.texts == [text]
    assert len(read.cards) == len(found)
    figure = next(card for card in read.cards if "$12 billion" in card)
    for words in ("12,000,000,000 USD", "2025", "planned", "two people", "Reuters", "field", "measure"):
        assert words in figure


def test_numbers_lead_to_cards_and_back() -> None:
    read = Read(pipeline.page_of(pipeline.corpus([str(ARTICLES)]).documents))
    assert len(set(read.ids)) == len(read.ids)
    assert {link.removeprefix("#") for link in read.links} == set(read.ids)
    assert sum(one.startswith("r") for one in read.ids) == len(
        list(pipeline.rows_of(pipeline.corpus([str(ARTICLES)]).documents))
    )


def test_each_article_of_a_page_of_several_shows_its_own_text() -> None:
    documents = pipeline.corpus([str(ARTICLES)]).documents
    assert any(document.offset for document in documents)
    assert Read(pipeline.page_of(documents)).texts == [document.text for document in documents]


def test_what_the_text_leaves_open_is_said_to_be_open() -> None:
    card = next(card for card in shown(Document("It paid $5 million.", "a", "a.txt")).cards if "$5 million" in card)
    assert "subjectnot told" in card
    assert "nobody: the article's own words" in card


def test_an_article_without_anything_to_read_says_so() -> None:
    assert shown(Document("Nothing happened.", "a", "a.txt")).cards == ["Nothing was read."]


def test_markup_in_a_text_its_title_and_names_stays_text() -> None:
    text = "<script>alert(1)</script> Acme <b>Sons</b> said it would pay $5 million. </div></article>"
    read = shown(Document(text, "<i>a</i>", "a.txt", title='"><script>', outlet="<b>O</b>"))
    assert read.texts == [text]
    assert not {"script", "i"} & read.tags


def test_acts_of_reporting_and_quantities_are_marked_too() -> None:
    document = Document("Acme said flight 93 would carry 12 tons, Reuters reported.", "a", "a.txt")
    read = Read(pipeline.page_of([document], kinds=("attribution", "quantity")))
    assert read.texts == [document.text]
    assert any("Acme speech" in card for card in read.cards)
    assert any("12 tons" in card for card in read.cards)


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80), st.sampled_from(["", "&lt;", "<p>", "\n\n"])
)
def test_any_text_stands_there_word_for_word(text: str, mark: str) -> None:
    whole = f"Acme paid $5bn{mark}{text} to Cirrus, Reuters said."
    assert shown(Document(whole, "a", "a.txt")).texts == [whole]


@pytest.mark.parametrize("more", [(), ("--attributions",), ("--kind", "figure"), ("--jobs", "2")])
def test_the_command_prints_one_page(more: tuple[str, ...]) -> None:
    articles = [str(ARTICLES / "01-ft-original.txt"), str(ARTICLES / "04-relay-rounds.txt")]
    done = CliRunner().invoke(command, [*articles, "--format", "html", *more], catch_exceptions=False)
    assert done.exit_code == 0
    assert done.output.startswith("<!doctype html>")
    assert len(Read(done.output).texts) == 2
