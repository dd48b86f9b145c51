# Every command of the project. `make help` lists them.
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
ADDRESS ?= 127.0.0.1:8000
BASE ?= HEAD
COMPILE := .build/lock/bin/pip-compile
PIN := CUSTOM_COMPILE_COMMAND="make lock" $(COMPILE) --quiet --extra test --generate-hashes --strip-extras \
	--no-emit-index-url --no-emit-find-links --output-file requirements.lock
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

export PYTHONPATH := hooks
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve site test test-all check paths diff bench load po revisions language warnings readability translations facts freshness changelog schemas hosting links lint lock update clean
.DEFAULT_GOAL := help

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

serve: $(READY) ## build, serve with live reload, print the address (ADDRESS=127.0.0.1:8000)
	@$(BIN)/mkdocs serve --livereload --dev-addr $(ADDRESS)

site: $(READY) paths ## prove the rules, then build the whole site into site/, strictly; one that fails or is stopped leaves the former site/ as it was
	@$(BIN)/python -m bonguichet site $(BIN)/mkdocs build --strict --site-dir
	@echo "site/ is ready."

test: $(READY) ## all tests but the longest, with a real Chromium
	@$(BIN)/python tests/chromium.py
	@$(BIN)/python -m pytest -n auto --dist worksteal -m "not long"

test-all: $(READY) ## all tests
	@$(BIN)/python tests/chromium.py
	@$(BIN)/python -m pytest -n auto --dist worksteal

check: $(READY) ## data, pages and translations, in seconds; only some files: make check FILES=content/amounts/ris.yml
	@$(BIN)/python -m bonguichet check $(FILES)

warnings: $(READY) ## the same, with every warning: what is no mistake, but wants somebody to look
	@$(BIN)/python -m bonguichet check --warnings

paths: $(READY) ## the proofs over every possible set of answers
	@$(BIN)/python -m bonguichet paths

diff: $(READY) ## what a change alters, for whom: make diff BASE=HEAD~1 (the last commit, if nothing is given)
	@$(BIN)/python -m bonguichet diff "$(BASE)"

bench: $(READY) ## every budget beside what the site weighs and costs (a quarter of an hour); one part: make bench PART=weights
	@PYTHONPATH=hooks:. $(BIN)/python -m tests.benchmarks$(if $(PART),.$(PART))

load: $(READY) ## 50 000 requests to site/ on this machine alone, by nginx or Caddy, beside one plain file (needs h2load)
	@PYTHONPATH=hooks:. $(BIN)/python -m tests.benchmarks.load

po: $(READY) ## bring content/translations/*.po up to date with the French texts
	@$(BIN)/python -m bonguichet po

revisions: $(READY) ## say that only the wording of the French pages has changed: their translations still hold
	@$(BIN)/python -m bonguichet revisions

language: $(READY) ## begin a language: make language CODE=uk
	@$(BIN)/python -m bonguichet language "$(CODE)"

readability: $(READY) ## how easily each page reads
	@$(BIN)/python -m bonguichet readability

translations: $(READY) ## how complete each language is
	@$(BIN)/python -m bonguichet translations

facts: $(READY) ## where each researched fact is told, or why it is left out
	@$(BIN)/python -m bonguichet facts

freshness: $(READY) ## what must be looked at again now, in 30 and in 90 days; as text, table (CSV) and calendar (.ics)
	@$(BIN)/python -m bonguichet freshness

changelog: $(READY) ## write CHANGELOG.md anew from content/changes.yml and the dates of the data
	@$(BIN)/python -m bonguichet changelog

schemas: $(READY) ## write content/schemas/ anew, by which editors complete and underline the YAML files
	@$(BIN)/python -m bonguichet schemas

hosting: $(READY) ## write hosting/ anew: how servers hand out the site, for Caddy and nginx
	@$(BIN)/python -m bonguichet hosting

links: $(READY) ## ask every link to another site whether it still answers; the only command that needs the network
	@$(BIN)/python -m bonguichet links

lint: $(READY) ## style of the Python code
	@$(BIN)/ruff check hooks tests && $(BIN)/ruff format --check hooks tests

lock: $(READY) $(COMPILE) ## pin every package anew, after a change in pyproject.toml
	@$(PIN) pyproject.toml

update: $(READY) $(COMPILE) ## the newest release of every package: pinned, said (old → new), tested
	@cp requirements.lock .build/before.lock
	@$(BIN)/python -m tests.update loosen .build/newest/pyproject.toml
	@$(PIN) --upgrade .build/newest/pyproject.toml
	@$(BIN)/python -m tests.update pin
	@$(PIN) pyproject.toml
	@$(BIN)/python -m tests.update changes .build/before.lock
	@$(MAKE) --no-print-directory test || { \
		echo "The tests fail with these versions. To take them back: git checkout pyproject.toml requirements.lock" >&2; exit 1; }
	@$(BIN)/python -m tests.update changes .build/before.lock

$(COMPILE):
	@$(BIN)/python -m venv .build/lock && .build/lock/bin/pip install --quiet --disable-pip-version-check pip-tools==7.6.2

clean: ## remove everything that can be made again
	@rm -rf $(VENV) .build site

$(READY): requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it (on Debian: apt-get install python3 python3-venv), then run make again." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is needed: install it (on Debian: apt-get install python3-venv), then run make again." >&2; exit 1; }
	@echo "Setting up $(VENV) (once)…"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $(READY)
