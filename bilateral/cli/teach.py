"""``bilateral teach``: a relation by an example."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilateral.cli.common import LEXICON_VARIABLE, Settings, claim_line, count, warn

if TYPE_CHECKING:
    from bilateral.teaching import Hit, Lesson

_DEFAULT = "lexicon.txt"
_STATES = {"new": "new", "there": "already there", "gone": "would go"}


@click.command(
    short_help="Teach the reader a relation by an example.",
    epilog='Example: bilateral teach "A slapped tariffs on B" sanctions; '
    "then bilateral load --lexicon lexicon.txt article.txt",
)
@click.argument("words", metavar="SENTENCE")
@click.argument("relation", metavar="REL")
@click.option(
    "--lexicon",
    "file",
    type=click.Path(),
    metavar="FILE",
    help=f"Your lexicon; else the first of $BILATERAL_LEXICON, else {_DEFAULT}.",
)
@click.option("--dry-run", is_flag=True, help="Show what it would match, but write nothing.")
@click.pass_obj
def teach(settings: Settings, words: str, relation: str, file: str | None, dry_run: bool) -> None:
    """Teach the reader that SENTENCE, in which A acts on B, tells the relation REL.

    A and B are the two sides, A~ is the adjective ("French"), C and D are bystanders, {hit/struck}
    are alternatives. End it in " | possible" or " | denied" where it is not told as fact. REL
    "none" says that such a sentence tells nothing of A and B.

    The line is added to your lexicon, a plain text file; `read` and `load` use it with --lexicon.
    """
    from bilateral.teaching import teach as run

    lesson = run(Path(file or _file()), words, relation, dry_run=dry_run)
    state = "already in" if lesson.known else "would add to" if dry_run else "added to"
    click.echo(f"{state} {lesson.file}: {lesson.line}")
    for other in lesson.others:
        warn(f"{other.place}: the same words are taught as `{other}` too; remove one of the lines")
    _explain(lesson)
    _print_hits(settings, lesson)


def _file() -> str:
    """The first file of the environment variable, or the default."""
    named = os.environ.get(LEXICON_VARIABLE, "").split(os.pathsep)[0]
    return named or _DEFAULT


def _explain(lesson: "Lesson") -> None:
    for shown in dict.fromkeys(str(pattern) for pattern in lesson.patterns):
        click.echo(f"  matches:     {shown}")
    for word in dict.fromkeys(p.trigger for p in lesson.patterns if p.trigger):
        click.echo(f"  less surely: '{word}' where A and B stand in the same way")


def _print_hits(settings: Settings, lesson: "Lesson") -> None:
    from bilateral.graph import exists
    from bilateral.teaching import LAST, hits

    if not exists(settings.folder):
        click.echo(f"no graph in {settings.folder} yet, so nothing to try it on")
        return
    found = list(hits(settings.graph().folder, lesson.line))
    for hit in found:
        click.echo(_line(hit))
    if not found:
        click.echo(f"no sentence of the last {LAST} documents in {settings.folder} matches")
    elif any(hit.state != "there" for hit in found):
        claims = count(sum(hit.state != "there" for hit in found), "claim")
        click.echo(f"{claims} to change; load again with --lexicon {lesson.file}")


def _line(hit: "Hit") -> str:
    claim = hit.claim
    sure = "" if hit.state == "gone" else f"  {claim.confidence}"
    return f"{claim.document}: {claim_line(claim)}{sure} ({_STATES[hit.state]})"
