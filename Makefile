# litreview: `make report` does the main job, `make test` proves it. Both set up everything themselves.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
BUILD ?= build
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Nothing that is built may know when or where it was built.
export SOURCE_DATE_EPOCH ?= 1767225600
export MPLBACKEND := Agg
export PYTHONHASHSEED := 0

.PHONY: help install test test-all lint format docs model bench refresh check clean report

help:  ## say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# pip alone takes minutes; it fetches uv, and uv the rest. Where uv cannot run, pip does it all.
$(READY): pyproject.toml
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "litreview needs Python 3.11 or newer; this is $$($(BIN)/python --version). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	@echo "setting up $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv || true
	@if $(BIN)/uv --version >/dev/null 2>&1; \
	  then $(BIN)/uv pip install --quiet --python $(BIN)/python -e '.[dev]'; \
	  else $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'; fi
	@touch $@

install: $(READY)  ## set up .venv

include analyses/rules.mk

report: $(READY) $(REPORT)  ## audit the example articles and summarise their evidence: build/report.html, .pdf
	@echo "open $(BUILD)/report.html"

test: $(READY)  ## run the fast tests
	$(BIN)/python -m pytest -n auto

test-all: $(READY)  ## run every test, the slow ones too
	$(BIN)/python -m pytest -m 'not browser' --durations=15

lint: $(READY)  ## style, types, spelling, and that generated pages are fresh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/codespell README.md CONTRIBUTING.md CHANGELOG.md docs references/README.md references/snapshot/README.md
	@$(BIN)/python -m docs.build --check

format: $(READY)  ## put the code into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(READY)  ## write the generated pages: rules, matching table, command line, schema
	$(BIN)/python -m docs.build

model: $(READY)  ## train the reference reader again (byte for byte)
	$(BIN)/python -m benchmarks.train_model

bench: $(READY)  ## measure speed and accuracy, and write docs/accuracy.md
	$(BIN)/python -m benchmarks

check: $(READY)  ## check every article and bibliography under references/ (for report builds)
	$(BIN)/litreview check references/articles/*.md --source snapshot:references/snapshot --as-of 2026-11-21 --fail-on never

refresh: $(READY)  ## ask live Crossref and show what differs from the snapshot
	$(BIN)/python -m analyses.refresh references/snapshot

clean:  ## remove what was built
	rm -rf $(BUILD)
