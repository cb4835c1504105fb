"""What companies buy, order, rent and depend on: sentences that must be read, and others that must be left alone."""

import pytest

from kg.extract.rules.names.names import names
from kg.extract.rules.references.references import references
from kg.extract.rules.relations.relations import relations
from kg.extract.rules.text.sentences import sentences
from kg.model import Document, RelationClaim

Link = tuple[str, str, str]
B, C = "buysFrom", "customerOf"

READ: dict[str, tuple[tuple[str, *tuple[Link, ...]], ...]] = {
    "depending on a seller": (
        ("Google wants to cut its reliance on Nvidia.", ("Google", B, "Nvidia")),
        ("OpenAI's dependence on Nvidia has worried investors.", ("OpenAI", B, "Nvidia")),
        ("Ryanair is dependent on Boeing for its planes.", ("Ryanair", B, "Boeing")),
        ("BMW will become less dependent on CATL.", ("BMW", B, "CATL")),
        ("Amazon is trying to wean itself off Nvidia's chips.", ("Amazon", B, "Nvidia")),
        ("OpenAI is diversifying away from Microsoft's cloud.", ("OpenAI", C, "Microsoft")),
        ("The move would loosen OpenAI's reliance on Azure.", ("OpenAI", C, "Microsoft")),
    ),
    "contracts, whose sides are told by their trades": (
        ("Spotify renewed its cloud contract with Google.", ("Spotify", C, "Google")),
        ("Uber struck a $2 billion, seven-year agreement with Oracle for cloud services.", ("Uber", C, "Oracle")),
        ("A deal between Oracle and Adobe for cloud computing is worth $20 billion.", ("Adobe", C, "Oracle")),
        ("OpenAI inks massive Oracle cloud deal", ("OpenAI", C, "Oracle")),
        ("Engie signed a power purchase agreement with Tesla.", ("Tesla", C, "Engie")),
        ("Amazon and Iberdrola have signed a power purchase deal.", ("Amazon", C, "Iberdrola")),
        ("Applied Digital has signed two 15-year leases with CoreWeave.", ("CoreWeave", C, "Applied Digital")),
        ("Hut 8 signed a 15-year, $7 billion lease with Fluidstack.", ("Fluidstack", C, "Hut 8")),
        ("Xiaomi has extended its supply agreement with Qualcomm.", ("Xiaomi", B, "Qualcomm")),
        ("Verizon extended its contract with Ericsson by five years.", ("Verizon", B, "Ericsson")),
    ),
    "the biggest of those who buy": (
        ("Tencent took the crown as the largest buyer of Huawei's chips.", ("Tencent", B, "Huawei")),
        ("Oracle overtook Microsoft as the largest buyer of AMD's accelerators.", ("Oracle", B, "AMD")),
        ("OpenAI, among Microsoft's top Azure cloud customers, wants more capacity.", ("OpenAI", C, "Microsoft")),
        ("Adobe is a heavy user of Amazon's cloud.", ("Adobe", C, "Amazon")),
        ("Nebius has Meta and Microsoft as customers.", ("Meta", C, "Nebius"), ("Microsoft", C, "Nebius")),
        ("Microsoft accounts for a third of Arista Networks' revenue.", ("Microsoft", C, "Arista Networks")),
        ("Cerebras filed to go public with G42 as its main customer.", ("G42", C, "Cerebras")),
    ),
    "wanting goods": (
        ("Tencent simply can't get enough of Nvidia's chips.", ("Tencent", B, "Nvidia")),
        ("Baidu is lining up for Nvidia's H200.", ("Baidu", B, "Nvidia")),
        ("Tencent is switching from Nvidia to Huawei chips.", ("Tencent", B, "Huawei")),
        ("Strong demand from Dell lifted Intel's sales.", ("Dell", B, "Intel")),
    ),
    "by way of a provider": (
        ("Tencent, via the provider DayOne, rents thousands of servers.", ("Tencent", C, "DayOne")),
        ("By partnering with CoreWeave, IBM gets access to thousands of GPUs.", ("IBM", C, "CoreWeave")),
        ("Moonshot AI accesses Blackwell chips through the cloud of Alibaba.", ("Moonshot AI", C, "Alibaba")),
    ),
    "what is kept on another's machines": (
        ("Spotify's data is hosted on Google Cloud.", ("Spotify", C, "Google Cloud")),
        ("TikTok's American data is stored on Oracle's servers.", ("TikTok", C, "Oracle")),
        ("Airbnb's operations in Asia remain hosted by Oracle.", ("Airbnb", C, "Oracle")),
        ("Reddit, which is hosted by Amazon Web Services, went down.", ("Reddit", C, "Amazon Web Services")),
        ("Zoom keeps its data in Oracle's data centers.", ("Zoom", C, "Oracle")),
        ("Uber's Asian operations also use Equinix facilities.", ("Uber", C, "Equinix")),
        ("Spotify uses cloud services of both Amazon and Microsoft.", ("Spotify", C, "Amazon")),
        ("Entergy will power Tesla's data centre in Louisiana.", ("Tesla", C, "Entergy")),
    ),
    "made for another": (
        ("The AI5 chip, made by Samsung for Tesla, is due in 2026.", ("Tesla", B, "Samsung")),
        ("Samsung gained notice for producing processors for Nvidia's gaming consoles.", ("Nvidia", B, "Samsung")),
        ("SK Hynix's memory goes into Nvidia's accelerators.", ("Nvidia", B, "SK Hynix")),
        ("SK Hynix's HBM chips are built into Nvidia's chipsets.", ("Nvidia", B, "SK Hynix")),
        ("Broadcom helps Google design its TPUs.", ("Google", B, "Broadcom")),
        ("MediaTek works with TSMC to produce its chips.", ("MediaTek", B, "TSMC")),
        ("Huawei's chips are produced at SMIC's plants.", ("Huawei", B, "SMIC")),
        ("Dell has held talks with Intel about making its chips.", ("Dell", B, "Intel")),
    ),
    "orders, and goods that go out": (
        ("Broadcom has made inroads with big orders from Dell.", ("Dell", B, "Broadcom")),
        ("Delta Air Lines split its order between Airbus and Boeing.", ("Delta Air Lines", B, "Airbus")),
        ("Nvidia asked Samsung for more memory.", ("Nvidia", B, "Samsung")),
        ("Alstom was chosen by Deutsche Bahn to supply 50 trains.", ("Deutsche Bahn", B, "Alstom")),
        ("The bulk of SK Hynix's HBM is sold to Nvidia.", ("Nvidia", B, "SK Hynix")),
        ("Half of Micron's HBM was bought by Nvidia.", ("Nvidia", B, "Micron")),
        ("Google has won cloud business from OpenAI.", ("OpenAI", C, "Google")),
        ("Oracle won a $90 billion cloud contract from OpenAI.", ("OpenAI", C, "Oracle")),
        ("ASML shipped its first High-NA machine to Intel.", ("Intel", B, "ASML")),
    ),
}

