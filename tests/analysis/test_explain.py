from dataclasses import replace

import pytest

from kg.analysis.explain import explain, rendered


@pytest.mark.parametrize(
    "figure", ["$12bn", "12 billion", "$12 billion", "more than $12bn", "12bn", "12bn dollars", "US$12bn"]
)
def test_a_figure_is_found_however_its_unit_is_spelt(known, figure):
    trees = explain(known, figure)
    assert [tree.root.passage.outlet for tree in trees] == ["Financial Times"]
    assert [relay.passage.outlet for relay in trees[0].root.relays] == ["Chip Ledger", "Silicon Quay"]


@pytest.mark.parametrize("figure", ["$2bn", "$12", "1.12 billion", "", "  ", "12 billion yuan", "€12bn", "HK$12bn"])
def test_part_of_a_number_is_another_figure(known, figure):
    assert explain(known, figure) == ()


def test_a_figure_is_found_by_what_it_is_worth(known):
    priced = [replace(one, printed="12.0") for one in known.passages]
    entries = replace(known, passages=tuple(priced))
    assert explain(entries, "$12bn")
    assert explain(entries, "12,000 million")
    assert explain(entries, "$13bn") == ()


def test_the_tree_as_text(known):
    text = rendered(known, explain(known, "$12bn"), lambda passage: 3 if passage.path == "ft.txt" else None)
    assert text == (
        "ByteDance, ai-infrastructure-spending, planned, 2025\n"
        "  more than $12bn - Financial Times -> two people familiar with the budget, 2025-01-21\n"
        "    “ByteDance will put more than $12bn into AI infrastructure in 2025.” (ft.txt:3)\n"
        "      Over $12 billion - Chip Ledger -> Financial Times (2025-01-21) -> two people close to the matter, "
        "2025-01-22\n"
        "        “Over $12 billion will flow into ByteDance's AI infrastructure by 2025.” (relay.md)\n"
        "        period-shifted: 2025 -> by-2025\n"
        "      more than $12bn - Silicon Quay -> Financial Times, 2025-01-22\n"
        "        “ByteDance is going to buy more than $12bn worth of AI chips in 2025.” (swap.txt)\n"
        "        scope-changed: none -> China\n"
        "        share-whole-swapped: ai-infrastructure-spending -> ai-chip-purchase-budget\n"
        "    ByteDance denies (Financial Times, 2025-01-21): “ByteDance said the information about its plans was "
        "“incorrect”.” (ft.txt:3)\n"
        "    ByteDance denies (Chip Ledger, 2025-01-22): “A ByteDance representative told the newspaper that the "
        "information was incorrect.” (relay.md)\n"
    )
