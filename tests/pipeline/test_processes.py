"""Work shared out among processes: the same results in the same order, a bound on what is ahead, and clean endings."""

import os
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import group
from kg.errors import InputError, KgError, UsageError
from kg.export import export_store
from kg.pipeline.processes import mapped
from kg.store.opening import open_store

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = str(ROOT / "examples" / "articles")


def halved(number: int) -> float:
    """Return half of an even number; a one ends its process, other odd numbers are an error."""
    if number == 1:
        os._exit(7)
    if number % 2:
        raise InputError(f"{number} is odd")
    return number / 2


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_items(jobs):
    assert list(mapped(halved, range(0, 40, 2), jobs)) == list(range(20))


def test_no_more_is_handed_out_than_two_items_for_each_process():
    given = []
    found = mapped(halved, (given.append(number) or 2 * number for number in count()), 2)
    assert [next(found) for _ in range(5)] == [0, 1, 2, 3, 4]
    found.close()
    assert len(given) <= 5 + 2 * 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_is_raised_where_its_result_would_come(jobs):
    found = mapped(halved, [2, 4, 5, 6], jobs)
    assert [next(found), next(found)] == [1, 2]
    with pytest.raises(InputError, match="5 is odd"):
        next(found)


def test_a_process_that_ends_is_told_of_in_one_line():
    with pytest.raises(KgError, match=r"^a process that was reading ended, .* fewer --jobs; what was done is kept$"):
        list(mapped(halved, [2, 1], 2))


def test_what_no_other_process_can_be_given_is_told_of():
    with pytest.raises(UsageError, match=r"cannot be handed to other processes .*: use --jobs 1$"):
        list(mapped(lambda number: number, [1], 2))


WAITING = """
import os, sys, time
sys.path.insert(0, {folder!r})
from kg.pipeline.processes import mapped
from test_processes import pid_and_wait
if __name__ == "__main__":
    for pid in mapped(pid_and_wait, [0, 0, 600, 600, 600, 600], 2):
        print(pid, flush=True)
"""


WRITTEN = 6
"""Texts of a store that tell that documents were committed: each stands there before its graph does."""


def pid_and_wait(seconds: float) -> int:
    time.sleep(0.3 + seconds)
    return os.getpid()


def test_processes_end_when_the_one_that_started_them_is_killed(tmp_path):
    script = tmp_path / "waiting.py"
    script.write_text(WAITING.format(folder=str(Path(__file__).parent)))
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        pids = {int(running.stdout.readline()) for _ in range(2)}
        assert all(alive(pid) for pid in pids)
        running.send_signal(signal.SIGKILL)
        running.wait(timeout=10)
        until = time.monotonic() + 20
        while any(alive(pid) for pid in pids) and time.monotonic() < until:
            time.sleep(0.05)
        assert not any(alive(pid) for pid in pids)


def alive(pid: int) -> bool:
    """Tell whether a process runs; one that has ended and that nobody waited for does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("extra", [[], ["--format", "turtle"], ["--explain"], ["--attributions", "--quantities"]])
def test_kg_extract_prints_the_same_whatever_the_number_of_processes(extra):
    printed = [CliRunner().invoke(group, ["extract", ARTICLES, *extra, "--jobs", jobs]) for jobs in ("1", "2")]
    assert [one.exit_code for one in printed] == [0, 0]
    assert len(printed[0].output) > 10_000
    assert printed[0].output == printed[1].output


def test_a_store_is_the_same_whatever_the_number_of_processes(tmp_path, examples_store, monkeypatch):
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(group, ["build", "examples/articles", "--store", str(tmp_path / "s"), "-j", "2"])
    assert (done.exit_code, done.output.count("added")) == (0, 1)
    assert exported(tmp_path / "s", tmp_path / "made") == exported(examples_store, tmp_path / "known")


def exported(store: Path, file: Path) -> bytes:
    with open_store(str(store)) as opened, file.open("wb") as stream:
        export_store(opened, "nquads", stream)
    return file.read_bytes()


@pytest.mark.parametrize("jobs", ["0", "-1", "100", "two"])
def test_a_number_of_processes_that_is_none_is_refused(jobs):
    refused = CliRunner().invoke(group, ["extract", ARTICLES, "--jobs", jobs])
    assert refused.exit_code == 2
    assert "--jobs" in refused.output


@pytest.fixture
def interruptible():
    """Let what is started be interrupted, also where the tests themselves run behind a shell, which turns that off."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_that_is_interrupted_says_so_in_one_line_and_keeps_what_was_done(jobs, tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(600):
        (texts / f"{number}.txt").write_text(f"Plan {number}\n\nNvidia expects revenue of ${number} million in 2025.\n")
    words = [sys.executable, "-m", "kg", "build", str(texts), "--store", str(tmp_path / "s"), "--jobs", jobs]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdout=pipe, stderr=pipe, text=True, start_new_session=True) as run:
        while len(list((tmp_path / "s" / "texts").rglob("*"))) < WRITTEN:
            assert run.poll() is None
            time.sleep(0.05)
        os.killpg(run.pid, signal.SIGINT)
        assert run.communicate(timeout=60) == ("", "\nkg: stopped\n")
        assert run.returncode == 130
    with open_store(str(tmp_path / "s")) as opened:
        assert 0 < opened.counts().documents < 600
