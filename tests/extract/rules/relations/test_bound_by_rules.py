"""Whom a rule hits, and whose rule it is: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_HIT = ("Nvidia", "restrictedBy", "US export controls")
_LISTED = ("Inspur", "restrictedBy", "Entity List")
_FINED = ("Apple", "restrictedBy", "Digital Markets Act")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Despite US export controls, Nvidia has grown.", _HIT),
        ("Nvidia has built its plant despite US export controls.", _HIT),
        ("US export controls have slowed Nvidia's plans.", _HIT),
        ("US export controls have hurt Nvidia's business.", _HIT),
        ("US export controls are pushing Nvidia out of the Chinese market.", _HIT),
        ("Nvidia faces tighter US export controls.", _HIT),
        ("It is subject to US export controls on chips, which have targeted leaders like Nvidia.", _HIT),
        ("Nvidia has been grappling with US export controls.", _HIT),
        ("Nvidia expects US export controls to cost it $1.5 billion.", _HIT),
        ("Nvidia took a charge of $4.5 billion because of US export controls.", _HIT),
        ("US export controls on chips made by Nvidia have hampered others.", _HIT),
        ("US export controls on chips from suppliers such as Nvidia are tight.", _HIT),
        ("US export controls on Nvidia's chips may widen.", _HIT),
        ("Nvidia's sales in China have been hurt by US export controls.", _HIT),
        ("Nvidia, which is under US export controls, makes chips.", _HIT),
        (
            "US export controls on AI chips such as the H20 are tight.",
            ("Nvidia H20", "restrictedBy", "US export controls"),
        ),
        ("Apple and Meta face fines of up to 6% of sales under the Digital Markets Act.", _FINED),
        ("Inspur's inclusion on the Entity List shook suppliers.", _LISTED),
        ("Inspur's addition to the Entity List shook suppliers.", _LISTED),
        ("The US government added 27 firms, including Inspur, to its Entity List.", _LISTED),
        (
            "The Commerce Department put Inspur on its Entity List.",
            ("Entity List", "issuedBy", "US Commerce Department"),
        ),
        ("Apple and Meta have been accused of failing to comply with the Digital Markets Act.", _FINED),
        ("Apple and Meta are under investigation for possible breaches of the Digital Markets Act.", _FINED),
        ("Apple and Meta must open their systems under the Digital Markets Act.", _FINED),
        ("Under the Digital Markets Act, Apple and Meta must open their systems.", _FINED),
        (
            "It ordered Apple to pay $572 million and Meta $229 million for breaking the Digital Markets Act.",
            _FINED,
        ),
        (
            "The Digital Markets Act, the EU's competition law, took effect.",
            ("Digital Markets Act", "issuedBy", "European Union"),
        ),
    ],
)
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("US export controls have hurt Nvidia's rivals.", _HIT),
        ("US export controls have helped Nvidia.", _HIT),
        (
            "The H20 by Nvidia was drawn up to comply with US export rules.",
            ("Nvidia H20", "restrictedBy", "US export controls"),
        ),
        ("Sales of Nvidia's rivals in China have been hurt by US export controls.", _HIT),
        ("Despite US export controls, demand for the chips of Nvidia is strong.", _HIT),
        ("Analysts at Citigroup said sales of Nvidia could rise despite US export controls.", _HIT),
        ("China began a sale staffed with Nvidia veterans, despite US export controls.", _HIT),
        ("In addition to the Entity List, Inspur named its suppliers.", _LISTED),
        ("Apple welcomed the Digital Markets Act.", _FINED),
        ("Meta was fined for violations of the Digital Markets Act, and Apple grew.", _FINED),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)
