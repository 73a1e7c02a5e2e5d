# make run and make test are all a newcomer needs; both set up what is missing first (installer/set_up.sh).
SHELL := /bin/sh
PYTHON := .venv/bin/python
PYTEST := QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest
TRANSLATIONS := resources/translations
KEYWORDS := -k N_ -k tr -k ngettext:1,2 -k n:1,2 -k set_count:1,2 -k show_count:1,2 -k pgettext:1c,2 -k c:1c,2

.PHONY: run test test-long bench peers validators lint format translations manual screens lock setup clean

run: setup
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
	    exec .venv/bin/tirek; \
	else \
	    echo "There is no display here, so the demonstration runs instead and is written to the folder demonstration."; \
	    exec .venv/bin/tirek demo --out demonstration --screens; \
	fi

test: setup
	@$(PYTEST) -n auto

# Minutes, not seconds; some tests want LibreOffice and say so when it is missing.
test-long: setup
	@$(PYTEST) -m long

bench: setup
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m benchmarks

# What letters are measured against beside the bare library; without it make bench says that it is missing.
peers: setup
	@installer/set_up.sh peers

# veraPDF and a second validator of PDF/A; without them make test-long says that they are missing.
validators: setup
	@installer/set_up.sh validators

lint: setup
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy && .venv/bin/lint-imports --no-logo

format: setup
	@.venv/bin/ruff check --fix . && .venv/bin/ruff format .

# Collects the msgids anew and brings them into the catalogues; what lacks words is left empty for a translator.
translations: setup
	@.venv/bin/pybabel --quiet extract --no-location --sort-output --add-comments=TRANSLATORS: --strip-comments \
	    --project=Tirek --no-default-keywords -k _ $(KEYWORDS) -o $(TRANSLATIONS)/tirek.pot desktop_app
	@for language in kk ru; do \
	    .venv/bin/pybabel --quiet update --init-missing --ignore-pot-creation-date --no-fuzzy-matching --no-wrap --ignore-obsolete --domain=tirek \
	        --input-file=$(TRANSLATIONS)/tirek.pot --output-dir=$(TRANSLATIONS) --locale=$$language || exit 1; \
	done

# The pages of the manual that the program shows too: what to do when, and what it cannot protect from.
manual: setup
	@$(PYTHON) -m desktop_app.exports.manual docs/manual

# The pictures of docs/screens: every screen in three languages, on the demonstration and a fixed day.
screens: setup
	@rm -rf build/screens && mkdir -p build/screens docs/screens && rm -f docs/screens/*.png
	@for language in kk ru en; do \
	    TIREK_TODAY=2026-11-21 .venv/bin/tirek demo --out build/screens/$$language --lang $$language --screens || exit 1; \
	    cp build/screens/$$language/screens/*.png docs/screens/ || exit 1; \
	done

# Needs uv (https://docs.astral.sh/uv). The locks hold for every Python from 3.11 and every system.
lock:
	@for target in "requirements.lock pyproject.toml" \
	    "requirements-dev.lock pyproject.toml --group dev --constraint requirements.lock" \
	    "requirements-bench.lock --group bench" \
	    "requirements-validators.lock --group validators"; do \
	    uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	        --no-emit-index-url --no-header --no-annotate --output-file $$target || exit 1; \
	done

setup:
	@installer/set_up.sh

clean:
	@rm -rf .venv build dist demonstration *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find desktop_app tests benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
	@find $(TRANSLATIONS) -name '*.mo' -delete 2>/dev/null || true
