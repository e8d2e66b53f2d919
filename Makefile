# make report   the worked example: corpus, tables, charts and report in reports/hama-2024/report/
# make test     all tests, on all processors               make lint   style, types of imports
# make bench    speed and memory, by hand
# Each sets up what it needs in .venv first. PYTHON chooses the interpreter (3.11 or later).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TOPIC := syria
EXAMPLE := reports/hama-2024

.PHONY: report test lint bench clean

report: $(VENV)/.installed
	$(BIN)/framing report $(EXAMPLE)/corpus --topic $(TOPIC) --out $(EXAMPLE)/report

test: $(VENV)/.tested
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/lint-imports

bench: $(VENV)/.tested
	$(BIN)/python benchmarks/run.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || { echo "Cannot make a virtual environment with $(PYTHON). On Debian: apt-get install python3-venv"; exit 1; }

$(VENV)/.installed: $(VENV)/bin/python setup.cfg pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info
