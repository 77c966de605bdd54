"""What a text says of itself before it begins: YAML front matter, or one comment line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ontology.dates import PartialDate
from ontology.errors import OntologyError, SourceError

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)(?:^|\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"\ufeff?#[ \t]*([^\r\n]*)(?:\r?\n|\Z)")
_DATE = re.compile(r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?(?=T\d|[\s,;/]|$)")
_KEYS = {
    "title": "title",
    "headline": "title",
    "date": "date",
    "published": "date",
    "source": "source",
    "url": "url",
    "link": "url",
    "publisher": "publisher",
    "licence": "licence",
    "license": "licence",
    "language": "language",
    "lang": "language",
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """Fields found before the text, and the character at which the text begins."""

    start: int = 0
    fields: Mapping[str, str] = field(default_factory=dict)

    def date(self, where: str) -> tuple[PartialDate | None, str | None]:
        """The document's date, and a warning where not all of it could be understood.

        "2025-11 snapshot" is dated by its beginning; "2008-2015" and "spring" date nothing.

        Raises:
            SourceError: it is written like a date and is none (2024-13); names the file.
        """
        value = self.fields.get("date", "")
        found = _DATE.match(value)
        if not found:
            warning = f"{where}: date {value!r} in its metadata is not understood; give --date"
            return None, warning if value else None
        try:
            return PartialDate(found[0]), None
        except OntologyError as error:
            raise SourceError(f"{where}: date in its metadata: {error}") from None


def metadata(text: str, where: str) -> Metadata:
    """The metadata that a text begins with, if any.

    Two forms are read: YAML front matter between ``---`` lines, and one comment line such as
    ``# source: Reuters | date: 2024-12-20 | licence: CC BY 4.0``. A first line that is a Markdown
    heading is text. ``source`` gives the url if it is an address, else the publisher.

    Raises:
        SourceError: the front matter is broken YAML.
    """
    front = _FRONT.match(text)
    if front:
        return Metadata(front.end(), _known(_yaml(front[1], where)))
    comment = _COMMENT.match(text)
    if comment:
        fields = _known(_pairs(comment[1]))
        if fields:
            return Metadata(comment.end(), fields)
    return Metadata(1 if text.startswith("\ufeff") else 0)


def _yaml(block: str, where: str) -> dict[str, str]:
    import yaml

    try:
        # The base loader makes text of everything: a wrong date is ours to explain.
        loaded = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506  (it builds no objects)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 2}" if mark else ""
        raise SourceError(f"{where}{line}: front matter is no YAML; mend or remove it") from None
    if not isinstance(loaded, dict):
        return {}
    return {str(key): value for key, value in loaded.items() if isinstance(value, str) and value}


def _pairs(line: str) -> dict[str, str]:
    found = (re.match(r"\s*([A-Za-z]+)\s*:\s+(.+?)\s*$", part) for part in line.split("|"))
    return {pair[1]: pair[2] for pair in found if pair}


def _known(fields: Mapping[str, str]) -> dict[str, str]:
    known = {_KEYS[key.lower()]: value for key, value in fields.items() if key.lower() in _KEYS}
    source = known.pop("source", None)
    if source:
        known.setdefault("url" if is_address(source) else "publisher", source)
    return known


def is_address(text: str) -> bool:
    """Whether a text is an http(s) address."""
    return bool(re.match(r"https?://[^\s/]+", text))
