from kg.extract.rules.text.cues import forms_of


def test_the_forms_of_a_verb_with_a_particle_are_those_of_the_verb():
    assert {"put", "puts", "putting", "issued"} <= forms_of("denials", "giving")
    assert "put out" not in forms_of("denials", "giving")
