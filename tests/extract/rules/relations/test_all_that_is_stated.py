"""All that a sentence states of two names, and nothing else: where what stands beside could be read as more."""

import pytest

from kg.model import RelationClaim
from tests.extract.rules.relations.test_relations import mentions

SIDE_BY_SIDE = (
    (
        "Nvidia is backing Mistral, and Amazon is investing in Cohere.",
        "Nvidia investsIn Mistral AI; Amazon investsIn Cohere",
    ),
    (
        "SoftBank is funding OpenAI, and Google is backing Anthropic.",
        "SoftBank investsIn OpenAI; Google investsIn Anthropic",
    ),
    ("Bayer bought Monsanto and BASF has acquired Verenium.", "Bayer parentOf Monsanto; BASF parentOf Verenium"),
    ("The year saw Amazon buying Zoox and Intel acquiring Mobileye.", "Amazon parentOf Zoox; Intel parentOf Mobileye"),
    ("Salesforce and Amazon are investing in Anthropic.", "Salesforce investsIn Anthropic; Amazon investsIn Anthropic"),
    (
        "Nvidia is supplying chips to Microsoft, and Google is using chips from Broadcom.",
        "Microsoft buysFrom Nvidia; Google buysFrom Broadcom",
    ),
    ("The treaty lets Tesla and Rivian acquire Panasonic.", "Tesla parentOf Panasonic; Rivian parentOf Panasonic"),
)
TAKING_OUTPUT = (
    ("AMD has booked about 30% of TSMC's advanced packaging capacity for 2026.", "AMD buysFrom TSMC"),
    ("OpenAI has locked up 40% of Samsung's DRAM supply.", "OpenAI buysFrom Samsung; Samsung makes DRAM"),
    ("Around half of TSMC's capacity has been reserved by Nvidia.", "Nvidia buysFrom TSMC"),
    ("Tesla has secured a fifth of Panasonic's battery output.", "Tesla buysFrom Panasonic"),
    ("Amazon has 15% of Rivian's shares.", "Amazon investsIn Rivian"),
    ("Walmart has 12% of Unilever's sales.", ""),
)
HOLDING = (
    ("Microsoft holds an interest in OpenAI.", "Microsoft investsIn OpenAI"),
    ("Naspers sold part of its interest in Tencent.", "Naspers investsIn Tencent"),
    ("Apple expressed an interest in OpenAI.", ""),
    ("Investors have shown interest in Tesla.", ""),
    ("SoftBank has already committed $15 billion to Stargate.", "SoftBank investsIn Stargate"),
    ("The $4 billion Amazon committed to Anthropic has been paid.", "Amazon investsIn Anthropic"),
    ("Meta has committed $10 billion to CoreWeave for cloud services.", ""),
    (
        "Amazon is the largest backer of Anthropic with $8 billion, while Google's stake is about $3 billion.",
        "Amazon investsIn Anthropic; Google investsIn Anthropic",
    ),
    ("Tencent is growing, while Google's stake is about $3 billion.", ""),
    ("The agency sued Alphabet Inc-owned YouTube.", "Alphabet parentOf YouTube"),
    ("Micron is supplying HBM3E to Nvidia.", "Micron makes HBM3E; Nvidia buysFrom Micron"),
    ("Supermicro supplies H100 chips to Tesla.", "Tesla buysFrom Supermicro"),
)
MODES = (
    ("Merck enters talks to buy Seagen.", "planned"),
    ("Seagen was in talks last year to be acquired by Merck.", "planned"),
    ("Broadcom has begun negotiations to take over VMware.", "planned"),
    ("Adobe had offered to buy Figma.", "planned"),
    ("Merck explored a purchase of Seagen.", "planned"),
    ("Pfizer, which held talks with unions last year, acquired Seagen.", "actual"),
    ("Microsoft, which proposed changes to the rules, owns LinkedIn.", "actual"),
)


@pytest.mark.parametrize(("text", "told"), [*SIDE_BY_SIDE, *TAKING_OUTPUT, *HOLDING])
def test_a_sentence_states_these_and_nothing_else(text: str, told: str) -> None:
    stated = {
        f"{claim.subject.name} {claim.predicate} {claim.object.name}"
        for claim in (mention.claim for mention in mentions(text))
        if isinstance(claim, RelationClaim)
    }
    assert stated == set(filter(None, told.split("; ")))


@pytest.mark.parametrize(("text", "mode"), MODES)
def test_what_is_only_talked_about_is_planned(text: str, mode: str) -> None:
    (claim,) = (mention.claim for mention in mentions(text))
    assert isinstance(claim, RelationClaim)
    assert claim.mode == mode
