"""Answers in the format that a person or program wants."""

import csv
import io
import json
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from rich.console import Console

Format = Literal["table", "json", "jsonl", "csv", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)
Rows = Sequence[Sequence[object]]


def render(columns: Sequence[str], rows: Rows, form: Format, width: int | None = None) -> str:
    """Rows in one of the formats, ending with a newline unless there is nothing to print.

    Args:
        columns: their names.
        rows: plain Python values, one sequence a row.
        form: the format.
        width: of the terminal in characters, for ``table``; None never wraps a line, so that a
            quote stays in one piece for grep and for files.
    """
    if form == "table":
        return _table(columns, rows, width)
    if form == "markdown":
        return _markdown(columns, rows)
    if form == "csv":
        return _csv(columns, rows)
    records = [_finite(dict(zip(columns, row, strict=True))) for row in rows]
    if form == "json":
        return json.dumps(records, ensure_ascii=False, indent=2, default=str) + "\n"
    return "".join(json.dumps(r, ensure_ascii=False, default=str) + "\n" for r in records)


def cell(value: object) -> str:
    """A value as people read it: nodes by name, relationships by type, lists with commas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return _mapping(value)
    if isinstance(value, list | tuple):
        return ", ".join(cell(item) for item in value)
    return str(value)


def _finite(value: object) -> object:
    """JSON has no NaN and no infinity: they become null."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value


def _mapping(value: Mapping[str, object]) -> str:
    if "type" in value and "start_code" in value:
        ends = [cell(value.get(end)) for end in ("start_code", "end_code")]
        quote = f' "{value["quote"]}"' if value.get("quote") else ""
        return f"{ends[0]} {value['type']} {ends[1]}{quote}".strip()
    if "name" in value and "code" in value:
        return f"{value['name']} ({value['code']})"
    return json.dumps(value, ensure_ascii=False, default=str)


def _table(columns: Sequence[str], rows: Rows, width: int | None) -> str:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for index, name in enumerate(columns):
        numbers = bool(rows) and all(isinstance(r[index], int | float | None) for r in rows)
        table.add_column(Text(name), justify="right" if numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell(value)) for value in row))
    console, out = _console(width or 1_000_000)
    console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _console(width: int) -> "tuple[Console, io.StringIO]":
    from rich.console import Console

    out = io.StringIO()
    return Console(file=out, width=width, highlight=False, color_system=None), out


def _markdown(columns: Sequence[str], rows: Rows) -> str:
    lines = [[_escape(name) for name in columns], ["---"] * len(columns)]
    lines += [[_escape(cell(value)) for value in row] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\r", "").replace("\n", "<br>")


def _csv(columns: Sequence[str], rows: Rows) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[cell(value) for value in row] for row in rows])
    return out.getvalue()
