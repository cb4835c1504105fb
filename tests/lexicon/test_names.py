from pathlib import Path

import pytest

from kg.errors import KgError
from kg.lexicon.names import Lexicon, read, registry

PREFIXES = """@prefix kg: <https://w3id.org/kg-news/ns#> . @prefix e: <https://w3id.org/kg-news/id/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
ACME = 'e:acme a kg:Company ; skos:prefLabel "Acme"@en ; skos:altLabel "Acme Corp"@en ; kg:basedIn e:oslo .\n'
OSLO = 'e:oslo a kg:Place ; skos:prefLabel "Oslo"@en ; kg:within e:norway .\n'


def lexicon(folder: Path, *blocks: str) -> Lexicon:
    paths = []
    for number, block in enumerate(blocks):
        path = folder / f"{number}.ttl"
        path.write_text(PREFIXES + block, encoding="utf-8")
        paths.append(path)
    return read(paths)


def test_blocks_about_one_entity_add_up_across_files(tmp_path: Path) -> None:
    known = lexicon(
        tmp_path, ACME, OSLO, 'e:acme kg:makes e:rocket .\ne:rocket a kg:Product ; skos:prefLabel "Rocket"@en .'
    )
    acme = known.entities["acme"]
    assert [thing.name for thing in known.related(acme, "makes")] == ["Rocket"]
    assert known.having("makes", known.entities["rocket"]) == (acme,)


def test_a_seat_lies_within_all_that_holds_it(tmp_path: Path) -> None:
    known = lexicon(tmp_path, ACME, OSLO)
    assert known.places(known.entities["acme"]) == {"oslo", "norway"}


def test_an_ambiguous_label_is_not_also_a_safe_one(tmp_path: Path) -> None:
    known = lexicon(tmp_path, 'e:bolt a kg:Company ; skos:prefLabel "Bolt"@en ; kg:ambiguousLabel "Bolt"@en .')
    assert {(label.text, label.kind) for label in known.labels} == {("Bolt", "ambiguous")}


def test_malformed_turtle_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"1\.ttl cannot be read"):
        lexicon(tmp_path, ACME, 'e:broken a kg:Company ; skos:prefLabel "Broken@en .')


def test_an_entity_without_a_name_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="'nameless' needs one class and one"):
        lexicon(tmp_path, "e:nameless a kg:Company .")


def test_a_node_without_an_iri_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="node without a name"):
        lexicon(tmp_path, "e:acme kg:basedIn [ kg:within e:oslo ] .")


def test_the_registry_that_comes_with_kg_is_whole() -> None:
    known = registry()
    assert known is registry()
    links = ("makes", "parentOf", "basedIn", "within", "issuedBy", "founder", "chiefExecutive", "aliasOf")
    missing = {
        (slug, link, value)
        for slug, facts in known.facts.items()
        for link in links
        for value in facts.get(link, ())
        if value not in known.entities
    }
    assert not missing
    assert set(known.facts) <= set(known.entities)
