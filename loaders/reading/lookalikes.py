"""Words that look like an actor and are none: "Georgia Institute of Technology"."""

import re
from functools import cache

from loaders.reading.names import Key, key

_AROUND = 60


def lookalike(name: Key, sentence: str, start: int, end: int) -> bool:
    """Whether the name at ``sentence[start:end]`` means no actor there, as the gazetteer has it."""
    for kind, pattern in _patterns().get(name, ()):
        if kind == "phrase":
            if any(m.start() <= start and end <= m.end() for m in pattern.finditer(sentence)):
                return True
        elif pattern.search(sentence[max(0, start - _AROUND) : end + _AROUND]):
            return True
    return False


@cache
def _patterns() -> dict[Key, list[tuple[str, re.Pattern[str]]]]:
    from ontology import gazetteer

    found: dict[Key, list[tuple[str, re.Pattern[str]]]] = {}
    for row in gazetteer.lookalikes():
        if row.pattern:
            pattern = re.compile(row.pattern, re.IGNORECASE)
            found.setdefault(key(row.name), []).append((row.kind, pattern))
    return found
