import pytest

from kg.extract.rules.names.names import names
from kg.extract.rules.text.sentences import sentences


def named(text: str) -> dict[str, str]:
    return {name.span.of(text): name.entity.name for name in names(text, sentences(text))}


def kinds(text: str) -> dict[str, str]:
    return {name.entity.name: name.entity.kind for name in names(text, sentences(text))}


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("The Ferrous Steel Authority (FSA) met. A fine was laid on it, FSA said.", "FSA", "Ferrous Steel Authority"),
        ("Orlane Kestrin Bank (OKB) raised its dividend. OKB shares rose.", "OKB", "Orlane Kestrin Bank"),
    ],
)
def test_what_stands_in_brackets_behind_a_name_is_that_name_whoever_else_is_called_so(text, short, full):
    assert named(text)[short] == full


def test_brackets_behind_a_name_that_does_not_have_these_letters_define_nothing():
    text = "The Ferrous Steel Authority (OKB) met, and OKB plans to sell. Shares of OKB rose."
    assert named(text)["OKB"] == "OKB"


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Marlow & Quill said it sold 40 shops. M&Q will open 20.", "M&Q", "Marlow & Quill"),
        ("Gaskin Rolling Motors will cut 400 jobs. Shares of GRM fell.", "GRM", "Gaskin Rolling Motors"),
    ],
)
def test_initials_are_the_one_name_that_has_them(text, short, full):
    assert named(text)[short] == full


def test_initials_that_two_names_have_are_neither():
    text = "Marlow & Tate and Moss & Thorne are rivals, Moss & Thorne said. Shares in M&T rose, and M&T plans to sell."
    assert named(text).get("M&T") not in ("Marlow & Tate", "Moss & Thorne")


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Kestrin Breweries plans a drink. Kestrin said it sold 40 pubs.", "Kestrin", "Kestrin Breweries"),
        (
            "National Bank of Ardania raised its dividend. National Bank said so.",
            "National Bank",
            "National Bank of Ardania",
        ),
        ("Asahi Breweries expects to grow. Asahi said it sold 40 pubs.", "Asahi", "Asahi Breweries"),
    ],
)
def test_a_name_is_cut_short_once_it_was_given(text, short, full):
    assert named(text)[short] == full


@pytest.mark.parametrize(
    ("text", "short", "own"),
    [
        ("Shares of Kestrin rose. Kestrin Breweries plans a drink.", "Kestrin", "Kestrin"),
        ("Kestrin Foundation plans a prize. Shares of Kestrin rose.", "Kestrin", "Kestrin"),
        ("Samsung Display cut 400 jobs. Samsung said it would sell phones.", "Samsung", "Samsung"),
    ],
)
def test_what_was_named_before_or_owns_the_other_is_itself(text, short, own):
    assert named(text)[short].startswith(own)
    assert named(text)[short] not in ("Kestrin Breweries", "Kestrin Foundation", "Samsung Display")


def test_a_cut_of_several_words_goes_before_a_name_that_is_hardly_printed():
    text = "Orlane & Moss Industries grew. Orlane & Moss sold 4 pits. Orlane & Moss said so. Orlane & Moss hired."
    assert set(named(text).values()) == {"Orlane & Moss"}


def test_what_one_name_shows_to_be_a_company_is_one_under_the_other():
    text = "The Kestrin Ferry Exchange (KFE) met. KFE will buy Orlane, and shares in KFE rose."
    assert kinds(text)["Kestrin Ferry Exchange"] == "Company"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dorsey's said sales fell 3%. Shares of Dorsey's rose 9%.", "Dorsey's"),
        ("Kolman’s cut its forecast, and rival Kolman’s sales fell 3%.", "Kolman's"),
    ],
)
def test_an_s_is_part_of_a_name_that_never_stands_without_it_and_owns_nothing_somewhere(text, name):
    assert set(named(text).values()) == {name}


@pytest.mark.parametrize(
    "text",
    ["Marlow said Marlow's sales fell 3%.", "Shares of Marlow's owner fell. Customers of Marlow's bank left."],
)
def test_an_s_is_no_part_of_a_name_that_stands_alone_or_always_owns_something(text):
    assert set(named(text).values()) <= {"Marlow"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("National Bank of Canada cut staff.", "National Bank of Canada"),
        (
            "A study by the University of Freiburg said so, and University of Freiburg staff agreed.",
            "University of Freiburg",
        ),
    ],
)
def test_a_place_ends_the_name_of_a_body(text, name):
    assert name in named(text).values()


def test_a_place_behind_another_noun_stays_a_place():
    assert named("The owner of Canada Ferries sold it. Prices of China goods rose.").get("China") == "China"


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Ferrous and Coal Bank (FCB) grew. The profit of FCB rose 9%.", "FCB", "Ferrous and Coal Bank"),
        ("Fern and Moss Bank of Ardania (FMBA) grew. FMBA said so.", "FMBA", "Fern and Moss Bank of Ardania"),
    ],
)
def test_the_letters_in_brackets_tell_where_a_name_with_and_begins(text, short, full):
    assert named(text)[short] == full


def test_letters_in_brackets_that_the_words_before_do_not_have_take_none_of_them_in():
    assert "Ferrous and Coal Bank" not in named("Ferrous and Coal Bank (CB) grew. CB said so.").values()
