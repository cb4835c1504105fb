"""Whom a figure is credited to where two speak in one sentence, or one tells of several."""

import pytest

from kg.extract.rows import rows
from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document


def agents(text: str) -> list[list[str]]:
    read = RuleExtractor().extract(Document(source="x", path="x", text=text))
    return [list(row["attributed_to"]) for row in rows(read) if row["kind"] == "figure"]  # type: ignore[call-overload]


CUTS, HIRES = "it would cut 3,000 jobs", "it would cut 750 jobs"


@pytest.mark.parametrize(
    "joined",
    [
        " and",
        ", and",
        ", while",
        ";",
        " while",
        " but",
        " and in November",
        " and last month",
        " and a day later",
        ", and two months later",
        ", while in March",
        " and, earlier this week,",
        "; on Friday",
    ],
)
def test_who_speaks_next_is_told_of_by_nobody_before(joined: str) -> None:
    assert agents(f"Last week Volvo said {CUTS}{joined} Scania said {HIRES}.") == [["Volvo"], ["Scania"]]
    assert agents(f"Nokia announced 900 job cuts{joined} Ericsson announced 400 job cuts.") == [["Nokia"], ["Ericsson"]]
    told = f"Boeing said in May {CUTS}{joined} Airbus told investors {HIRES}."
    assert agents(told) == [["Boeing"], ["Airbus"]]


def test_each_of_a_row_of_speakers_is_told_of_by_nobody() -> None:
    text = f"Ford said {CUTS}, Volkswagen announced 35,000 job cuts in May and Bosch said {HIRES}."
    assert agents(text) == [["Ford"], ["Volkswagen"], ["Bosch"]]
    text = "Google said it would spend $75 billion, Meta said it would spend $65 billion, and SAP said sales rose 9%."
    assert agents(text) == [["Google"], ["Meta"], ["SAP"]]
    assert agents(f"Nokia said it would hire 300 people and the French government said {CUTS}.")[1] == [
        "French government"
    ]
    assert agents(f"Airbus said that, in May, Boeing said {CUTS}.") == [["Airbus", "Boeing"]]


def test_hours_part_as_days_do() -> None:
    text = "Shell said profit fell 28%, hours after BP reported a profit of $1.4 billion."
    assert agents(text) == [["Shell"], ["BP"]]


def test_each_has_an_outlook_of_its_own() -> None:
    text = "Nvidia raised its outlook for sales to $62 billion, and AMD lifted its sales forecast to $8 billion."
    assert agents(text) == [["Nvidia"], ["AMD"]]
    assert agents("Citi raised its forecast for Meta's sales to $60 billion.") == [["Citigroup"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Reuters said Nokia told staff {CUTS}.", [["Reuters", "Nokia"]]),
        (f"Reuters reported that Intel will cut 500 jobs and AMD said {CUTS}.", [["Reuters"], ["Reuters", "AMD"]]),
        (
            f"Bloomberg said Volvo told staff {CUTS} and Scania told staff {HIRES}.",
            [["Bloomberg", "Volvo"], ["Bloomberg", "Scania"]],
        ),
        ("Nokia said sales rose 5% and that profit fell 3%.", [["Nokia"], ["Nokia"]]),
        ("Nokia said sales rose 5% and its profit fell 3%.", [["Nokia"], ["Nokia"]]),
        ("Ford said its sales rose 5% and in November its profit fell 3%.", [["Ford"], ["Ford"]]),
        ("Nokia said sales rose 5% and Ericsson's sales fell 3%.", [["Nokia"], ["Nokia"]]),
        ("Nokia said Ericsson and Cisco said they would invest $2 billion.", [["Nokia", "Ericsson", "Cisco"]]),
        (f"Ford said {CUTS} and that in June GM told suppliers {HIRES}.", [["Ford"], ["Ford", "General Motors"]]),
    ],
)
def test_what_one_tells_of_another_stays_told(text: str, expected: list[list[str]]) -> None:
    assert agents(text) == expected


