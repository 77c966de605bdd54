"""Killed in mid-load, the folder holds whole documents only."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.folder import Folder

KILLS = 20
SENTENCES = [
    "France imposed sanctions on Russia in 2022.",
    "Germany and Poland signed a defence agreement in Berlin.",
    "Japan condemned the missile test of North Korea.",
    "Egypt accused Ethiopia of breaking the treaty.",
]


def _load(texts: Path, graph: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "bilateral", "--graph", str(graph), "load", str(texts)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.slow
def test_killed_20_times_in_mid_load_the_folder_holds_whole_documents(tmp_path: Path) -> None:
    texts, graph, whole = tmp_path / "texts", tmp_path / "graph", tmp_path / "whole"
    texts.mkdir()
    for number in range(40):
        told = [SENTENCES[(number + i) % len(SENTENCES)] for i in range(3)]
        (texts / f"text-{number:02}.txt").write_text(f"# date: 2024-05-01\n{' '.join(told)}\n")
    began = time.monotonic()
    assert _load(texts, whole).wait() == 0
    span = time.monotonic() - began
    expected = {record.document.id: record.claims for record in Folder(whole).records()}
    dice, cut_short = random.Random(7), 0
    for _ in range(KILLS):
        if dice.random() < 0.5:
            shutil.rmtree(graph, ignore_errors=True)
        process = _load(texts, graph)
        time.sleep(dice.uniform(0.2, 1.0) * span)
        process.send_signal(signal.SIGKILL)
        cut_short += process.wait() != 0
        folder = Folder(graph)
        assert folder.broken() == []
        for record in folder.records():
            told = [(c.id, c.quote) for c in record.claims]
            assert told == [(c.id, c.quote) for c in expected[record.document.id]]
    assert cut_short > KILLS // 2, "the kills must have hit loads that were under way"
    assert _load(texts, graph).wait() == 0
    assert {record.document.id for record in Folder(graph).records()} == set(expected)
