# Each target works as the only command on a fresh clone: packages are installed when a pin has changed, never else.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

VENV  := .venv
BIN   := $(VENV)/bin
# Any Python from 3.11; say `make PYTHON=... test` to choose another.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
# Tests run over this many processes.
JOBS  ?= auto
# Extra words for pytest, as in: make test ARGS="-k offsets"
ARGS  ?=
# make demo ONCE=1 stops once the pages of the site have answered; PORT chooses where it listens.
ONCE  ?=
PORT  ?=
# What runs once more on PostgreSQL, after SQLite; choosing tests by ARGS leaves the second round out.
ON_BOTH := tests/store tests/desk tests/web tests/site tests/journeys/site

RUN_STAMP := $(VENV)/.installed-run
DEV_STAMP := $(VENV)/.installed-dev

.PHONY: help demo test check format bench pins clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(RUN_STAMP) ## Analyse the sample library, write its pages, then serve the site (ONCE=1: until it has answered)
	@$(BIN)/python demo/run.py
	@ONCE="$(ONCE)" PORT="$(PORT)" $(BIN)/python demo/site.py

test: $(DEV_STAMP) ## Run the tests
	@$(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(ARGS)
	$(if $(ARGS),,@$(BIN)/python -m tools.with_postgres $(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(ON_BOTH))

check: $(DEV_STAMP) ## Format, lint, types, contracts, house lints, docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m tools.house

format: $(DEV_STAMP) ## Put the code in order and rewrite the help texts quoted in docs
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m tools.house.help_blocks

bench: $(RUN_STAMP) ## Measure against the limits that we promise
	@$(BIN)/python -m benches.run $(ARGS)

pins: ## Take newer versions into requirements/*.txt (needs uv)
	@tools/pins

clean: ## Remove the environment, caches and output
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist demo/out benches/out
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN_STAMP): requirements/build.txt requirements/run.txt pyproject.toml
	@PYTHON="$(PYTHON)" tools/install $(VENV) requirements/build.txt requirements/run.txt
	@touch $@

$(DEV_STAMP): $(RUN_STAMP) requirements/dev.txt
	@PYTHON="$(PYTHON)" tools/install $(VENV) requirements/dev.txt
	@touch $@
