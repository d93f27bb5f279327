# make audit   set up, audit seeds/, write reports/audit.html, run the data-quality gate
# make test    set up, run every check
# make sample  write reports/sample.html, the report that is kept in git
# All work on a machine that has only Python (3.11 to 3.14) and make. PYTHON=... chooses the interpreter.

VENV := .venv
BIN := $(VENV)/bin
PYTHONS := $(or $(PYTHON),python3 python3.13 python3.12 python3.11 python3.14 python)
SUITABLE := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 15))
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help audit test lint types unit gate sample bench clean
.DELETE_ON_ERROR:

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

$(VENV)/.made:
	@if $(BIN)/python -c 'import pip; $(SUITABLE)' 2>/dev/null; then touch $@; exit 0; fi; \
	for name in $(PYTHONS); do \
	  if $$name -c '$(SUITABLE)' 2>/dev/null; then \
	    echo "Setting up $(VENV) with $$($$name --version)"; \
	    $$name -m venv --clear $(VENV) && touch $@ && exit 0; \
	  fi; \
	done; \
	echo "make: Python 3.11 to 3.14 with the module venv is wanted; there is none among $(PYTHONS); install one (on" \
	  "Debian: apt-get install python3-venv) or name it: make audit PYTHON=/path/to/python3.12" >&2; exit 1

# Done once, and again when pyproject.toml changes.
$(VENV)/.installed: $(VENV)/.made pyproject.toml
	@echo "Installing figures and what it needs into $(VENV); the first time takes a minute or two"
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing the tools for the tests into $(VENV)"
	@$(PIP) install --editable . --group dev
	@touch $@

audit: $(VENV)/.installed
	@mkdir -p reports
	$(BIN)/figures audit seeds --fail-on never
	$(BIN)/figures audit seeds --fail-on never --format html --output reports/audit.html
	$(BIN)/figures gate rules seeds

test: lint types unit gate

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

unit: $(VENV)/.installed-dev
	$(BIN)/pytest -n auto

gate: $(VENV)/.installed
	$(BIN)/figures gate rules seeds

sample: $(VENV)/.installed
	$(BIN)/figures audit seeds/front-line.txt seeds/situation-report.md seeds/election.txt --fail-on never \
	  --output reports/sample.html

bench: $(VENV)/.installed-dev
	$(BIN)/python bench/startup.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis reports/audit.html
