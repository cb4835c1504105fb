"""What an act of reporting covers where its source opens, parts or closes a clause, with sentences of our own."""

import pytest
from fixtures.told import acts, agents


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (act.source.of(text) if act.source else "", tuple(part.of(text) for part in act.content)) for act in acts(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No price was given, but according to Kestrin News, the deal values the firm at over $2 billion.",
        "The mill closed in May and, according to Kestrin News, the deal values the firm at over $2 billion.",
    ],
)
def test_a_source_opens_a_clause_that_is_joined_to_another(text: str) -> None:
    assert told(text) == [("Kestrin News", ("the deal values the firm at over $2 billion",))]


def test_a_source_that_closes_a_sentence_covers_what_stands_before_it() -> None:
    text = "Sales fell and costs rose, according to Kestrin News, a trade paper."
    assert told(text) == [("Kestrin News, a trade paper", ("Sales fell and costs rose",))]


@pytest.mark.parametrize("report", ["a Monday (May 5) report from Reuters", "a Friday (9 May) story by Reuters"])
def test_brackets_stand_inside_a_source_that_goes_on(report: str) -> None:
    assert agents(f"Acme will raise $5 million, according to {report}.") == [("Reuters",)]


def test_brackets_that_end_a_source_end_it() -> None:
    text = "Acme (seven sites, according to Reuters) will raise $5 million."
    assert told(text) == [("Reuters", ("seven sites",))]


@pytest.mark.parametrize(
    ("lead", "goes_on"),
    [
        ("Even if sales fall", "it will hire 900 people"),
        ("When Borealis signed", "it had $4 million in debt"),
        ("Although the year was slow", "replacing the line will cost $9 million"),
        ("By 2030", "it will have 900 shops"),
    ],
)
def test_what_only_leads_to_a_clause_is_told_with_it(lead: str, goes_on: str) -> None:
    assert told(f"{lead}, Nokia said, {goes_on}.")[0] == ("Nokia", (lead, goes_on))


@pytest.mark.parametrize(
    "aside", ["after it lost $3 million", "when it opens its mill", "which has 900 shops", "adding a line"]
)
def test_what_is_the_writers_own_behind_a_whole_clause_stays_so(aside: str) -> None:
    assert told(f"Borealis will close a mill, Nokia said, {aside}.")[0] == ("Nokia", ("Borealis will close a mill",))


def test_what_else_is_said_of_who_announced_something_is_not_theirs() -> None:
    text = "Nokia reported a loss of $4 million and is expected to lose $5 million in 2026."
    assert told(text)[0] == ("Nokia", ("a loss of $4 million",))
    text = "Nokia reported that it lost $4 million and is expected to lose $5 million in 2026."
    assert told(text)[0][1] == ("it lost $4 million and is expected to lose $5 million in 2026",)


@pytest.mark.parametrize(
    "text", ["Nokia will put up $3 million, taking a 70% stake.", "Nokia put off a sale, losing 9% of its orders."]
)
def test_nobody_reckons_who_puts_something_up(text: str) -> None:
    assert told(text) == []


def test_who_puts_a_cost_at_an_amount_reckons() -> None:
    assert told("Nokia puts the cost at $9 million.") == [("Nokia", ("the cost at $9 million",))]


def test_forecasts_from_somebody_are_no_verb() -> None:
    assert told("Shares fell 9%, hurt by weak results from Nokia and lower spending forecasts from Bosch.") == []
    assert told("Sales will fall 9%, Nokia forecasts.")[0][0] == "Nokia"


@pytest.mark.parametrize("opening", ["It's understood that", "It's estimated that"])
def test_what_is_said_by_nobody_is_told_without_a_source(opening: str) -> None:
    assert [act.agents for act in acts(f"Nokia closed a mill. {opening} the mill lost $4 million.")] == [()]


def test_times_are_no_part_of_who_speaks() -> None:
    assert told("Sanna Marin, who in 2019 said Nokia had 900 shops, has left.") == [("who", ("Nokia had 900 shops",))]
    assert told("Reuters on Monday said Nokia had 900 shops.") == [("Reuters", ("Nokia had 900 shops",))]


@pytest.mark.parametrize(
    "source",
    ["A poll by IDC released Tuesday", "A survey of firms published last week", "A start-up founded last year"],
)
def test_a_participle_with_its_time_is_no_verb_before_the_verb(source: str) -> None:
    assert told(f"{source} said that 9% of firms cut jobs.") == [(source, ("9% of firms cut jobs",))]


def test_who_released_something_on_a_day_did_so() -> None:
    assert told("Nokia released Friday plans that said little.") == []
