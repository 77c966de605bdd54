"""What the tests share: where things lie, and what is made up for them."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("BILATERAL_SHARED", ROOT.parent / "shared"))

# Timing belongs to benchmarks: a slow machine must not fail a test.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold documents and real datasets, which is not part of the project."""
    if not (SHARED / "gold").is_dir():
        pytest.skip(f"needs the gold documents and datasets in {SHARED} ($BILATERAL_SHARED)")
    return SHARED


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample article."""
    return ROOT / "docs" / "sample" / "horn-of-africa.txt"
