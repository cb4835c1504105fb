"""A query with a time limit: run in a process of its own, which can be stopped; Oxigraph itself cannot be interrupted.

The process opens the folder of a store beside its writer, or gets the quads of a store in memory.
"""

import json
import pickle
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from pyoxigraph import RdfFormat
from pyoxigraph import Store as Engine

from kg.errors import KgError, QueryError, StoreError
from kg.store.answers import ask, engine_errors
from kg.store.results import Result
from kg.store.snapshots import snapshot


def bounded(engine: Engine, folder: Path | None, reading: Path | None, sparql: str, seconds: float) -> Result:
    """Return what a query gives within `seconds`. Raises QueryError for one that takes longer or cannot be run.

    `folder` holds the database, None for one in memory; `reading` is where its snapshots go if it is being written.
    """
    quads = "" if folder else (engine.dump(format=RdfFormat.N_QUADS) or b"").decode()
    places = {"folder": folder and str(folder), "reading": reading and str(reading)}
    task = json.dumps({**places, "quads": quads, "sparql": sparql})
    try:
        done = subprocess.run(
            [sys.executable, "-m", "kg.store.bounded"],
            input=task.encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise QueryError(f"the query took longer than {seconds:g} seconds: narrow it or allow more time") from problem
    if done.returncode:
        raise StoreError("the query's process ended early: try again, or without a time limit")
    answer: Result | KgError = pickle.loads(done.stdout)  # noqa: S301 - written by our own process
    if isinstance(answer, KgError):
        raise answer
    return answer


def main() -> None:
    """Answer the query on standard input to standard output."""
    task = json.load(sys.stdin)
    answer: Result | KgError
    try:
        with ExitStack() as held, engine_errors("the store cannot be read"):
            answer = ask(_engine(task, held), task["sparql"])
    except KgError as problem:
        answer = problem
    sys.stdout.buffer.write(pickle.dumps(answer))


def _engine(task: dict[str, str | None], held: ExitStack) -> Engine:
    folder, reading = task["folder"], task["reading"]
    if folder and reading:
        seen = snapshot(Path(folder), Path(reading))
        held.callback(seen.release)
        return seen.engine
    if folder:
        return Engine.read_only(folder)
    engine = Engine()
    engine.load((task["quads"] or "").encode(), format=RdfFormat.N_QUADS)
    return engine


if __name__ == "__main__":
    main()
