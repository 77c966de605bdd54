"""The time that is written into the record."""

from datetime import UTC, datetime


def now() -> str:
    """UTC to the second, in the form that every RDF library keeps: ``2026-11-24T10:00:00Z``."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
