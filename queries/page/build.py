"""From records to the text of the file."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ontology.claim import Claim
from ontology.document import Document
from queries.page.bundle import library, script, style
from queries.page.model import model
from queries.page.seal import island, policy

_FOLDER = Path(__file__).parent


def build(
    records: Iterable[tuple[Document, Sequence[Claim]]], *, title: str, names: Mapping[str, str]
) -> str:
    """Fill the template; every value but our own script, style and data is escaped by it."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    loader = FileSystemLoader(_FOLDER)
    templates = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    scripts, css = [library(), script()], style()
    return templates.get_template("template.html").render(
        title=title,
        policy=policy(scripts, [css]),
        style=Markup(css),  # noqa: S704 -- our own file
        data=Markup(island(model(records, names))),  # noqa: S704 -- escaped by island
        scripts=[Markup(text) for text in scripts],  # noqa: S704 -- our own and vis-network
    )
