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
ON_LISTS = (
    (
        "Google has been added to OpenAI's roster of cloud providers, alongside Microsoft and Oracle.",
        "OpenAI customerOf Google; OpenAI customerOf Microsoft; OpenAI customerOf Oracle",
    ),
    ("Apple has added BYD to its list of battery suppliers.", "Apple buysFrom BYD"),
    ("The US added Huawei to its list of security risks.", ""),
)
INVESTED = (
    ("Nvidia pledged to invest $100 billion to support OpenAI.", "Nvidia investsIn OpenAI"),
    ("Toyota invested $1 billion to help suppliers.", ""),
    ("Micron unveiled an investment plan at a ceremony in Taipei.", ""),
    ("Intel announced an investment in Ohio.", "Intel investsIn Ohio"),
    ("Foxconn will build a plant at a site in Texas.", "Foxconn investsIn Texas"),
    (
        "Uber will buy 8% of Lucid and commit a similar investment in Nuro.",
        "Uber investsIn Lucid Motors; Uber investsIn Nuro",
    ),
    ("Amazon committed to a $5 billion investment to expand Japan's AI capacity.", "Amazon investsIn Japan"),
    ("Tesla set its sights on India with a plan to sell cheaper cars.", ""),
    ("ByteDance has set its sights on Chile with a hefty investment plan.", "ByteDance investsIn Chile"),
    ("Google shared its plan to develop a data center in Malaysia.", "Google investsIn Malaysia"),
    ("ByteDance is eyeing a $37 billion Brazilian data center complex.", "ByteDance investsIn Brazil"),
    ("Intel delayed its Ohio plant.", "Intel investsIn Ohio"),
    ("Nvidia unveiled a Chinese data center chip.", ""),
)
OWNED = (
    (
        "Meta acquired Instagram for $1 billion in 2012 and WhatsApp for $19 billion in 2014.",
        "Meta parentOf Instagram; Meta parentOf WhatsApp",
    ),
    ("Microsoft bought LinkedIn for $26 billion and Nokia sold its maps unit.", "Microsoft parentOf LinkedIn"),
    (
        "Volkswagen's sales, including from units Audi and Porsche, fell.",
        "Volkswagen parentOf Audi; Volkswagen parentOf Porsche",
    ),
    (
        "Toyota cut its forecast. Sales, including those from subsidiaries Daihatsu and Hino, fell.",
        "Toyota parentOf Daihatsu; Toyota parentOf Hino Motors",
    ),
    ("Zeekr, a Geely controlled company, is hiring.", "Geely parentOf Zeekr"),
    ("Dell is to provide the servers for Elon Musk's xAI supercomputer.", "xAI buysFrom Dell"),
)
IN_TRADE = (
    ("Micron has grown fast as a key supplier of memory chips to Nvidia.", "Nvidia buysFrom Micron"),
    ("CATL leads the market as the biggest supplier of cells to Tesla.", "Tesla buysFrom CATL"),
    ("Tesla hired the group as a supplier of cells.", ""),
    ("Nvidia uses the chips as an alternative to those of others.", ""),
)
IN_TURN = (
    (
        "SoftBank holds an interest in OpenAI through its stake in Kestrin Holdings, which put $8m into the firm.",
        "SoftBank investsIn OpenAI; SoftBank investsIn Kestrin Holdings; Kestrin Holdings investsIn OpenAI",
    ),
    ("SK Hynix started mass production of fifth-generation HBM memory, called HBM3E.", "SK Hynix makes HBM3E"),
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


@pytest.mark.parametrize(
    ("text", "told"), [*SIDE_BY_SIDE, *TAKING_OUTPUT, *HOLDING, *ON_LISTS, *INVESTED, *OWNED, *IN_TRADE, *IN_TURN]
)
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
