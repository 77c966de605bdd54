"""Persons whom the text itself introduces with their state: "Russian envoy Ivan Petrov"."""

import re
from functools import cache

from loaders.reading.lexicon import words
from loaders.reading.mentions import Mention

_NAME = r"(?:[A-Z][\w'-]+\.?\s){1,3}?(?P<last>[A-ZÀ-Þ][\w'-]{2,})"


@cache
def _after() -> re.Pattern[str]:
    """An office right behind a state's name, then a person's name."""
    offices = "|".join(sorted(map(re.escape, words("office")), key=len, reverse=True))
    return re.compile(
        rf"(?:'s)?\s(?:[\w-]+\s){{0,4}}?(?i:{offices})s?(?:\s(?:for|of|to)\s[\w\s]{{3,30}}?)?,?\s"
        + _NAME
        + r"(?![\w'-])"
    )


@cache
def _before() -> re.Pattern[str]:
    """A person's name, then "the X foreign minister" or "foreign minister of X"."""
    offices = "|".join(sorted(map(re.escape, words("office")), key=len, reverse=True))
    return re.compile(
        _NAME + rf",\s(?:the\s)?(?:[\w-]+\s){{0,3}}?(?:(?i:{offices})\sof\s(?:the\s)?)?$"
    )


def introduced(sentence: str, mentions: list[Mention]) -> dict[str, str]:
    """Surname -> state for persons that the sentence introduces."""
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.kind not in ("name", "adjective"):
            continue
        after = _after().match(sentence, mention.end)
        if after and not any(after.start() < m.start < after.start("last") for m in mentions):
            found[after["last"]] = mention.actor
    return {name: state for name, state in found.items() if name not in words("honorific")}
