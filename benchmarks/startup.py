"""How long `kg --help` takes beside a bare interpreter, and whether it keeps rdflib out.

Prints medians over runs in turn and their ratio: the machine's speed cancels out.
"""

import statistics
import subprocess
import sys
import time

RUNS = 9
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "kg --help": [sys.executable, "-m", "kg", "--help"],
    "import rdflib": [sys.executable, "-c", "import rdflib"],
}


def seconds(command: list[str]) -> float:
    """Return the wall time of one run of `command`."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Time the commands in turn and print the table."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            times[name].append(seconds(command))
    base = statistics.median(times["python -c pass"])
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:<16} {median:7.3f} s   {median / base:5.1f} x a bare interpreter")
    heavy = "import sys, kg.cli; print(sorted({'rdflib', 'pyshacl', 'networkx', 'trafilatura'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", heavy], check=True, capture_output=True, text=True)
    print(f"heavy packages imported by kg.cli: {done.stdout.strip()}")


if __name__ == "__main__":
    main()
