"""Neo4j's own importer takes the files: org.neo4j:neo4j-import-tool and what it needs, in the folder KG_NEO4J_JARS."""

import csv
import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from fixtures.small import all_three
from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.export import export
from kg.rdf.encode import encode

pytestmark = pytest.mark.long
_OPEN = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "sun.nio.ch", "java.lang")]


def test_neo4j_imports_every_node_and_link(tmp_path):
    java, jars = shutil.which("java"), os.environ.get("KG_NEO4J_JARS")
    if java is None or not jars:
        pytest.skip("Neo4j's importer is not here: set KG_NEO4J_JARS to a folder with org.neo4j:neo4j-import-tool")
    huawei, graph = NamedNode(vocab.DATA + "huawei"), NamedNode(vocab.DATA + "doc/odd")
    names = [Literal(name) for name in ('Hua"wei,\nInc', "华为")]
    odd = [Quad(huawei, NamedNode(vocab.SKOS + "altLabel"), name, graph) for name in names]
    stream = io.BytesIO()
    export([*odd, *(quad for extraction in all_three() for quad in encode(extraction))], "neo4j", stream)
    with zipfile.ZipFile(stream) as archive:
        archive.extractall(tmp_path)
    (tmp_path / "home" / "conf").mkdir(parents=True)
    arguments = ["database", "import", "full", "@import.args", "news"]
    done = subprocess.run(
        [java, "-Xmx1g", *_OPEN, "-cp", f"{jars}/*", "org.neo4j.cli.AdminTool", *arguments],
        cwd=tmp_path,
        env={**os.environ, "NEO4J_HOME": str(tmp_path / "home"), "NEO4J_CONF": str(tmp_path / "home" / "conf")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    counts = {what: int(number) for number, what in re.findall(r"(\d+) (nodes|relationships|properties)", done.stdout)}
    assert counts["nodes"] == rows(tmp_path / "nodes.csv"), done.stderr
    assert counts["relationships"] == rows(tmp_path / "relationships.csv")


def rows(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))
