"""The graph to a file, whole or not at all."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

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
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as out:
        try:
            out.write(data)
            out.close()
            Path(out.name).chmod(0o666 & ~_umask())
            Path(out.name).replace(path)
        except BaseException:
            Path(out.name).unlink(missing_ok=True)
            raise
    return sum(len(record.claims) for record in records)


def _content(path: Path, records: Sequence[Record], title: str | None) -> bytes:
    if path.suffix.lower() in (".html", ".htm"):
        from queries.page import page

        told = [(record.document, record.claims) for record in records]
        return (page(told, title=title) if title else page(told)).encode()
    from graph.export import content

    return content(str(path), records)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
