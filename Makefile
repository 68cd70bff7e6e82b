# Needs make and Python 3.11 or newer; each target sets up what it needs in .venv, once.

.DELETE_ON_ERROR:
.PHONY: demo run install test test-postgres test-gateways crash cluster load bench lint format lock font clean help
# Some environments forbid bytecode: then each of the many processes of the tests compiles everything anew.
unexport PYTHONDONTWRITEBYTECODE

PYTHON = $(firstword $(foreach each,python3 python3.14 python3.13 python3.12 python3.11 python, \
	$(if $(shell $(each) -c 'import sys; print(sys.version_info[:2] >= (3, 11) or "")' 2>/dev/null),$(each))))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --universal \
	--python-version 3.11 --custom-compile-command "make lock"

# The names of the extras; with a name, what that one asks for.
ASKED := $(BIN)/python -c 'import sys, tomllib; file = open("pyproject.toml", "rb"); \
	extras = tomllib.load(file)["project"]["optional-dependencies"]; \
	print(*(extras[sys.argv[1]] if sys.argv[1:] else extras), sep="\n")'

help:
	@echo "make demo    try everything in the browser: no account, no key"
	@echo "make run     run the bot with the settings of the environment or darkroom.toml"
	@echo "make install only set up what the bot needs, to run .venv/bin/darkroom"
	@echo "make test    lint, types, layers and all tests, as CI does"
	@echo "make test-postgres  all tests that can, on PostgreSQL (make test runs those where it matters on both)"
	@echo "make test-gateways  the bot behind LiteLLM, a gateway of somebody else's (600 MB, two minutes)"
	@echo "make crash   kill the bot 500 times and see that nothing is lost (five minutes)"
	@echo "make cluster several processes on PostgreSQL, killed and frozen: nothing is lost (six minutes)"
	@echo "make load    what needs a quiet machine: a thousand chats, time and CPU (six minutes)"
	@echo "make bench   what an edit costs, beside a bare script that does the same (eight minutes; ARGS=--quick: one;"
	@echo "             for a release: ARGS='--history tests/bench/history.jsonl')"
	@echo "make lint    all of that without the tests"
	@echo "make format  put the code into its form"
	@echo "make lock    write the lock files anew from pyproject.toml"
	@echo "make font    cut the font of the charts anew, for the characters of all texts"
	@echo "make clean   remove all that make made"

demo: .venv/runtime.stamp
	$(BIN)/darkroom demo $(ARGS)

run: .venv/runtime.stamp
	$(BIN)/darkroom $(ARGS) run

install: .venv/runtime.stamp
	@$(BIN)/python -m compileall -q bot

test: .venv/dev.stamp
	@$(MAKE) --no-print-directory --jobs 2 lint .venv/warm.stamp
	$(BIN)/pytest -n 5 --dist worksteal $(ARGS)

test-postgres: .venv/dev.stamp
	$(BIN)/pytest -n 5 --dist worksteal --database postgresql $(ARGS)

load: .venv/dev.stamp
	$(BIN)/pytest -m load $(ARGS)

bench: .venv/runtime.stamp
	$(BIN)/darkroom bench $(ARGS)

test-gateways: .venv/dev.stamp .venv-litellm/stamp
	$(BIN)/pytest tests/real -m real $(ARGS)

crash: .venv/dev.stamp
	$(BIN)/pytest tests/services/test_ledger_laws.py --hypothesis-profile thorough
	$(BIN)/python -m tests.crash $(ARGS)

cluster: .venv/dev.stamp
	$(BIN)/python -m tests.cluster $(ARGS)

lint: .venv/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.texts.compare
	$(BIN)/codespell bot tests deploy *.md Makefile Dockerfile pyproject.toml

format: .venv/dev.stamp
	$(BIN)/ruff check --fix --quiet
	$(BIN)/ruff format

font: .venv/dev.stamp
	$(BIN)/uv run --quiet --no-project --with fonttools==4.68.0 --with noto-cjk-sans-otc==0.0.1 deploy/font.py

# The smaller sets take the versions of the largest one; those of the extras hold only what they add.
lock: .venv/dev.stamp
	$(COMPILE) pyproject.toml --all-extras --group dev --output-file requirements-dev.lock $(ARGS)
	$(COMPILE) pyproject.toml --constraint requirements-dev.lock --output-file requirements.lock
	$(COMPILE) --group build --constraint requirements-dev.lock --output-file requirements-build.lock
	@set -e; for extra in $$($(ASKED)); do $(ASKED) $$extra \
		| $(COMPILE) - --constraint requirements-dev.lock --output-file deploy/extras/$$extra.lock; done
	$(COMPILE) tests/real/litellm.in --output-file tests/real/litellm.lock

clean:
	rm -rf .venv .venv-litellm .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis dist tmp
	find bot tests -name __pycache__ -type d -exec rm -rf {} +

.venv/runtime.stamp: requirements.lock requirements-build.lock | .venv/bin/python
	@echo "Setting up .venv; the first time this takes a minute ..."
	@$(PIP) install --require-hashes --requirement requirements.lock --requirement requirements-build.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements-dev.lock | .venv/bin/python
	@echo "Setting up .venv for development; the first time this takes a few minutes ..."
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# While mypy works, the other core compiles the tests: else each worker of pytest does so in a new clone.
.venv/warm.stamp: .venv/dev.stamp
	@$(BIN)/pytest --collect-only --quiet >/dev/null || true
	@touch $@

# LiteLLM pins other versions of what we use, so it lives alone.
.venv-litellm/stamp: tests/real/litellm.lock | .venv/bin/python
	@echo "Setting up LiteLLM in .venv-litellm; this takes a minute ..."
	@rm -rf .venv-litellm
	@$(BIN)/python -m venv .venv-litellm
	@.venv-litellm/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes \
		--requirement $<
	@touch $@

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Darkroom needs Python 3.11 or newer, and found none." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "$(PYTHON) cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2; exit 1; }
