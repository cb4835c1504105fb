"""What is taken of memory is what the system says, and what is given back is not taken any more."""

import subprocess
import sys

import pytest

from kg.store import allocator

HEAPS = """
import ctypes, sys, threading
from kg.store.allocator import one_heap
if sys.argv[1] == "one":
    one_heap()
libc, together = ctypes.PyDLL(None), threading.Barrier(4)
libc.malloc.restype = ctypes.c_void_p
def work():
    libc.malloc(1000)
    together.wait()
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
libc.malloc_stats()
"""

GROWING = """
from kg.store import allocator
before = allocator.anonymous()
block = bytearray(b"x") * (32 << 20)
grown = allocator.anonymous() - before
del block
allocator.give_back()
print(grown, allocator.anonymous() - before)
"""
"""In a process of its own: one that has run many tests has room for the block in what it holds already."""


def heaps(how):
    """Return how many heaps four threads have, as glibc tells; none elsewhere."""
    done = subprocess.run([sys.executable, "-c", HEAPS, how], capture_output=True, text=True, check=False)
    return done.stderr.count("Arena ")


@pytest.mark.skipif(not heaps("many"), reason="not glibc")
def test_threads_share_one_heap_where_that_is_wished_for():
    assert heaps("many") > heaps("one") == 1


@pytest.mark.skipif(allocator.anonymous() is None, reason="the system does not tell")
def test_what_is_taken_grows_by_what_is_written_to():
    done = subprocess.run([sys.executable, "-c", GROWING], capture_output=True, text=True, check=True)
    grown, left = map(int, done.stdout.split())
    assert 30 << 20 < grown < 40 << 20
    assert left < 8 << 20


def test_where_the_system_does_not_tell_nothing_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(allocator, "_STATE", tmp_path / "none")
    assert allocator.anonymous() is None