@pytest.mark.parametrize(
    "when",
    [
        "on the same day that",
        "on the same day",
        "the same day",
        "in the same week that",
        "on the same day as",
        "a day after",
        "just two weeks after",
        "a few weeks after",
    ],
)
def test_who_speaks_at_the_same_time_is_told_of_by_nobody(when: str) -> None:
    text = f"Commerzbank announced a plan to cut 3,900 jobs {when} Deutsche Bank revealed it will shed 3,500 staff."
    assert agents(text) == [["Commerzbank"], ["Deutsche Bank"]]
    text = f"Nissan unveiled a car {when} Honda said it will invest $7 billion in batteries."
    assert agents(text) == [["Honda"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia said profit fell 3% on the same day last year.", [["Nokia"]]),
        (f"Nokia said it would hire 300 people after Ericsson said {CUTS}.", [["Nokia"], ["Nokia", "Ericsson"]]),
        (f"Reuters reported the plan on the same day that Ericsson said {CUTS}.", [["Reuters", "Ericsson"]]),
    ],
)
def test_other_times_part_nothing(text: str, expected: list[list[str]]) -> None:
    assert agents(text) == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("TSB takes deposits. The lender's Spanish owner Sabadell announced a £29m plan.", "Sabadell"),
        ("TSB takes deposits. The lender's Spanish owner, Sabadell, announced a £29m plan.", "Sabadell"),
        ("TSB takes deposits. The lender's owner, Spain's Sabadell, announced a £29m plan.", "Sabadell"),
        ("Arm makes chips. The company's Japanese parent SoftBank said it would invest $30 billion.", "SoftBank"),
        ("Opel builds cars. The carmaker's French owner Stellantis said it would cut 2,300 jobs.", "Stellantis"),
        ("Flipkart sells goods. The company's American parent Walmart said sales rose 5%.", "Walmart"),
        ("Nestle sells food. The company's South Korean rival Lotte said sales rose 5%.", "Lotte Group"),
        ("Nokia sells phones. The company's Chief Executive Pekka Lundmark said sales rose 5%.", "Pekka Lundmark"),
        ("Nokia sells phones. The company's US unit said sales rose 5%.", "Nokia"),
        ("Nokia sells phones. The company's New York office said sales rose 5%.", "Nokia"),
    ],
)
def test_an_owner_described_by_its_country_speaks_itself(text: str, who: str) -> None:
    assert agents(text) == [[who]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gartner counts phones. Meanwhile, according to its own sums, IDC pegs the rise at 4%.", "IDC"),
        ("Omdia counts phones. According to its data, Canalys estimates sales at 62 million units.", "Canalys"),
        ("Kantar counts tills. According to its survey, Nielsen said grocery sales rose 4%.", "Nielsen"),
        (
            "Omdia counts phones. According to its estimates, Rystad Energy expects demand to rise 5%.",
            "Rystad Energy",
        ),
        ("Netflix streams films. According to its filing, Netflix expects revenue of $45 billion.", "Netflix"),
        ("Danone sells food. According to its annual report, Nestle owns 5% of the firm.", "Danone"),
        ("Danone sells food. According to its annual report, the company employs 5,000 people.", "Danone"),
    ],
)
def test_whose_data_they_are_is_told_behind(text: str, who: str) -> None:
    assert agents(text) == [[who]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tesco's sales rose 8.7%, Kantar said, while grocer Ocado came in on top with a 9.6% jump.",
            ["Kantar"],
        ),
        ("Tesco's sales rose 8.7%, Kantar said, while Asda recorded a 3% drop.", ["Kantar"]),
        ("Tesla sold 40,000 cars, the KBA said, while BYD sold 9,000 cars.", ["KBA"]),
        ("Nokia's revenue will rise 4%, Goldman Sachs said, while Ericsson's revenue will fall 2%.", ["Goldman Sachs"]),
        ("Tesla's registrations fell 40%, the SMMT said, while BYD recorded a 9% jump in sales.", ["SMMT"]),
        ("Nvidia's sales rose 3%, Nvidia said, while AMD's sales rose 12%.", []),
        ("Nokia's revenue rose 4%, Reuters reported, while Ericsson's revenue fell 2%.", []),
        ("Apple's shipments fell 3%, Counterpoint said, while Apple shares rose 2%.", []),
    ],
)
def test_who_tells_of_others_goes_on_about_the_next(text: str, expected: list[str]) -> None:
    assert agents(text)[1] == expected


