"""Feeds of articles, one JSON object a line: good lines are read, bad ones and what is left out are named."""

import json

import pytest

from kg.errors import InputError
from kg.ingest.jsonlines import JsonLinesReader
from kg.ingest.protocol import Source


def feed(*lines: object):
    data = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode()
    return JsonLinesReader().read(Source("f.jsonl", "f", data))


def test_a_feed_reads_its_good_lines_and_names_the_bad_ones():
    reading = feed(
        {"text": "Body.", "title": "T", "date": "2025-01-02", "outlet": "O", "id": "x1"},
        "[1]",
        "{",
        {"title": "no text"},
    )
    (document,) = reading.documents
    assert (document.text, document.part, document.date, document.body) == ("T\n\nBody.", "x1", "2025-01-02", 3)
    assert [line.split(":")[1] for line in reading.problems] == ["2", "3", "4"]


def test_a_feed_without_any_article_is_one_problem():
    with pytest.raises(InputError, match="holds no article"):
        feed({"a": 1}, {"b": 2})


def test_a_lone_surrogate_in_a_feed_is_a_problem():
    reading = feed({"text": "fine"}, '{"text": "half \\ud800"}')
    assert len(reading.documents) == 1
    assert "surrogate" in reading.problems[0]


def test_half_a_character_in_any_field_of_a_feed_is_a_problem_of_its_line():
    reading = feed(
        '{"text": "one", "outlet": "\\uD800"}',
        '{"text": "two", "byline": ["\\udfff"]}',
        '{"text": "three", "\\udfff": 1}',
        '{"text": "four", "title": "\\ud83d\\ude00"}',
    )
    assert [document.title for document in reading.documents] == ["😀"]
    assert [line.split(":")[1] for line in reading.problems] == ["1", "2", "3"]


def test_what_is_left_out_of_a_feed_is_a_note_for_each_kind():
    reading = feed(
        {"text": "Body.", "date": "yesterday", "outlet": ["O"], "url": "ftp://x", "published": "2025-01-02"},
        {"text": "Body.", "date": "soon", "title": None, "byline": "", "id": 7},
        {"text": "Body.", "date": 20250102, "byline": [1, {"name": " Ann  Lee "}, {}, "Bo"]},
        '{"text": "Body.", "id": ' + "9" * 5000 + "}",
    )
    assert [(one.part, one.date, one.outlet, one.url) for one in reading.documents] == [
        ("1", None, None, None),
        ("7", None, None, None),
        ("3", None, None, None),
        ("4", None, None, None),
    ]
    assert [document.byline for document in reading.documents] == [(), (), ("Ann Lee", "Bo"), ()]
    assert reading.problems == ()
    fields = "text, title, outlet, date, byline, url, id"
    assert reading.notes == (
        f'f.jsonl:1: no field of an article ({fields}) is called "published", left out',
        'f.jsonl:3: somebody of the "byline" has no name, left out',
        'f.jsonl:1 and 1 more: the "date" is no full date that can be read in one way, such as 2025-01-31, left out',
        'f.jsonl:3: the "date" is no text, left out',
        'f.jsonl:4: the "id" is no text, left out',
        'f.jsonl:1: the "outlet" is no text, left out',
        'f.jsonl:1: the "url" is no http(s) address, left out',
    )
