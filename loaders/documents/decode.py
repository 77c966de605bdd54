"""Bytes become text, or say why not."""

import codecs
import re
from dataclasses import dataclass

from ontology.errors import SourceError

LIMIT_MB = 20
"""Largest text read, in megabytes (10^6 bytes): about 20 books of 1,000 pages."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP, Word or EPUB file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a gzip file",
    b"{\\rtf": "an RTF file",
}
_HTML = re.compile(rb"\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html)\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and a warning where its encoding had to be guessed."""

    text: str
    warning: str | None = None


def decode(data: bytes, where: str) -> Decoded:
    """Text from the bytes of a file: UTF-8, UTF-16 or UTF-32 by mark, else Windows-1252.

    Args:
        data: the whole file. No line ending is changed, so that offsets hold in the file as given.
        where: its name, for messages.

    Raises:
        SourceError: the file is empty, too large, binary, or of a kind that is no plain text.
    """
    _refuse(data, where)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, encoding, where))
    try:
        text, warning = data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", errors="replace")
        warning = f"{where}: not UTF-8 (byte {error.start}); read as Windows-1252, check the quotes"
    if len(_CONTROL.findall(text[:100_000])) > len(text[:100_000]) // 200:
        raise SourceError(f"{where}: looks binary, not a text; give a plain-text file")
    if not text.strip().strip("\ufeff"):
        raise SourceError(f"{where}: empty, nothing to read")
    return Decoded(text, warning)


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise SourceError(f"{where}: broken {encoding.upper()}; save it as UTF-8") from None
    if not text.strip().strip("\ufeff"):
        raise SourceError(f"{where}: empty, nothing to read")
    return text


def _refuse(data: bytes, where: str) -> None:
    if not data:
        raise SourceError(f"{where}: empty, nothing to read")
    if len(data) > LIMIT_MB * 1_000_000:
        size = len(data) / 1_000_000
        raise SourceError(
            f"{where}: {size:.0f} MB is above the limit of {LIMIT_MB} MB; split it into documents"
        )
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise SourceError(f"{where}: this is {kind}; save its text as .txt and load that")
    if _HTML.match(data[:2000]):
        raise SourceError(f"{where}: this is an HTML page; save its article as .txt and load that")
    if b"\x00" in data[:4096] and not data.startswith(tuple(m for m, _ in _MARKS)):
        raise SourceError(f"{where}: looks binary, not a text; give a plain-text file")
