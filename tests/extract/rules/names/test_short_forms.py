import pytest

from kg.extract.rules.names.names import names
from kg.extract.rules.text.sentences import sentences


def named(text: str) -> list[tuple[str, str]]:
    return [(name.span.of(text), name.entity.name) for name in names(text, sentences(text))]


@pytest.mark.parametrize("opening", ["The European Commission fined a bank.", "A European Commission ruling was late."])
def test_a_body_is_named_again_by_the_noun_that_heads_its_name(opening: str) -> None:
    assert ("Commission", "European Commission") in named(f"{opening} The fine was small, said the Commission.")


@pytest.mark.parametrize(
    "text",
    [
        "The fine was small, said the Commission. The European Commission fined a bank.",
        "The European Commission and the Federal Trade Commission met. The fine was small, said the Commission.",
        "The European Commission fined a bank. Commission rates were small, it said.",
    ],
)
def test_not_before_its_name_nor_where_two_could_be_meant_nor_without_article(text: str) -> None:
    assert ("Commission", "European Commission") not in named(text)
