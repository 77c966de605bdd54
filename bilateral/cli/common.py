"""What the commands share: settings, terminal width, warnings."""

import math
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from bilateral.graph import Graph
    from loaders.reading.taught_patterns import Lexicon
    from ontology.claim import Claim

LONG = 300
"""Sentences from which on a text's reading shows its progress: about three seconds."""
LEXICON_VARIABLE = "BILATERAL_LEXICON"


@dataclass(frozen=True, slots=True)
class Settings:
    """Options before the command."""

    folder: str
    debug: bool = False

    def graph(self, *, create: bool = False) -> "Graph":
        """The graph in the folder.

        Raises:
            FolderError: there is none, and it is not to be made.
        """
        from bilateral.graph import Graph

        return Graph(self.folder, create=create, notify=warn)


class Share(click.FloatRange):
    """A number from 0 to 1; click's own range lets NaN through."""

    def __init__(self) -> None:
        super().__init__(0, 1)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        number: float = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail(f"{value!r} is no number from 0 to 1", param, ctx)
        return number


def lexicon_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--lexicon FILE``, for commands that read."""
    return click.option(
        "--lexicon",
        "lexicons",
        type=click.Path(),
        multiple=True,
        envvar=LEXICON_VARIABLE,
        metavar="FILE",
        help="Lines of your own that teach the reader; repeatable; also $BILATERAL_LEXICON.",
    )(command)


def taught(files: Sequence[str]) -> "Lexicon | None":
    """The user's lexicon, None if there is no file; lines that are wrong are told.

    Raises:
        SourceError: a file can't be read.
    """
    from bilateral.reading import compiled

    lexicon = compiled(files)
    for problem in lexicon.problems if lexicon else ():
        warn(problem)
    return lexicon


class Bar:
    """Shows on standard error how far a long text is read; of a short one nothing is shown."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        """Show that so many of all sentences are read."""
        if total < LONG:
            return
        if done == 1:
            step = total // 100
            self._bar = click.progressbar(
                length=total, label="Reading", file=sys.stderr, update_min_steps=step
            )
        self._bar.update(1)
        if done == total:
            self._bar.render_finish()


def bar() -> Bar | None:
    """What shows the progress of reading, None where nobody looks on."""
    return Bar() if sys.stderr.isatty() else None


def width() -> int | None:
    """The terminal's width in characters; None where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def warn(line: str) -> None:
    """One line on standard error."""
    click.echo(f"bilateral: {line}", err=True)


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "1,204 claims"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def claim_line(claim: "Claim") -> str:
    """A claim in one line: ``USA sanctions PAK (2024) "the words"``."""
    told = "" if claim.modality == "actual" else f" [{claim.modality}]"
    when = f" ({claim.since or ''}{f'–{claim.until}' if claim.until else ''})"
    when = when if claim.since or claim.until else ""
    quote = f' "{" ".join(claim.quote.split())}"' if claim.quote else ""
    return f"{claim.subject} {claim.relation} {claim.object}{told}{when}{quote}"
