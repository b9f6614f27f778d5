# The verbs of this project; `make help` lists them.
# Each makes what it needs on its first call: .venv (Python), node_modules (the browser side), the
# built widgets and, for the tests, a Chromium. Nothing has to be installed by hand.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
UV := VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv
SITE := _build/html
# Programs of the project come before the machine's own.
export PATH := $(CURDIR)/$(BIN):$(CURDIR)/node_modules/.bin:$(PATH)

##@ Read
book: widgets ## build the static edition into _build/html
	guidebook check
	jupyter-book build --quiet -n -W --keep-going .
	@echo
	@echo "The book is in $(SITE): open $(SITE)/index.html in a browser,"
	@echo "or run 'make serve' and go to http://localhost:$(PORT)"

serve: widgets ## serve the book and rebuild it when a source changes
	$(PY) -m guidebook.edition.serve --port $(PORT)

##@ Run
# Tables are copied with the notebooks, so that a row can be edited beside them. FOLDER=. opens the
# book's own files, FOLDER=elsewhere another copy.
FOLDER ?= my-copy

live: widgets ## open JupyterLab on your own copy of the notebooks, in my-copy/
	$(PY) -m guidebook.at_home "$(FOLDER)"

##@ Check
# Two at a time, the longest first, so that both hands are full until the end. What is named twice
# is made once, in the first place.
SIDE_BY_SIDE := $(MAKE) --no-print-directory --jobs=2 --output-sync=target
PARTS := test-browser test-live test-edition test-unit test-frontend test-notebooks

test: book check-site browser ## run the tests: unit, front end, notebooks, edition, browser, live
	$(SIDE_BY_SIDE) $(PARTS)

test-all: book check-site browser ## run every test, and walk over every page and notebook too
	$(SIDE_BY_SIDE) test-walks test-browser test-other-walks $(PARTS)

lint: widgets ## check style, types, data, words and spelling
	ruff format --check
	ruff check
	mypy
	$(PY) widgets/build npm run check
	guidebook check
	guidebook prose
	codespell

check-site: book ## weigh every page of the built edition against its budget
	$(PY) -m guidebook.edition.weight $(SITE)

release: book ## pack the edition into dist/, to be opened from a disk
	$(PY) -m guidebook.edition.release $(SITE) dist

pdf: book browser ## print the book and its hand-outs into dist/; FILTER="services=naloxone" a list
	@# What the command line sets is in the environment too: the shell reads none of it.
	$(PY) -m guidebook.edition.pdf $(SITE) dist --chromium "$$($(PY) tests/chromium.py)" \
	  --filter "$${FILTER:-}"

epub: book browser ## write the book as an EPUB into dist/
	$(PY) -m guidebook.edition.epub $(SITE) dist --chromium "$$($(PY) tests/chromium.py)"

publish: release pdf epub ## lay the edition and its downloads into DEST, a folder that a server shows
	@[ -n "$(DEST)" ] || { echo "name the folder: make publish DEST=folder"; exit 1; }
	$(PY) -m guidebook.edition.publish $(SITE) "$(DEST)" dist/*.*

bench: book browser ## measure the explorer beside what a user would pick instead
	$(PY) benchmarks

##@ Keep up
notebooks: widgets ## run the book's notebooks and store their outputs; CHECK=1 only compares
	guidebook notebook $(if $(CHECK),check,run) book

pins: $(BIN)/uv ## compile the pinned requirements anew from pyproject.toml
	$(PY) widgets/build/pins.py $(if $(UPGRADE),--upgrade)

image: $(VENV)/.synced ## list what Binder's environment holds, how large it is, and why
	$(UV) venv --quiet --clear _build/image
	$(UV) pip install --quiet --compile-bytecode --python _build/image/bin/python \
	  --require-hashes --requirements binder/requirements.txt
	$(PY) widgets/build/image.py _build/image/lib/python*/site-packages

clean: ## remove all that was built, the environments too
	rm -rf _build dist $(VENV) node_modules widgets/guidebook/static

help: ## list the verbs
	@awk 'BEGIN {FS = ":.*## "} \
	  /^##@/ {printf "\n%s\n", substr($$0, 5)} \
	  /^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# ---- what the verbs stand on ---------------------------------------------------------------------

# The environment, from the hashed pins; the project itself is installed editable, which builds the
# widgets through the same hook as any other install.
$(BIN)/uv:
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check uv
	touch $@

$(VENV)/.synced: requirements.txt pyproject.toml hatch_build.py $(BIN)/uv
	@# Compiled once here, and not by each of the many short programs that follow.
	$(UV) pip sync --quiet --compile-bytecode requirements.txt
	$(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

# Quick when nothing changed: the build compares its sources with what it last built from.
widgets: $(VENV)/.synced
	$(PY) widgets/build

test-browser:
	pytest tests/browser -m "not walk"

test-live:
	pytest tests/live -m "not walk"

test-edition:
	pytest tests/edition tests/notebooks -m "not walk"

# All that has no part of its own above: units, docstrings, what helps the tests.
test-unit:
	pytest -m "not walk" $(addprefix --ignore=tests/,browser live edition notebooks)

test-frontend:
	$(PY) widgets/build npm test

test-notebooks:
	pytest --nbval book

test-walks:
	pytest tests/browser -m walk

test-other-walks:
	pytest --ignore=tests/browser -m walk

browser: $(VENV)/.synced
	$(PY) tests/chromium.py
	$(PY) tests/other_browsers.py

.PHONY: pdf epub book serve live test test-all $(PARTS) test-walks test-other-walks lint check-site release publish bench notebooks pins image clean help widgets browser
