"""Neo4j's own importer takes the files and its kernel answers from them; tests/servers/install.sh gets both."""

import csv
import io
import os
import re
import subprocess
import zipfile
from pathlib import Path

from fixtures.servers import HEAVY, found, java
from fixtures.small import all_three
from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.export import export
from kg.rdf.encode import encode

pytestmark = HEAVY
_OPEN = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "sun.nio.ch", "java.lang")]


def test_neo4j_imports_every_node_and_link(tmp_path):
    program, jars = java(), found("neo4j/complete-*").parent
    huawei, graph = NamedNode(vocab.DATA + "huawei"), NamedNode(vocab.DATA + "doc/odd")
    names = [Literal(name) for name in ('Hua"wei,\nInc', "华为")]
    odd = [Quad(huawei, NamedNode(vocab.SKOS + "altLabel"), name, graph) for name in names]
    quads = [*odd, *(quad for extraction in all_three() for quad in encode(extraction))]
    stream = io.BytesIO()
    export(quads, "neo4j", stream)
    with zipfile.ZipFile(stream) as archive:
        archive.extractall(tmp_path)
    home = tmp_path / "home"
    (home / "conf").mkdir(parents=True)
    arguments = ["database", "import", "full", "@import.args", "news"]
    done = subprocess.run(
        [program, "-Xmx1g", *_OPEN, "-cp", f"{jars}/*", "org.neo4j.cli.AdminTool", *arguments],
        cwd=tmp_path,
        env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    counts = {what: int(number) for number, what in re.findall(r"(\d+) (nodes|relationships|properties)", done.stdout)}
    assert counts["nodes"] == rows(tmp_path / "nodes.csv"), done.stderr
    assert counts["relationships"] == rows(tmp_path / "relationships.csv")
    printed = {quad.subject for quad in quads if quad.predicate.value == vocab.KG + "printed"}
    asked = [
        "MATCH (n) RETURN count(n)",
        "MATCH ()-[r]->() RETURN count(r)",
        f"MATCH (c {{iri: '{huawei.value}'}}) RETURN size(c.altLabel)",
        "MATCH (m:Mention)-[:states]->() WHERE m.printed IS NOT NULL RETURN count(DISTINCT m)",
    ]
    expected = [counts["nodes"], counts["relationships"], len(names), len(printed)]
    assert answers(program, jars, home, asked) == [f"[{number}]" for number in expected]


def answers(program: str, jars: Path, home: Path, queries: list[str]) -> list[str]:
    """Return the rows that Neo4j's community kernel gives, one query after the other."""
    source = Path(__file__).parents[1] / "servers" / "Neo4jQuery.java"
    done = subprocess.run(
        [program, "-Xmx1g", *_OPEN, "-cp", f"{jars}/*", str(source), str(home), "news", *queries],
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    )
    return [line.removeprefix("row ") for line in done.stdout.splitlines() if line.startswith("row ")]


def rows(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))
