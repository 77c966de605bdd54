"""The command line: one file a command, nothing heavy imported before it is needed."""

import os
import sys
from collections.abc import Sequence

import click

from bilateral.cli.add import add
from bilateral.cli.check import check
from bilateral.cli.common import Settings
from bilateral.cli.evaluate import evaluate
from bilateral.cli.export import export
from bilateral.cli.load import load
from bilateral.cli.queries import queries
from bilateral.cli.query import query
from bilateral.cli.read import read
from bilateral.cli.retract import retract
from bilateral.cli.show import show
from bilateral.cli.status import status
from bilateral.cli.sync import sync
from bilateral.cli.teach import teach
from ontology.errors import BilateralError, reason

COMMANDS = (
    load,
    read,
    teach,
    add,
    retract,
    show,
    status,
    query,
    queries,
    sync,
    export,
    check,
    evaluate,
)


class _InOrder(click.Group):
    """Lists the commands in the order of the work, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [command.name or "" for command in COMMANDS]


@click.group(
    cls=_InOrder,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start: bilateral load article.txt; then bilateral query sanctions; "
    "then bilateral export relations.html",
)
@click.option(
    "--graph",
    "folder",
    envvar="BILATERAL_GRAPH",
    default="relations",
    show_default=True,
    metavar="DIR",
    help="Folder that holds the claims; also $BILATERAL_GRAPH.",
)
@click.option("--debug", is_flag=True, help="Show a traceback when something fails.")
@click.version_option(package_name="bilateral")
@click.pass_context
def cli(ctx: click.Context, folder: str, debug: bool) -> None:
    """A knowledge graph of relations between states.

    Text and data go in; every relation comes out with the words that say it.
    """
    ctx.obj = Settings(folder, debug)


for _command in COMMANDS:
    cli.add_command(_command)


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line: exit 0 if all went well, 1 for bad input, 2 for wrong usage.

    Args:
        words: the arguments; None takes those of the process.
    """
    words = sys.argv[1:] if words is None else words
    for word in words:
        if not _readable(word):
            click.echo(f"bilateral: {word!a} is no UTF-8 text; write it in UTF-8", err=True)
            sys.exit(1)
    try:
        cli(list(words), prog_name="bilateral", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("stopped", err=True)
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output (head, less) has left: not an error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except (BilateralError, OSError) as error:
        if "--debug" in words:
            raise
        click.echo(f"bilateral: {_line(error)}", err=True)
        sys.exit(1)


def _readable(word: str) -> bool:
    """Whether it is text, or the name of a file that is there however it is written."""
    try:
        word.encode()
    except UnicodeEncodeError:
        return os.path.lexists(word)
    return True


def _line(error: BilateralError | OSError) -> str:
    if isinstance(error, BilateralError):
        return str(error)
    return f"{error.filename or 'output'}: {reason(error)}"