LEFT_ALONE = (
    "Siemens and Alstom bid for a contract.",
    "Amazon and Google won contracts.",
    "OpenAI and Microsoft agreed new terms for their partnership.",
    "Huawei sells the 910B as an alternative to Nvidia's chips.",
    "SoftBank paid $6.5 billion for Ampere Computing.",
    "Uber wants to reduce its reliance on drivers and on Didi.",
    "IBM overtook Dell as the most valuable maker of computers.",
    "Intel hired an executive from TSMC to help it make chips.",
    "Apollo took the lead as Blackstone fell back.",
    "Amazon has grown with Walmart as its main rival.",
    "SAP asked Oracle for an apology.",
    "BMW and CATL remain at odds.",
    "Infosys's shares went to Toyota's lenders.",
    "Nokia, made famous by its phones, fell behind Ericsson.",
    "Vodafone announced a deal to buy parts of Liberty Global.",
    "Through thick and thin, Ford has stood by Bosch.",
)


def stated(text: str) -> set[Link]:
    cut = sentences(text)
    resolved = references(text, cut, names(text, cut), Document(text, "own", "own.txt"))
    claims = [one.claim for one in relations(text, cut, resolved) if not one.negated]
    return {(c.subject.name, c.predicate, c.object.name) for c in claims if isinstance(c, RelationClaim)}


@pytest.mark.parametrize(("text", "links"), [(one[0], one[1:]) for listed in READ.values() for one in listed])
def test_trade_is_read(text: str, links: tuple[Link, ...]) -> None:
    assert set(links) <= stated(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_no_trade_is_left_alone(text: str) -> None:
    assert not [link for link in stated(text) if link[1] in (B, C)]


def test_a_supplier_of_a_firm_is_not_its_customer() -> None:
    assert stated("CoreWeave's reliance on Microsoft for cloud revenue is a risk.") <= {("Microsoft", C, "CoreWeave")}


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Ericsson serves Nokia, Orange and Vodafone.", ("Nokia", "customerOf", "Ericsson")),
        ("Orders moved to Ericsson, which serves Nokia and Orange.", ("Orange", "customerOf", "Ericsson")),
        ("Dell will provide the servers for the Nokia supercomputer.", ("Nokia", "buysFrom", "Dell")),
        ("Dell supplies servers for Nokia data centers.", ("Nokia", "buysFrom", "Dell")),
    ],
)
def test_those_served_and_whose_works_they_are(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ericsson serves the Finnish market from Nokia.",
        "Ann Lee served as a director at Nokia and Ericsson.",
        "Dell paid $3 billion for a Nokia plant.",
        "Dell will provide the servers for a Nokia veteran.",
    ],
)
def test_none_served(text: str) -> None:
    assert not any(predicate in ("customerOf", "buysFrom", "parentOf") for _, predicate, _ in stated(text))
