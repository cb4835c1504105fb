# kg: `make demo` and `make test` set up what they need in .venv and run.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

# The tests run some hundred processes: what these import is compiled once, not in each.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test test-servers test-long check lint types layers docs bench clean

demo: $(READY)
	$(BIN)/kg demo

test: $(READY)
	$(BIN)/pytest -m "not long" --numprocesses auto --dist loadfile

test-servers: $(READY)
	tests/servers/install.sh
	$(BIN)/pytest -m servers $(TESTS)

test-long: $(READY)
	$(BIN)/pytest -m long --numprocesses auto $(TESTS)
	$(BIN)/pytest -m "hypothesis and not long and not servers" --hypothesis-profile=search --numprocesses auto $(TESTS)

check: lint types layers test  # tests/docs runs what README and docs show

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

docs: $(READY)
	$(BIN)/pytest tests/docs

bench: $(READY)
	$(BIN)/python benchmarks/startup.py

clean:
	rm -rf .venv demo build dist

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 or newer: set PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $(READY)