@pytest.mark.parametrize(
    ("held", "who"),
    [
        ("above the $29 billion foreseen by analysts in a LSEG poll", "LSEG"),
        ("above the $29 billion forecast by analysts polled by FactSet", "FactSet"),
        ("versus the $29 billion median of analyst estimates compiled by Bloomberg", "Bloomberg"),
        ("below the $31 billion average estimate of analysts surveyed by Visible Alpha", "Visible Alpha"),
        ("missing the $31 billion predicted by economists in a Bloomberg survey", "Bloomberg"),
        ("against the $29 billion consensus of analysts in a Reuters poll", "Reuters"),
        ("short of the $31 billion consensus estimate compiled by Bloomberg", "Bloomberg"),
        ("against expectations of $31 billion in a Bloomberg poll", "Bloomberg"),
        ("beating the median estimate of $29 billion in a Reuters survey", "Reuters"),
        ("above the $29 billion it forecast in a Bloomberg interview", "Nokia"),
        ("above the $29 billion of a year earlier", "Nokia"),
    ],
)
def test_who_gathered_the_views_that_a_result_is_held_against(held: str, who: str) -> None:
    assert agents(f"Nokia reported sales of $30 billion, {held}.") == [["Nokia"], [who]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The median forecast in a Reuters poll of economists was for 4% inflation.", [["Reuters"]]),
        ("Economists in a Bloomberg survey had expected inflation of 4%.", [["Bloomberg"]]),
        ("Analysts in a Reuters poll had forecast a rise in prices of 4%.", [["Reuters"]]),
        ("Inflation rose to 5%, while economists polled by Reuters had forecast 4%.", [[], ["Reuters"]]),
        ("Sales were $30 billion, while analysts in an LSEG poll had forecast $29 billion.", [[], ["LSEG"]]),
        ("Voters in a Reuters poll were gloomy. Ford sold 4 million cars.", [[]]),
    ],
)
def test_a_poll_gives_what_its_analysts_foresaw_and_no_result(text: str, expected: list[list[str]]) -> None:
    assert agents(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Intel said it would sell a stake to SoftBank, which said it would invest $2 billion.", ["SoftBank"]),
        ("Nokia said it would buy Infinera, which said its revenue rose 5%.", ["Infinera"]),
        ("Amazon announced a plan, followed by UPS, which said it had cut 48,000 jobs.", ["UPS"]),
        ("Reuters reported a sale to SoftBank, which said it would invest $2 billion.", ["Reuters", "SoftBank"]),
    ],
)
def test_who_is_named_and_speaks_aside_speaks_alone(text: str, expected: list[str]) -> None:
    assert agents(text) == [expected]


def test_who_gave_what_a_result_is_held_against_gives_nothing_behind_it() -> None:
    ahead = "Nokia said profit rose 9% to $4 billion, above the $3 billion average estimate compiled by LSEG."
    assert agents(f"{ahead} Revenue rose 35%.") == [["Nokia"], ["Nokia"], ["LSEG"], []]
    ahead = "Nokia's sales were $4 billion, short of the $5 billion in an LSEG poll of analysts."
    assert agents(f"{ahead} Costs slipped to $2 billion.") == [[], ["LSEG"], []]
