# Two commands matter: `make run` and `make test`.  Each does its own set-up in .venv; the network is used for packages only.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SAMPLE ?= corpus/samples/border_crossing.html
DEV ?= ../shared/data/dev
PYTEST_ARGS ?= --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help run test check glossary-check corpus-check eval bench bench-argos bench-batch bench-memory clean
.DEFAULT_GOAL := help

help:  ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

run: $(VENV)/.run  ## set up, then translate the sample article into Russian, Belarusian and Ukrainian (into out/)
	$(BIN)/xlate translate $(SAMPLE) --to ru --to be --to uk -o out/ --verbose
	@ls out/

test: $(VENV)/.dev  ## set up, then run the tests
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(VENV)/.dev  ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

glossary-check: $(VENV)/.run  ## check the shipped glossary (part of the tests)
	$(BIN)/xlate glossary lint --file glossaries

corpus-check: $(VENV)/.dev  ## check the news corpus (part of the tests)
	$(BIN)/python -m tools.corpus_check --dev $(DEV)

eval: $(VENV)/.dev  ## measure quality on DEV (development sets) against the committed baseline
	$(BIN)/python -m tools.evaluate $(DEV)

bench: bench-argos bench-batch bench-memory  ## measure speed: an hour; each of the three by itself: make bench-batch

bench-argos: $(VENV)/.dev  # against plain Argos Translate (builds an environment for it: several GB)
	$(BIN)/python -m tools.bench

bench-batch: $(VENV)/.dev  # against raw CTranslate2, one core, and a second run
	$(BIN)/python -m tools.bench_batch

bench-memory: $(VENV)/.dev  # look-ups among a million translation units
	$(BIN)/python -m tools.bench_memory

clean:  ## remove the environment and the output
	rm -rf $(VENV) out

$(VENV)/.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "xlate needs Python 3.11 or newer; say which with: make PYTHON=python3.12 run"; exit 2; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "Python's venv module is missing (Debian: apt install python3-venv)"; exit 2; }
	@touch $@

# --no-deps: the lock file is complete, and leaves out what argostranslate would pull in without need (torch, stanza, spacy).
$(VENV)/.run: $(VENV)/.venv requirements.lock pyproject.toml
	$(PIP) install --no-deps -r requirements.lock
	$(PIP) install --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(PIP) install --no-deps -r requirements-dev.lock
	@touch $@
