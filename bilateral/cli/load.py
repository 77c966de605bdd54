"""``bilateral load``: sources into the graph."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from bilateral.cli.common import Settings, Share, bar, count, lexicon_option, taught, warn

if TYPE_CHECKING:
    from bilateral.loading import Report


@click.command(
    short_help="Load texts into the graph: files, folders, globs, -.",
    epilog="Example: bilateral load article.txt --date 2024-12-20",
)
@click.argument("names", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--as", "kind", type=click.Choice(["text"]), help="Kind of source; else recognised.")
@click.option("--date", help="Date of the document: 2024, 2024-12 or 2024-12-20.")
@click.option("--title", help="Title of the document.")
@click.option("--url", help="Address at which the document can be read.")
@click.option("--publisher", help="Who published it.")
@click.option("--min-confidence", type=Share(), help="Leave out claims below it.")
@lexicon_option
@click.option("--dry-run", is_flag=True, help="Print what would change (+ new, - gone, ~ changed).")
@click.option("--jobs", type=click.IntRange(1), default=1, help="Processes that read at once.")
@click.option(
    "--strict", is_flag=True, help="Write nothing if any source or line of a lexicon is bad."
)
@click.pass_obj
def load(
    settings: Settings,
    names: tuple[str, ...],
    kind: str | None,
    date: str | None,
    title: str | None,
    url: str | None,
    publisher: str | None,
    min_confidence: float | None,
    lexicons: tuple[str, ...],
    dry_run: bool,
    jobs: int,
    strict: bool,
) -> None:
    """Load files, folders, globs or standard input (-) into the graph.

    A text may begin with YAML front matter or a line such as
    "# source: ... | date: 2024-12-20 | licence: ...", which dates it and is not read.
    Loading the same source twice changes nothing.
    """
    from bilateral.loading import Order, load_all
    from loaders.documents.text import Given
    from loaders.source import sources
    from ontology.dates import partial

    found = sources(names)
    if len(found) > 1 and (title or url):
        raise click.UsageError("--title and --url describe one document; give one source")
    given = Given(date=partial(date), title=title, url=url, publisher=publisher)
    lexicon = taught(lexicons)
    # Of several sources the documents are counted instead, see _progress.
    progress = bar() if len(found) == 1 else None
    order = Order(given, min_confidence, dry_run, jobs, strict, lexicon, progress)
    graph = settings.graph(create=True)
    bad = _print(_progress(load_all(graph.folder, found, order), len(found)), dry_run)
    if bad or (lexicon and lexicon.problems):
        sys.exit(1)


def _progress(reports: Iterable["Report"], total: int) -> Iterator["Report"]:
    if total < 2 or not sys.stderr.isatty():
        yield from reports
        return
    with click.progressbar(reports, length=total, label="Reading", file=sys.stderr) as bar:
        yield from bar


def _print(reports: Iterable["Report"], dry_run: bool) -> int:
    claims = good = bad = 0
    for report in reports:
        if report.loaded is None or report.diff is None:
            warn(report.problem or "nothing loaded")
            bad += 1
            continue
        good += 1
        claims += len(report.loaded.claims)
        for line in report.loaded.warnings:
            warn(line)
        click.echo(
            f"{report.diff.document.id}: {report.loaded.summary()}{_change(report, dry_run)}"
        )
        if dry_run:
            for line in report.diff.lines():
                click.echo(line)
    if good + bad > 1:
        failed = f"; {bad} could not be read" if bad else ""
        click.echo(f"{count(good, 'document')}, {count(claims, 'claim')}{failed}")
    return bad


def _change(report: "Report", dry_run: bool) -> str:
    diff = report.diff
    if not diff:
        return " (loaded before, nothing changed)"
    if diff.new:
        return ""
    numbers = {"+": len(diff.added), "-": len(diff.withdrawn), "~": len(diff.changed)}
    shown = " ".join(f"{sign}{number}" for sign, number in numbers.items() if number)
    return f" ({'would change' if dry_run else 'changed'}: {shown or 'its description'})"
