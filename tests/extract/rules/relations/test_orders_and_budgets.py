"""Who buys from whom, or uses whose capacity, told by budgets, orders and roles: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_BUYS = ("Nokia", "buysFrom", "Nvidia")
_SERVED = ("Nokia", "customerOf", "CoreWeave")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Nokia wants $9 billion of Nvidia chips in 2027", _BUYS),
        ("Nokia eyes 20,000 Nvidia chips", _BUYS),
        ("Nokia plans $14bn Nvidia chip buy for 2026", _BUYS),
        ("Nokia has pencilled in 100 billion yuan for Nvidia hardware.", _BUYS),
        ("Nokia channelled the sum into data centres and penciled in $2 billion for Nvidia chips.", _BUYS),
        ("Nokia has signed up for up to 300,000 of Nvidia's chips.", _BUYS),
        ("Nokia will spend more. Most of it is meant for Nvidia chips.", _BUYS),
        ("Nokia raised its budget. Most of the budget will go towards buying Nvidia chips.", _BUYS),
        ("Nvidia sells the H20. Bosch and Nokia had placed orders for at least $5 billion of the chips.", _BUYS),
        ("Swedish firms including Bosch and Nokia have ordered more than a million chips from Nvidia.", _BUYS),
        ("Nvidia and Bosch stand to win 60 per cent of Nokia's orders.", _BUYS),
        ("Nvidia lands 6GW Nokia order", _BUYS),
        ("Nvidia won a $16.5 billion chip contract from Nokia.", _BUYS),
        ("Nokia signed a deal with Nvidia for 6 gigawatts of chips.", _BUYS),
        ("Nvidia, from which Nokia has agreed to buy a million chips, grew.", _BUYS),
        ("Nvidia raised its outlook. The supplier to Bosch and Nokia expects more.", _BUYS),
        ("Nvidia said profit rose. The Nokia supplier will begin shipments in May.", _BUYS),
        ("Nvidia will supply about 70% of the chips that Nokia needs.", _BUYS),
        ("Ryanair trims forecast again on Boeing delays", ("Ryanair", "buysFrom", "Boeing")),
        ("Nokia supplied 71% of CoreWeave's revenue in the quarter.", _SERVED),
        ("CoreWeave depends on Nokia for most of its revenue.", _SERVED),
        ("CoreWeave won a big order from Nokia.", _SERVED),
        ("Nokia turned to CoreWeave for more computing power.", _SERVED),
        ("CoreWeave will supply Nokia with computing capacity.", _SERVED),
        ("Nokia wants to rent Nvidia's chips.", ("Nokia", "customerOf", "Nvidia")),
        ("Huawei, starved of parts by US export controls, grew.", ("Huawei", "restrictedBy", "US export controls")),
        ("The EU fined Apple 5 million euros under the GDPR.", ("Apple", "restrictedBy", "GDPR")),
        ("Doubao, known abroad as Cici, grew.", ("Cici", "aliasOf", "Doubao")),
        ("Google fell. Regulators found that the Alphabet unit broke the law.", ("Alphabet", "parentOf", "Google")),
    ],
)
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Nokia wants Nvidia to leave.", _BUYS),
        ("Nokia will spend more. Most of it is meant for staff at Nvidia.", _BUYS),
        ("Nvidia grew. Bosch and Nokia had placed orders for at least $5 billion of the cars.", _BUYS),
        ("Nvidia lands big order; Nokia says so", _BUYS),
        ("Nokia cut its outlook after deliveries at Nvidia fell.", _BUYS),
        ("Nokia cedes its crown to Nvidia after deliveries fall.", _BUYS),
        ("Nvidia depends on Nokia for most of its revenue.", ("Nvidia", "buysFrom", "Nokia")),
        ("CoreWeave won a big order from Nokia.", ("Nokia", "buysFrom", "CoreWeave")),
        ("CoreWeave will supply Nokia with computing capacity.", ("Nokia", "buysFrom", "CoreWeave")),
        ("The EU fined Apple 5 million euros, citing rivals, and praised the GDPR.", ("Apple", "restrictedBy", "GDPR")),
        ("SoftBank grew. The Vision Fund unit booked a gain.", ("Vision Fund", "parentOf", "SoftBank")),
        ("Nvidia spends with Bosch, and it has bought chips from Nokia.", ("Bosch", "buysFrom", "Nokia")),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)


@pytest.mark.parametrize(
    ("text", "seller"),
    [
        ("Ryanair will take delivery of eleven Boeing 737 MAX planes.", "Boeing"),
        ("Ryanair took delivery of nine Boeing 737 MAXs.", "Boeing"),
        ("Ryanair ordered 12 Boeing 787-9 jets and has options for 14 more.", "Boeing"),
        ("Ryanair meant to buy 24 Airbus A350-900, 16 A321neo and 12 Boeing 787 jets.", "Airbus"),
        ("Ryanair meant to buy 24 Airbus A350-900, 16 A321neo and 12 Boeing 787 jets.", "Boeing"),
    ],
)
def test_pieces_by_their_name(text: str, seller: str) -> None:
    links = stated(text)
    assert ("Ryanair", "buysFrom", seller) in links
    assert {predicate for subject, predicate, _ in links if subject == "Ryanair"} == {"buysFrom"}


def test_a_seller_among_those_who_announce_orders() -> None:
    links = stated(
        "Plane maker Airbus and engine maker Bosch announced new orders for A380 aircraft and Korvo engines."
    )
    assert not any(predicate == "buysFrom" for _, predicate, _ in links)


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia waits. Most of Nokia's chip orders would go to makers such as Bosch, and the rest to others.",
        "Nvidia waits. Half of Nokia's orders for chips went to Bosch.",
        "Nvidia waits. Nokia's chip orders will go to local makers such as Bosch.",
    ],
)
def test_whose_orders_they_are_buys_and_nobody_else_does(text: str) -> None:
    bought = {(subject, of) for subject, predicate, of in stated(text) if predicate == "buysFrom"}
    assert bought == {("Nokia", "Bosch")}
