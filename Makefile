# Two commands are all: `make demo` and `make test`. Every target sets up what it needs.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev

.PHONY: demo run test check lint types imports chaos fuzz accept bench package lock clean browser

demo: $(READY)            ## a Telegram on this computer and the bot, with invented boards; needs no token
	$(BIN)/python -m bot demo

run: $(READY)             ## the bot against the real Telegram (settings from the environment or .env)
	$(BIN)/python -m bot run

test: $(READY_DEV) browser  ## every test
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(READY_DEV) browser lint types imports  ## lint, types, import rules, tests with branch coverage
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine -q
	$(BIN)/coverage report

lint: $(READY_DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY_DEV)
	$(BIN)/mypy

imports: $(READY_DEV)
	$(BIN)/lint-imports

# A seed is printed by every run; the same seed gives the same people and the same moments.
KILLS ?= 100
SEED ?=
chaos: $(READY_DEV)       ## people register while the bot is killed again and again: KILLS=100 SEED=…
	$(BIN)/python -m tests.chaos --kills $(KILLS) $(if $(SEED),--seed $(SEED))

STEPS ?= 100000
fuzz: $(READY_DEV)        ## generated people do anything at any time: STEPS=100000 SEED=…
	$(BIN)/python -m tests.fuzz --steps $(STEPS) $(if $(SEED),--seed $(SEED))

accept: $(READY_DEV)      ## take today's answers in tests/replays for the right ones, after having read the difference
	$(BIN)/python -m tests.fuzz --accept

bench: $(READY_DEV)       ## what an answer costs, beside two peers; WRITE=1 puts it into docs/
	$(BIN)/python -m tests.bench $(if $(WRITE),--write)

package: $(READY_DEV)     ## install it as a package into an empty environment and run its check from there
	rm -rf build/package && $(PYTHON) -m venv build/package
	build/package/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	build/package/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation .
	cd build && TELEGRAM_BOT_TOKEN=1:SIMULATOR DATABASE_PATH=package/none.sqlite3 package/bin/python -m bot check

lock: $(VENV)/bin/python  ## pin every dependency with its hashes, without recording where it came from
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
		--python-version 3.11 --universal --group build pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile -q --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
		--python-version 3.11 --universal --group build --group dev pyproject.toml -o requirements/dev.txt

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(READY): requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	touch $@

$(READY_DEV): requirements/dev.txt pyproject.toml $(READY)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

browser:                  ## the chat page is tested in Debian's Chromium
	@command -v chromium >/dev/null 2>&1 || sh tools/install_chromium.sh

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage* htmlcov
