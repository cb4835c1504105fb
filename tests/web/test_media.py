"""What a client wants of what is on offer."""

import pytest

from kg.web import media

OFFERED = (media.TURTLE, media.JSONLD, media.HTML)


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, media.TURTLE),
        ("", media.TURTLE),
        ("*/*", media.TURTLE),
        ("text/html", media.HTML),
        ("text/*", media.TURTLE),
        ("text/*;q=0.5, application/ld+json", media.JSONLD),
        ("text/turtle;q=0, */*", media.JSONLD),
        ("TEXT/HTML ; q=0.9, text/turtle;q=0.8", media.HTML),
        ("application/json", media.JSONLD),
        ("image/png", None),
        ("image/png;q=1, */*;q=0.1", media.TURTLE),
        ("text/html;q=abc", media.HTML),
        (",,;", None),
    ],
)
def test_the_best_of_what_is_wanted(accept, expected):
    assert media.chosen(OFFERED, accept) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [("turtle", media.TURTLE), ("json", media.JSONLD), ("text/html", media.HTML), ("csv", None), ("x", None)],
)
def test_the_parameter_outranks_the_header(form, expected):
    assert media.chosen(OFFERED, "text/html", form) == expected
