"""Chains, brands and parts that belong to a company, and parents told beside them: sentences of our own."""

import pytest

from .test_constructions import Link, stated


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Inditex trimmed its hopes for its Zara chain.", ("Inditex", "parentOf", "Zara")),
        ("Kroger's Harris Teeter chain will close ten of its shops.", ("Kroger", "parentOf", "Harris Teeter")),
        ("Toyota will stop output at its Daihatsu subsidiary.", ("Toyota", "parentOf", "Daihatsu")),
        ("Tesco's wholesale chain, Kestrin, grew in the year.", ("Tesco", "parentOf", "Kestrin")),
        ("National Grid's Boston subsidiary, Kestrin, cut its costs.", ("National Grid", "parentOf", "Kestrin")),
        ("Kering, which owns the Gucci brand, cut its costs.", ("Kering", "parentOf", "Gucci")),
        ("Inditex, owner of the Zara chain, cut its costs.", ("Inditex", "parentOf", "Zara")),
        ("Tencent, which includes Riot Games and Supercell, grew.", ("Tencent", "parentOf", "Supercell")),
        ("TikTok and owner ByteDance went to court over the law.", ("ByteDance", "parentOf", "TikTok")),
        ("Inditex, the group behind Zara, had a good year.", ("Inditex", "parentOf", "Zara")),
        ("Alphabet's Google Cloud has won a customer in Oslo.", ("Alphabet", "parentOf", "Google Cloud")),
    ],
)
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Walmart's rival retail chain Target cut its prices.", ("Walmart", "parentOf", "Target")),
        ("The Stargate venture, which includes OpenAI, will grow.", ("Stargate", "parentOf", "OpenAI")),
        ("Microsoft, which includes OpenAI among its partners, fell.", ("Microsoft", "parentOf", "OpenAI")),
        ("Firms in the Apple supply chain include Corning.", ("Apple", "parentOf", "Corning")),
        ("Vodafone put money into its Internet subsidiary.", ("Vodafone", "parentOf", "Internet")),
        (
            "Electronic Arts will be sold. The group, which includes Silver Lake, will pay cash.",
            ("Electronic Arts", "parentOf", "Silver Lake"),
        ),
        ("Asda's owner, Ann Lee, left the board.", ("Ann Lee", "parentOf", "Asda")),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)
