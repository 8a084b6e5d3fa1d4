# Everything is done by one of these words. `make help` lists them.
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
UV_VERSION := 0.13.9
export UV_PYTHON_DOWNLOADS := never
export UV_PYTHON := $(shell command -v $(PYTHON))
# Without compiled modules every start would take seconds longer.
export UV_COMPILE_BYTECODE := 1
unexport PYTHONDONTWRITEBYTECODE
# Node and uv bring their own certificates; landlords behind a proxy need the ones of the machine.
export NODE_USE_SYSTEM_CA := 1
export UV_SYSTEM_CERTS := 1

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench words docs demo clean

help: ## List what can be made
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(BIN)/.synced ## Make the environment and build both front ends (does nothing the second time)
	@$(BIN)/evenkeel build

$(BIN)/uv:
	@echo "Making the environment in .venv"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Evenkeel needs Python 3.11 or newer; $(PYTHON) is older. Say make PYTHON=python3.12 setup, for example."; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python could not make an environment. On Debian: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

$(BIN)/.synced: $(BIN)/uv pyproject.toml uv.lock
	@echo "Installing the locked versions"
	@$(BIN)/uv sync --frozen --quiet
	@touch $@

run: setup ## Run the whole product on this machine, with stand-ins for Stripe and the phone
	@$(BIN)/evenkeel run

test: setup ## Pass the whole suite
	@$(BIN)/evenkeel browser
	@$(BIN)/pytest -n 2 --dist loadgroup

check: setup ## Lint, types, layers, and what must be fresh
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: setup ## Print each figure beside its floor
	@$(BIN)/python -m benchmarks

words: $(BIN)/.synced ## Gather every string into locale/messages.pot and bring the catalogues up to date
	@$(BIN)/evenkeel words

docs: $(BIN)/.synced ## Draw docs/states.md and docs/rules.md from the code
	@$(BIN)/evenkeel docs

demo: setup ## Forget the demo landlord, and load it anew
	@rm -rf var
	@$(BIN)/evenkeel run

clean: ## Delete everything that was made here
	@rm -rf .venv .web-portal .web-officer_console .states-portal .states-officer_console var
