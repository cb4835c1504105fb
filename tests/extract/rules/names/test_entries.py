"""Names that are ordinary words too, at the head of entries of a list or table."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    "text",
    [
        "Capex next year\n\n- Amazon: $200 billion\n- Target: $4 billion\n- Meta: $115 billion",
        "Amazon $200 billion\nTarget $4 billion\nMeta $115 billion",
        "Company | Capex\nAmazon | $200 billion\nTarget | $4 billion\nMeta | $115 billion",
        "They spend: Amazon, $200 billion; Target, $4 billion; Meta, $115 billion.",
        "They spend: Amazon ($200 billion), Target ($4 billion), Meta ($115 billion).",
    ],
)
def test_an_entry_beside_a_sure_one_is_a_name(text):
    assert subjects(text) == ["Amazon", "Target", "Meta"]


@pytest.mark.parametrize(
    "text",
    [
        "Plans of Amazon\n\n- Capex: $200 billion\n- Target: $4 billion",
        "Amazon spends $200 billion. Target: $4 billion by next year.",
    ],
)
def test_an_entry_without_a_sure_one_beside_is_a_word(text):
    assert "Target" not in subjects(text)
