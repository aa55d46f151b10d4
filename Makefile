# conflictparse: `make run` and `make test` set up all they need, given Python 3.11 or later.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
SET_UP := .venv/set-up

.DEFAULT_GOAL := run
.PHONY: run test gold picture lint bench fuzz growth clean

run: $(SET_UP)  ## what the seeds say: tables on a terminal, JSON Lines otherwise
	@$(BIN)/conflictparse seeds/

test: $(SET_UP)  ## all tests
	@$(BIN)/python -m pytest

gold: $(SET_UP)  ## scores on the annotated stories; MISSES="figures right" shows what is missed
	@PYTHONPATH=tests $(BIN)/python tests/gold/score.py $(if $(MISSES),"$(MISSES)")

picture: $(SET_UP)  ## draw the README's table anew
	@$(BIN)/python tests/picture.py README.md

lint: $(SET_UP)  ## names unused or unknown, and the like
	@$(BIN)/python -m ruff --version >/dev/null 2>&1 || $(BIN)/python -m pip install --quiet --editable '.[lint]'
	@$(BIN)/python -m ruff check conflictparse tests

bench: $(SET_UP)  ## how fast it is; STORIES=1000 for fewer stories, LARGE=1 for 100,000 files and one of 200 MB, PEERS=1 for other tools too
	@PYTHONPATH=tests $(BIN)/python -m bench

fuzz: $(SET_UP)  ## inputs that nobody would send; COUNT=1000000 for that many, SEED=2 for others, SHORT=1 for short ones
	@PYTHONPATH=tests $(BIN)/python -m fuzz

growth: $(SET_UP)  ## whether twice the text is at most twice the work, up to 1 MiB; KIB=4096 for that much
	@KIB=$${KIB:-1024} $(BIN)/python -m pytest tests/reliability/test_growth.py

clean:  ## everything that was made
	@rm -rf .venv .venv-peers build dist .pytest_cache .ruff_cache .hypothesis tests/fuzz/found
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(SET_UP): pyproject.toml
	@test -n "$(PYTHON)" || { echo "conflictparse needs Python 3.11 or later, with venv" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@
