# The words people type. Everything is installed into .venv; nothing outside the folder is touched.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test lint test-slow neo4j neo4j-stop test-neo4j test-browser bench types train clean

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.run: $(BIN)/python setup.cfg
	$(BIN)/python -m pip install -qq --editable .
	touch $@

$(VENV)/.dev: $(BIN)/python setup.cfg
	$(BIN)/python -m pip install -qq --editable '.[test,lint]'
	touch $@ $(VENV)/.run

# Read the sample article, ask who did what to whom, and leave a page: demo/relations.html
demo: $(VENV)/.run
	mkdir -p demo
	$(BIN)/bilateral --graph demo/relations load docs/sample/horn-of-africa.txt
	$(BIN)/bilateral --graph demo/relations query "MATCH (a)-[r]->(b:State {code:'SOM'}) RETURN a.name AS who, type(r) AS did, r.year AS year, r.quote AS words ORDER BY r.start"
	$(BIN)/bilateral --graph demo/relations export demo/relations.html --title "The Horn of Africa"
	@echo "Open demo/relations.html in a browser."

test: $(VENV)/.dev
	$(BIN)/python -m pytest -m "not slow" --cov --cov-report=term

test-slow: $(VENV)/.dev
	$(BIN)/python -m pytest -m slow

# The same suite against a real Neo4j (JDK 17 or 21 and Maven; the script starts and stops it)
test-neo4j: $(VENV)/.dev
	tests/neo4j/neo4j-test-server start
	BILATERAL_REQUIRE_NEO4J=1 $(BIN)/python -m pytest -m neo4j; code=$$?; tests/neo4j/neo4j-test-server stop; exit $$code

test-browser: $(VENV)/.dev
	BILATERAL_REQUIRE_BROWSER=1 $(BIN)/python -m pytest -m browser

neo4j:
	tests/neo4j/neo4j-test-server start

neo4j-stop:
	tests/neo4j/neo4j-test-server stop

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Rebuild the reader's compiled examples and weights (see docs/reading.md)
train: $(VENV)/.dev
	$(BIN)/python -m pip install -qq --editable '.[train]'
	$(BIN)/python benchmarks/train_encoder.py
	$(BIN)/python benchmarks/train_reader.py

bench: $(VENV)/.run
	$(BIN)/python benchmarks/commands.py
	$(BIN)/python benchmarks/reading.py

clean:
	rm -rf $(VENV) demo build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
