import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.names.names import names
from kg.extract.rules.references.references import references
from kg.extract.rules.relations.relations import relations
from kg.extract.rules.text.sentences import sentences
from kg.model import Document, Mention, RelationClaim


def mentions(text: str) -> tuple[Mention, ...]:
    cut = sentences(text)
    resolved = references(text, cut, names(text, cut), Document(text, "own", "own.txt"))
    return relations(text, cut, resolved)


def links(text: str) -> set[tuple[str, str, str]]:
    claims = [mention.claim for mention in mentions(text)]
    return {(c.subject.name, c.predicate, c.object.name) for c in claims if isinstance(c, RelationClaim)}


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Nvidia’s H20 is in demand.", ("Nvidia", "makes", "Nvidia H20")),
        ("OpenAI launched ChatGPT in 2022.", ("OpenAI", "makes", "ChatGPT")),
        ("Baidu spends more. Its apps include the chatbot Ernie Bot.", ("Baidu", "makes", "Ernie Bot")),
        ("The chipmakers Cambricon and Huawei gained.", ("Huawei", "makes", "chips")),
        ("Networking gear maker Huawei gained.", ("Huawei", "makes", "networking gear")),
        ("TikTok owner ByteDance hired staff.", ("ByteDance", "parentOf", "TikTok")),
        ("YouTube's parent company Google hired staff.", ("Google", "parentOf", "YouTube")),
        ("Google, a unit of Alphabet, hired staff.", ("Alphabet", "parentOf", "Google")),
        ("TikTok's parent company hired staff.", ("ByteDance", "parentOf", "TikTok")),
        ("Tencent bought 50,000 Nvidia chips last year.", ("Tencent", "buysFrom", "Nvidia")),
        ("Some 9,000 Nvidia chips were ordered by Alibaba.", ("Alibaba", "buysFrom", "Nvidia")),
        ("Alibaba's orders will go to suppliers such as Cambricon.", ("Alibaba", "buysFrom", "Cambricon")),
        ("Tencent is among Nvidia's largest customers.", ("Tencent", "customerOf", "Nvidia")),
        ("OpenAI is a client of Oracle.", ("OpenAI", "customerOf", "Oracle")),
        ("Baidu leads rivals such as Tencent and Alibaba.", ("Baidu", "competesWith", "Alibaba")),
        ("AMD competes with Nvidia in servers.", ("AMD", "competesWith", "Nvidia")),
        ("Microsoft-backed OpenAI raised prices.", ("Microsoft", "investsIn", "OpenAI")),
        ("Tencent has built a data centre in Thailand.", ("Tencent", "investsIn", "Thailand")),
        ("Abroad, Doubao is called Cici.", ("Cici", "aliasOf", "Doubao")),
        ("Nvidia's H20 was designed for the Chinese market.", ("Nvidia H20", "designedFor", "China")),
        ("The Chinese chipmaker Cambricon gained.", ("Cambricon", "locatedIn", "China")),
        ("Taiwanese suppliers like TSMC gained.", ("TSMC", "locatedIn", "Taiwan")),
        ("ASML, the Dutch company, gained.", ("ASML", "locatedIn", "Netherlands")),
        ("Samsung supplies memory chips to AMD.", ("AMD", "buysFrom", "Samsung")),
        ("Google will invest more in Anthropic.", ("Google", "investsIn", "Anthropic")),
        ("SoftBank took a stake in Intel.", ("SoftBank", "investsIn", "Intel")),
        ("Zhang Yiming, founder of ByteDance, spoke.", ("Zhang Yiming", "founderOf", "ByteDance")),
        ("Nvidia can only sell what US export controls allow.", ("Nvidia", "restrictedBy", "US export controls")),
        ("Doubao, ByteDance's chatbot, is free.", ("ByteDance", "makes", "Doubao")),
        ("ByteDance, the company behind the chatbot Doubao, hired staff.", ("ByteDance", "makes", "Doubao")),
        ("OpenAI, whose ChatGPT is free, hired staff.", ("OpenAI", "makes", "ChatGPT")),
        ("ChatGPT developer OpenAI hired staff.", ("OpenAI", "makes", "ChatGPT")),
        ("Nvidia sells slower chips, such as the H20.", ("Nvidia", "makes", "Nvidia H20")),
        ("Doubao goes by the name Cici elsewhere.", ("Cici", "aliasOf", "Doubao")),
        ("Doubao, which people abroad know as Cici, is free.", ("Cici", "aliasOf", "Doubao")),
        ("Nvidia designed the A800 and the H800 for China.", ("Nvidia A800", "designedFor", "China")),
        ("The A800 and the H800 were made for Chinese buyers.", ("Nvidia H800", "designedFor", "China")),
        ("Nvidia's A800 and H800 are slow. Both were built for China.", ("Nvidia A800", "designedFor", "China")),
        ("TikTok's Chinese parent ByteDance hired staff.", ("ByteDance", "parentOf", "TikTok")),
        ("ByteDance, which owns TikTok, hired staff.", ("ByteDance", "parentOf", "TikTok")),
        ("Arm, which SoftBank owns, hired staff.", ("SoftBank", "parentOf", "Arm")),
        ("SoftBank holds 88% of Arm.", ("SoftBank", "parentOf", "Arm")),
        ("DeepSeek trained its model on 2,000 Nvidia chips.", ("DeepSeek", "buysFrom", "Nvidia")),
        ("Oracle will provide computing capacity to OpenAI.", ("OpenAI", "customerOf", "Oracle")),
        ("OpenAI runs on Microsoft's cloud.", ("OpenAI", "customerOf", "Microsoft")),
        ("TSMC holds 70% of the joint venture, ESMC.", ("TSMC", "parentOf", "ESMC")),
        ("Nvidia owns 6% of CoreWeave.", ("Nvidia", "investsIn", "CoreWeave")),
        ("DeepSeek, which Liang Wenfeng founded, hired staff.", ("Liang Wenfeng", "founderOf", "DeepSeek")),
        ("DeepSeek, a lab founded by Liang Wenfeng, hired staff.", ("Liang Wenfeng", "founderOf", "DeepSeek")),
        ("Tencent's orders are slated for Huawei and Cambricon.", ("Tencent", "buysFrom", "Cambricon")),
        ("Tencent bought chips. Nvidia will fill the rest.", ("Tencent", "buysFrom", "Nvidia")),
        ("Verizon gave Ericsson an order worth $1bn.", ("Verizon", "buysFrom", "Ericsson")),
        ("Vodafone picked Ericsson to supply its network.", ("Vodafone", "buysFrom", "Ericsson")),
        ("Tencent spends billions on Nvidia chips.", ("Tencent", "buysFrom", "Nvidia")),
        ("No company buys more Nvidia chips than Microsoft.", ("Microsoft", "buysFrom", "Nvidia")),
        ("Tencent bought 9 Nvidia chips; Baidu bought 7 and Alibaba 5.", ("Alibaba", "buysFrom", "Nvidia")),
        ("CoreWeave's customers include Microsoft.", ("Microsoft", "customerOf", "CoreWeave")),
        ("Microsoft accounts for half of CoreWeave's revenue.", ("Microsoft", "customerOf", "CoreWeave")),
        ("Oracle grew. It has a contract with a single customer, OpenAI.", ("OpenAI", "customerOf", "Oracle")),
        ("OpenAI raised money in a round led by SoftBank.", ("SoftBank", "investsIn", "OpenAI")),
        ("SoftBank is the largest shareholder in OpenAI.", ("SoftBank", "investsIn", "OpenAI")),
        ("Baidu builds data centres in places such as Malaysia.", ("Baidu", "investsIn", "Malaysia")),
        ("BYD overtook Tesla.", ("BYD", "competesWith", "Tesla")),
        ("Nokia and its rival Ericsson gained.", ("Nokia", "competesWith", "Ericsson")),
        ("In China, orders went to local suppliers such as Huawei.", ("Huawei", "locatedIn", "China")),
        ("Chips come from Huawei in China and Nvidia in America.", ("Huawei", "locatedIn", "China")),
        ("DeepSeek, a start-up from Hangzhou, hired staff.", ("DeepSeek", "locatedIn", "Hangzhou")),
        ("Xiaomi and Oppo, both from China, gained.", ("Oppo", "locatedIn", "China")),
        ("The H20 was banned under US export controls.", ("Nvidia H20", "restrictedBy", "US export controls")),
        ("Cambricon was put on the Entity List.", ("Cambricon", "restrictedBy", "Entity List")),
        ("The EU's AI Act was tightened.", ("EU AI Act", "issuedBy", "European Union")),
        ("Chips made by TSMC for AMD are scarce.", ("AMD", "buysFrom", "TSMC")),
        ("TSMC supplies firms such as Apple and AMD.", ("Apple", "buysFrom", "TSMC")),
        ("Tencent and Baidu have been snapping up the H20.", ("Baidu", "buysFrom", "Nvidia")),
        ("Baidu to spend billions on AMD chips", ("Baidu", "buysFrom", "AMD")),
        ("Meta, which relies on Oracle, bought 9,000 AMD chips.", ("Meta", "buysFrom", "AMD")),
        (
            "Microsoft, AMD's largest buyer of servers, is the biggest buyer of Nvidia chips.",
            ("Microsoft", "customerOf", "Nvidia"),
        ),
        ("TSMC, whose customers include Apple and AMD, gained.", ("AMD", "customerOf", "TSMC")),
        ("OpenAI's $300bn contract with Oracle is large.", ("OpenAI", "customerOf", "Oracle")),
        ("CoreWeave has signed a second deal with Meta.", ("Meta", "customerOf", "CoreWeave")),
        ("Mistral raised money from ASML and Nvidia.", ("Nvidia", "investsIn", "Mistral AI")),
        ("Amazon took a stake in Anthropic.", ("Amazon", "investsIn", "Anthropic")),
        ("Intel sold its stake in Arm to SoftBank.", ("SoftBank", "investsIn", "Arm")),
        ("TSMC announced plans for a $100bn U.S. investment.", ("TSMC", "investsIn", "United States")),
        ("After announcing an investment in Arm, SoftBank fell.", ("SoftBank", "investsIn", "Arm")),
        ("Anthropic's backers include Google and Amazon.", ("Amazon", "investsIn", "Anthropic")),
        ("The Amazon-backed start-up Anthropic hired staff.", ("Amazon", "investsIn", "Anthropic")),
        (
            "DeepSeek, based in Hangzhou and founded by Liang Wenfeng, is small.",
            ("Liang Wenfeng", "founderOf", "DeepSeek"),
        ),
        ("DeepSeek, based in Hangzhou and founded by Liang Wenfeng, is small.", ("DeepSeek", "locatedIn", "Hangzhou")),
        ("DeepSeek rose. Founder and chief executive Liang Wenfeng spoke.", ("Liang Wenfeng", "founderOf", "DeepSeek")),
        ("French start-up Mistral's profit rose.", ("Mistral AI", "locatedIn", "France")),
        ("China's Huawei gained.", ("Huawei", "locatedIn", "China")),
        ("The Chinese labs DeepSeek and Baidu gained.", ("Baidu", "locatedIn", "China")),
        ("Mistral, a lab based in Paris, gained.", ("Mistral AI", "locatedIn", "Paris")),
        ("The rules hit the H20, a chip that Nvidia designed for China.", ("Nvidia H20", "designedFor", "China")),
        ("Nvidia's new H20 processors are slow.", ("Nvidia", "makes", "Nvidia H20")),
        ("OpenAI is rolling out a new version of ChatGPT.", ("OpenAI", "makes", "ChatGPT")),
        ("ByteDance and its Doubao chatbot are in demand.", ("ByteDance", "makes", "Doubao")),
        ("ByteDance, the Beijing-based group and owner of TikTok, gained.", ("ByteDance", "parentOf", "TikTok")),
        ("Alibaba grew, with Alibaba Cloud in front.", ("Alibaba", "parentOf", "Alibaba Cloud")),
        ("Ericsson fell. Rival Nokia is shrinking too.", ("Ericsson", "competesWith", "Nokia")),
        ("Nokia, a rival of Ericsson, fell.", ("Nokia", "competesWith", "Ericsson")),
        ("AMD will face competition from Intel.", ("AMD", "competesWith", "Intel")),
        ("Baidu relies heavily on TSMC for its chips.", ("Baidu", "buysFrom", "TSMC")),
        ("Intel, AMD and Baidu are all buying Samsung chips.", ("AMD", "buysFrom", "Samsung")),
        ("China has allowed Tencent and Baidu to buy the H20.", ("Tencent", "buysFrom", "Nvidia")),
        ("TSMC's Dresden plant will make chips for Infineon.", ("Infineon", "buysFrom", "TSMC")),
        ("Anthropic (a customer of Oracle) is a rival of OpenAI.", ("Anthropic", "customerOf", "Oracle")),
        ("OpenAI's decision to lease servers from Oracle was late.", ("OpenAI", "customerOf", "Oracle")),
        ("The largest customers of ASML are TSMC and Intel.", ("Intel", "customerOf", "ASML")),
        ("Google's YouTube unit grew.", ("Google", "parentOf", "YouTube")),
        ("US technology companies Meta and Oracle gained.", ("Oracle", "locatedIn", "United States")),
        ("Samsung competes with Micron of the US and Kioxia of Japan.", ("Samsung", "competesWith", "Kioxia")),
        ("The Alibaba-backed start-up behind Kimi, Moonshot AI, gained.", ("Moonshot AI", "makes", "Kimi")),
        ("DJI was added to the Entity List by Washington.", ("DJI", "restrictedBy", "Entity List")),
        ("Electric vehicle maker BYD gained.", ("BYD", "makes", "electric vehicles")),
        ("Baidu has ordered $9 billion of chips from Samsung.", ("Baidu", "buysFrom", "Samsung")),
        ("Meta has signed deals with CoreWeave and Nebius.", ("Meta", "customerOf", "Nebius")),
        ("Meta signed a deal worth more than $10bn with CoreWeave.", ("Meta", "customerOf", "CoreWeave")),
        ("Samsung and SK Hynix, Micron's Asian rivals, gained.", ("SK Hynix", "competesWith", "Micron")),
        ("Chinese rivals including BYD and Xiaomi gained.", ("Xiaomi", "locatedIn", "China")),
        ("Based in Hangzhou, China, DeepSeek makes models.", ("DeepSeek", "locatedIn", "Hangzhou")),
        ("Scale AI, in which Meta holds a stake, cut jobs.", ("Meta", "investsIn", "Scale AI")),
        ("ByteDance runs Doubao, a tool for chats of all kinds, and Jimeng.", ("ByteDance", "makes", "Jimeng")),
        ("AMD aims to take on Nvidia.", ("AMD", "competesWith", "Nvidia")),
    ],
)
def test_constructions(text: str, link: tuple[str, str, str]) -> None:
    assert link in links(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia and TikTok were in the news.",
        "Microsoft's ChatGPT offer was late.",
        "Tencent said Nvidia was silent.",
        "ByteDance met Huawei in Paris.",
        "Baidu spent more than Tencent.",
        "Nvidia owns a campus, said Oracle.",
        "Orders went to a rival, Tencent said.",
        "Microsoft picked Tuesday for its talk with Oracle.",
        "Tencent spent a day with Baidu.",
        "Nokia accounts for nothing, Ericsson said.",
        "Nokia met a rival while Ericsson waited.",
        "Baidu rested. Tencent got to work.",
        "Microsoft joined Oracle in court.",
        "Google called Oracle late at night.",
        "OpenAI used Microsoft's letter in court.",
        "Nvidia bought lunch for AMD's engineers.",
        "Meta said that Nvidia sells chips.",
        "Google invested time in a talk with Oracle.",
        "Oracle signed a letter with Baidu.",
        "The founder of Oracle met Tim Cook.",
        "Huawei's rivals were not named, Nokia said.",
        "Tencent was based on trust, Baidu wrote.",
        "The unit price, Ericsson said, suits Nokia.",
        "Baidu plans to buy Nvidia's story, not more.",
        "A deal with Oracle is not a deal with Baidu.",
        "A ChatGPT-like assistant called Ernie Bot is free.",
    ],
)
def test_names_side_by_side_are_not_linked(text: str) -> None:
    assert links(text) == set()


