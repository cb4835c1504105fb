"""Codes that name goods of several makers: whose they are is told by the text."""

import pytest

from kg.extract.rules.names.names import names
from kg.extract.rules.text.sentences import sentences


def read(text: str) -> set[tuple[str, str]]:
    return {(name.entity.name, name.span.of(text)) for name in names(text, sentences(text))}


@pytest.mark.parametrize(
    ("text", "name", "printed"),
    [
        ("DeepSeek has put off its R2 model.", "DeepSeek R2", "R2"),
        ("Nvidia sells a weaker L20 in China.", "Nvidia L20", "L20"),
        ("Apple put a faster M4 into the tablet.", "Apple M4", "M4"),
        ("Samsung's foldables, the Galaxy Z Fold 7 and the Galaxy Z Flip 6, sold well.", "Galaxy Z Flip 6", None),
        ("The airline ordered 300 Boeing 737 MAX 10 jets.", "Boeing 737 MAX", "Boeing 737 MAX 10"),
        ("Rivals such as Box and Google Drive grew.", "Google Drive", "Google Drive"),
    ],
)
def test_a_code_beside_its_maker(text: str, name: str, printed: str | None) -> None:
    assert (name, printed or name) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kestrin will build its smaller and cheaper R2 truck in Ohio.",
        "The council wants a wider M4 past the town.",
        "Kestrin showed a longer A14 van.",
    ],
)
def test_a_code_of_somebody_else(text: str) -> None:
    assert {name for name, _ in read(text)} <= {"Kestrin", "R2", "M4", "A14", "Ohio"}
