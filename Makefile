# Two commands for a fresh clone: `make demo` and `make test`. Each makes its own environment in .venv.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint sample clean

demo: .venv/run.stamp
	@sh examples/demo.sh $(BIN)/archivist

test: .venv/dev.stamp
	$(BIN)/python -m pytest -q

lint: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The sample archive at the top: only ever added to, by the tool itself.
sample: .venv/run.stamp
	$(BIN)/archivist init archive
	$(BIN)/archivist --archive archive ingest examples

.venv/pip.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "archivist needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/run.stamp: .venv/pip.stamp pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

.venv/dev.stamp: .venv/pip.stamp pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@$(BIN)/python -m compileall -q src
	@touch $@ .venv/run.stamp

clean:
	rm -rf .venv dist build .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
