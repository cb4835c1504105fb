"""Every console and Python example in the README and in docs/ is run, and what it prints is compared.

A `console` block is a list of `$ command` lines, each followed by what it prints; a line `...` stands for any
lines, and `...` inside a line for any characters. Blocks of one file share a folder, which holds `examples/`. A
`python` block runs and must not fail; where a `text` block follows it directly, that is what it prints.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = sorted(
    path
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    if {"console", "python"} & {kind for kind, _ in BLOCK.findall(path.read_text(encoding="utf-8"))}
)


def matches(expected: list[str], printed: list[str]) -> bool:
    """Compare lines; `...` in `expected` stands for any number of lines."""
    if not expected:
        return not printed
    if expected[0] == "...":
        return any(matches(expected[1:], printed[skip:]) for skip in range(len(printed) + 1))
    return bool(printed) and same(expected[0], printed[0]) and matches(expected[1:], printed[1:])


def same(expected: str, printed: str) -> bool:
    """Compare two lines; `...` in `expected` stands for any characters."""
    pattern = ".*".join(re.escape(part) for part in expected.rstrip().split("..."))
    return re.fullmatch(pattern, printed.rstrip()) is not None


def commands(block: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def run(command: str, folder: Path) -> list[str]:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "120",
        "PYTHONWARNINGS": "ignore",
    }
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    return (done.stdout + done.stderr).rstrip("\n").split("\n") if done.stdout + done.stderr else []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_the_document_shows_is_what_happens(path, tmp_path):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    blocks = BLOCK.findall(path.read_text(encoding="utf-8"))
    for number, (kind, body) in enumerate(blocks):
        if kind == "console":
            for command, expected in commands(body):
                printed = run(command, tmp_path)
                while expected and not expected[-1]:
                    expected.pop()
                assert matches(expected, printed), f"{path.name}: $ {command}\n" + "\n".join(printed)
        elif kind == "python":
            (tmp_path / "example.py").write_text(body, encoding="utf-8")
            printed = run(f"{sys.executable} example.py", tmp_path)
            following = blocks[number + 1] if number + 1 < len(blocks) else ("", "")
            assert not any(line.startswith("Traceback") for line in printed), "\n".join(printed)
            if following[0] == "text":
                assert matches(following[1].rstrip("\n").split("\n"), printed), "\n".join(printed)


def test_the_readme_has_examples_to_run():
    assert ROOT / "README.md" in FILES


def test_ellipsis_matches_any_lines():
    assert matches(["a", "...", "c"], ["a", "b", "b", "c"])
    assert not matches(["a", "...", "d"], ["a", "b", "c"])
    assert matches(["..."], [])
