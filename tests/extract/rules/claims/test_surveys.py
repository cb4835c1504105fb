import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    "text",
    [
        "Tesla makes cars. A poll found that about 70% of Americans would not buy an electric one.",
        "Microsoft sells assistants. Some 80% of organizations use AI, the survey showed.",
        "Microsoft sells assistants. More than half of respondents trust them, compared with 30% of executives.",
    ],
)
def test_a_share_of_a_public_is_no_companys(text):
    assert set(subjects(text)) == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Microsoft sells assistants. It reaches 80% of companies with them.", ["Microsoft"]),
        ("Microsoft said it had laid off 4% of managers in its sales team.", ["Microsoft"]),
        ("About 60% of Tencent's orders would go to local makers.", ["Tencent"]),
    ],
)
def test_a_share_that_somebody_reaches_is_its_own(text, expected):
    assert subjects(text) == expected
