"""Lines of a page beside its article."""

import pytest

from kg.extract.rules.text.page_lines import page_lines

ARTICLE = "Kestrin said on Monday that it will hire 900 people."


def apart(*lines: str) -> list[str]:
    text = "\n\n".join((ARTICLE, *lines))
    return [span.of(text) for span in page_lines(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Also read: Acme to open a plant in Ohio",
        "ALSO READ | Why Acme lost $9 billion in a quarter",
        "Read more: What the new rules mean for you",
        "Related: Orbel sold 20 million phones in 2024",
        "**Related:** Orbel sold 20 million phones in 2024",
        "(See also: Orbel's chips are late)",
        "Recommended – How Acme spends its money",
        "You may also like: Ten cars for the winter",
        "Image: Orbel",
        "Photo: Ann Lee/Bloomberg",
        "Image credits: Ann Lee / Getty Images",
        "The logo of Orbel at a fair in Barcelona, March 3, 2024. REUTERS/Ann Lee/File Photo",
        "Ann Lee, head of Orbel, speaks in Paris (Photo by Jo Poe/Getty Images)",
        "A truck of Acme outside its plant in Ohio | Photo Credit: AP",
        "Facebook Twitter LinkedIn Email",
        "Share | WhatsApp | Telegram",
    ],
)
def test_a_line_beside_the_article(line: str) -> None:
    assert apart(line, ARTICLE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Related costs: the company put them at $9 million.",
        "Related to this, Acme will close a plant.",
        "Read more carefully, the filing says $9 billion.",
        "Recommended: the board told holders to sell, and most of them did.",
        "Image is everything at Orbel, Ms Lee said.",
        "The photo app has 20 million users, Reuters reported.",
        "Orbel told Reuters it will hire 900 people via Bloomberg.",
        "Facebook and Twitter shares fell 3%",
        "Trending: sales of phones, which rose 9%,",
        "Share",
        "Source: Reuters",
        "Acme plans 900 jobs, a source told Bloomberg",
        "Quarterly profit rose 9%, according to Reuters",
    ],
)
def test_a_line_of_the_article(line: str) -> None:
    assert apart(line, ARTICLE) == []


def test_titles_below_a_label() -> None:
    titles = ["Orbel recalls 200,000 cars", "Why did Acme lose $9 billion?", "Five phones for the summer"]
    assert apart("Related stories", *titles, ARTICLE, "A heading") == ["Related stories", *titles]


def test_one_title_below_a_label_for_one() -> None:
    assert apart("Related article", "Orbel recalls cars", "Is that enough?") == [
        "Related article",
        "Orbel recalls cars",
    ]


def test_prose_below_a_label_is_of_the_article() -> None:
    assert apart("Related:", ARTICLE) == ["Related:"]
    assert apart("Read more", "“It is a start,” Ms Lee said.") == ["Read more"]


def test_what_an_article_opens_with_is_of_it() -> None:
    assert page_lines(f"Also read: Acme to open a plant\n\n{ARTICLE}") == ()
    text = f"Outlet: Example\n\nRelated: Orbel sold phones\n\n{ARTICLE}"
    assert page_lines(text, text.index("Related")) == ()
