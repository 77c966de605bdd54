"""Folding of names: how two spellings of one name become one key."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ə": "e", "æ": "ae", "œ": "oe",
        "þ": "th", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'",
        "–": "-", "—": "-", "‑": "-", "&": " and ", ".": "", "-": " ", "(": " ", ")": " ",
    }
)  # fmt: skip
_SPACE = re.compile(r"\s+")
_EDGE = " ,;:!?\"“”'[]"


def fold(name: str) -> str:
    """A key that ignores case, accents, dots, hyphens, a leading or closing "the" and "'s".

    Args:
        name: a name as it is written: "the Élysée", "U.S.", "Guinea-Bissau".
    """
    key = unaccented(name.casefold())
    key = _SPACE.sub(" ", key.translate(_LETTERS)).strip(_EDGE)
    key = key.removeprefix("the ").removesuffix(" the").removesuffix("'s")
    return key.replace("'", "").strip(_EDGE)


def unaccented(text: str) -> str:
    """A text without accents and other marks, its case kept."""
    if text.isascii():
        return text
    marks = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in marks if not unicodedata.combining(letter))
