"""The words of a Cypher text, told apart from its strings and comments."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "name", "string", "sign"]
_TOKEN = re.compile(
    r"""
    (?P<space>\s+ | //[^\n]* | /\*.*?(?:\*/|\Z))
  | (?P<string>'(?:\\.|[^'\\])*(?:'|\Z) | "(?:\\.|[^"\\])*(?:"|\Z))
  | (?P<name>`(?:``|[^`])*(?:`|\Z))
  | (?P<word>[^\W\d]\w*)
  | (?P<sign>\d[\w.]*|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Args:
        kind: ``word`` (a keyword or a plain name), ``name`` (between backticks), ``string``, or
            ``sign`` (a number or punctuation).
        text: as written; a name without its backticks.
        at, end: where it begins and ends in the text.
    """

    kind: Kind
    text: str
    at: int
    end: int

    @property
    def keyword(self) -> str:
        """In capitals, if it may be a keyword; else an empty text."""
        return self.text.upper() if self.kind == "word" else ""


def tokens(cypher: str) -> list[Token]:
    """The tokens of a text; comments and space are left out."""
    found = []
    for match in _TOKEN.finditer(cypher):
        kind = match.lastgroup
        if kind in ("word", "string", "sign"):
            found.append(Token(kind, match.group(), *match.span()))  # type: ignore[arg-type]
        elif kind == "name":
            text = match.group()[1:].removesuffix("`").replace("``", "`")
            found.append(Token("name", text, *match.span()))
    return found


def readings(cypher: str) -> list[str]:
    r"""The text, and if it differs, as Neo4j reads it: ``\u004c`` is a letter anywhere in it."""
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), cypher)
    return [cypher] if plain == cypher else [cypher, plain]
