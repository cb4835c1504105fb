"""Quotations and who speaks them."""

from fixtures.told import acts, read


def test_a_quotation_around_its_speaker_is_one_content() -> None:
    text = "“We grow,” Rivera said. “We hire, too.”"
    assert read(text) == [("said", "Rivera", ("“We grow,”", "“We hire, too.”"))]


def test_a_speaker_between_two_quotations_says_both() -> None:
    text = "“We grow,” Rivera said, “and we hire.”"
    assert read(text) == [("said", "Rivera", ("“We grow,”", "“and we hire.”"))]


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = "Rivera said: “We start here and go on.\n\n“We end here.”"
    assert read(text)[0][2] == ("“We start here and go on.", "“We end here.”")


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = '"We are growing," said Ana Rivera.\n\n"We sold 40 cars.\n\n"We will sell 60."'
    assert [len(act.content) for act in acts(text)] == [3]
    other = '"We are growing," said Ana Rivera.\n\nThe "big plan" is late.\n\n"We sold 40 cars."'
    assert [len(act.content) for act in acts(other)] == [1]
