"""The measures and notions of the code lists fit together."""

from kg.extract.rules.measures.terms import ancestors, share_measures, terms
from kg.lexicon import codes


def test_broader_and_whole_lead_to_known_measures():
    assert "capital-expenditure" in ancestors("ai-chip-purchase-budget")
    assert share_measures()["capital-expenditure"] == "share-of-capital-expenditure"


def test_signs_name_notions_that_exist():
    notions = codes.scheme("notions")
    kinds = {kind for concept in codes.scheme("measures").values() for kind in concept.facts["unitKind"]}
    unknown = {n for kind in kinds for term in terms(kind).listed for sign in term.signs for n in sign} - set(notions)
    assert not unknown


def test_every_measure_is_defined_and_has_a_unit():
    for code, concept in codes.scheme("measures").items():
        assert any("definition" in key for key in concept.facts), code
        assert concept.facts["unitKind"], code
