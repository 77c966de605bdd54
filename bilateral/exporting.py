"""The graph to a file, whole or not at all."""

from collections.abc import Sequence
from pathlib import Path

from graph import files
from graph.record import Record


def write(path: Path, records: Sequence[Record], title: str | None) -> int:
    """Write the records to the path in the format of its ending; the number of claims.

    The file appears when it is complete; a reader never sees half of it.

    Raises:
        SourceError: the ending is not known.
        OSError: it can't be written.
    """
    path = path.resolve()  # through a link to the file that it names
    data = _content(path, records, title)
    files.put(path, data)
    return sum(len(record.claims) for record in records)


def _content(path: Path, records: Sequence[Record], title: str | None) -> bytes:
    if path.suffix.lower() in (".html", ".htm"):
        from queries.page import page

        told = [(record.document, record.claims) for record in records]
        return (page(told, title=title) if title else page(told)).encode()
    from graph.export import content

    return content(str(path), records)
