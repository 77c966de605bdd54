"""The house: imports run one way, files stay small, and a built wheel works."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

ALLOWED = {
    "ontology": {"ontology"},
    "loaders": {"loaders", "ontology"},
    "graph": {"graph", "ontology"},
    "queries": {"queries", "graph", "ontology"},
    "bilateral": {"bilateral", "queries", "graph", "loaders", "ontology"},
}
FILES = [path for package in ALLOWED for path in sorted((ROOT / package).rglob("*.py"))]


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    ours = set(_imports(path)) & set(ALLOWED)
    assert ours <= ALLOWED[package], f"{package} must not import {ours - ALLOWED[package]}"


def test_no_file_of_code_passes_300_lines() -> None:
    long = {str(p): n for p in FILES if (n := len(p.read_text().splitlines())) > 300}
    assert not long


def test_help_imports_nothing_heavy() -> None:
    heavy = ["spacy", "rdflib", "neo4j", "networkx", "pyvis", "numpy", "arcadedb", "pyshacl"]
    code = f"import sys, bilateral, bilateral.cli; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_a_built_wheel_installs_in_a_fresh_venv_and_runs(tmp_path: Path) -> None:
    run = {"check": True, "capture_output": True, "text": True, "cwd": tmp_path}
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", ".", str(ROOT)]
    subprocess.run(pip, **run)  # type: ignore[call-overload]
    subprocess.run([sys.executable, "-m", "venv", "fresh"], **run)  # type: ignore[call-overload]
    python = tmp_path / "fresh" / "bin" / "python"
    wheel = next(tmp_path.glob("bilateral-*.whl"))
    install = [python, "-m", "pip", "install", "--quiet", wheel]
    subprocess.run(install, **run)  # type: ignore[call-overload]
    # Nothing of the checkout may help: no PYTHONPATH, another folder.
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "BILATERAL"))}
    done = subprocess.run(
        [tmp_path / "fresh" / "bin" / "bilateral", "read", "-", "--format", "jsonl"],
        input="France imposed sanctions on Russia in 2022.",
        env=env,
        **run,  # type: ignore[arg-type]
    )
    assert '"subject": "FRA", "relation": "sanctions", "object": "RUS"' in done.stdout
