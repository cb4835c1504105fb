import pytest

from kg.extract.rules.names import capitalised
from kg.lexicon.names import registry
from kg.lexicon.wordlists import words


@pytest.mark.parametrize("dot", ["", "."])
@pytest.mark.parametrize("honorific", sorted(words("titles", "honorific")))
def test_every_honorific_is_found_before_a_name(honorific, dot):
    [found] = capitalised.stretches(f"they met {honorific}{dot} Quillon at noon", (), registry())
    assert (found.text, found.title) == ("Quillon", honorific)


def test_idle_words_are_no_names_alone_but_may_stand_in_one():
    idle = sorted(capitalised._idle_alone(registry()))
    assert idle
    assert capitalised.stretches("\n".join(f"on {word}, they" for word in idle), (), registry()) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("and Kestrin CEO Ann Lee left", [("Kestrin", ""), ("Ann Lee", "CEO")]),
        ("and Kestrin Vale Chief Financial Officer Ann Lee left", [("Kestrin Vale", ""), ("Ann Lee", "Officer")]),
        ("and Chief Executive Ann Lee left", [("Ann Lee", "Executive")]),
        ("and former Vice President Ann Lee left", [("Ann Lee", "President")]),
        ("and Kestrin Chairman left", [("Kestrin", "")]),
        ("and Kestrin Director Street Works left", [("Kestrin", ""), ("Street Works", "Director")]),
        ("and Kestrin Executive Lounges left", [("Kestrin Executive Lounges", "")]),
    ],
)
def test_an_office_parts_a_company_and_its_officer(text, found):
    assert [(one.text, one.title) for one in capitalised.stretches(text, (), registry())] == found