def test_the_quote_is_the_sentence_and_the_figure_reaches_over_both_names() -> None:
    text = "It rained. TikTok owner ByteDance hired staff. It rained."
    (mention,) = mentions(text)
    assert mention.quote.of(text) == "TikTok owner ByteDance hired staff."
    assert mention.figure.of(text) == "TikTok owner ByteDance"


def test_a_misspelt_name_is_recorded_with_what_it_stands_for() -> None:
    text = "ByteDance runs the chatbot Duobao. ByteDance's chatbot Duobao grew."
    pairs = {printed for mention in mentions(text) for printed, _ in mention.misspelt}
    assert pairs == {"Duobao"}


PIECES = (
    "TikTok ",
    "owner ",
    "ByteDance",
    "’s ",
    "H20 ",
    "such as ",
    "rivals ",
    "and ",
    ", ",
    ". ",
    "Chinese ",
    "its ",
    "makes ",
)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=200))
def test_any_text_gives_grounded_relations(text: str) -> None:
    for mention in mentions(text):
        assert mention.quote.covers(mention.figure)
        assert mention.figure.of(text)


def test_what_is_planned_or_denied_is_marked() -> None:
    (planned,) = mentions("Tencent plans to buy 100 Nvidia chips.")
    (denied,) = mentions("Tencent did not buy Nvidia chips.")
    assert isinstance(planned.claim, RelationClaim)
    assert planned.claim.mode == "planned"
    assert denied.negated
    assert not planned.negated
