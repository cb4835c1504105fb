"""Files that are written: whole or not at all, and nothing else in the place of a device, a pipe or a link."""

import os
import stat
import threading

import pytest

from kg.errors import InputError
from kg.outputs import ReaderGone, output, write


def failing(path):
    with output(path) as stream:
        stream.write(b"half")
        raise ZeroDivisionError


def test_what_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    target = tmp_path / "graph.ttl"
    write(target, b"old")
    with pytest.raises(ZeroDivisionError):
        failing(target)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_new_file_takes_the_place_of_the_old_one_and_its_mode(tmp_path):
    target = tmp_path / ("n" * 251 + ".ttl")
    write(target, b"old")
    target.chmod(0o604)
    write(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o604


def test_a_link_is_followed(tmp_path):
    link = tmp_path / "latest.ttl"
    link.symlink_to("monday.ttl")
    write(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "monday.ttl").read_bytes() == b"new"


def test_a_pipe_stays_one(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write(pipe, b"through")
    reader.join()
    assert got == [b"through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_pipe_that_nobody_reads_any_more():
    gone, end = os.pipe()
    os.close(gone)
    with pytest.raises(ReaderGone):
        write(f"/dev/fd/{end}", b"never")
    os.close(end)


def test_a_descriptor_stays_what_is_open(tmp_path):
    with (tmp_path / "out").open("wb") as opened:
        write(f"/proc/self/fd/{opened.fileno()}", b"one")
        assert os.fstat(opened.fileno()).st_size == len(b"one")


@pytest.mark.parametrize("name", ["missing/graph.ttl", "file/graph.ttl", "n" * 300])
def test_what_cannot_be_written_says_so(name, tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(InputError, match="cannot be written: "):
        write(tmp_path / name, b"")
