"""When a claim holds: a year, month or day that the text or its date tells, never more."""

import calendar
import re
from dataclasses import dataclass

from loaders.reading.lexicon import words
from ontology.dates import PartialDate
from ontology.errors import OntologyError
from ontology.relations import relation

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b(?!\s?(?:km|m\b|tons|troops|people|soldiers))")
_DATE = re.compile(
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s)?(?P<m>{'|'.join(_MONTHS)})"
    r"(?:\s(?P<d2>\d{1,2})(?:st|nd|rd|th)?)?,?\s(?P<y>1[5-9]\d\d|20\d\d)\b"
)
_RELATIVE = re.compile(
    r"\b(last|this|next)\s(year|month|week)\b|\b(\w+)\syears\sago\b", re.IGNORECASE
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "six": 6, "seven": 7, "eight": 8}
_CLAUSE = re.compile(r"[,;:()]|\b(?:and|but|while|after|before|when|which|who)\b")


@dataclass(frozen=True, slots=True)
class When:
    """Dates of a document's claims.

    Args:
        published: the document's date.
        news: whether it tells what happened about then.
        report: whether it is dated to the day and leans on agencies or officials, as commentary.
    """

    published: PartialDate | None
    news: bool
    report: bool = False

    def since(
        self, sentence: str, quote: tuple[int, int], name: str, stance: str, *, told: bool = False
    ) -> PartialDate | None:
        """The date of a claim that ``sentence[start:end]`` carries.

        Args:
            sentence: the repaired sentence.
            quote: start and end of the quote in it.
            name: the relation claimed.
            stance: its modality.
            told: whether its verb stands in the simple past or present.
        """
        start, end = quote
        stated = _stated(sentence, start, end)
        if stated:
            return stated
        relative = self._relative(sentence, start, end)
        if relative:
            return relative
        recent = self.news or (self.report and told)
        if not recent or self.published is None or stance == "possible":
            return None
        if relation(name).kind != "event" or _YEAR.search(sentence):
            return None
        return PartialDate(str(self.published.year), "dateline")

    def _relative(self, sentence: str, start: int, end: int) -> PartialDate | None:
        if self.published is None:
            return None
        found = _RELATIVE.search(sentence, max(0, start - 40), min(len(sentence), end + 40))
        if found is None:
            return None
        year = self.published.year
        if found[3]:
            number = _NUMBERS.get(found[3].lower()) or (int(found[3]) if found[3].isdigit() else 0)
            return PartialDate(f"{year - number:04d}") if 0 < number < year else None
        shift = {"last": -1, "this": 0, "next": 1}[found[1].lower()]
        if found[2].lower() != "year":
            return None
        return PartialDate(f"{year + shift:04d}")


def when(text: str, published: PartialDate | None) -> When:
    """What dates a document's claims: news is told by weekdays and by words such as "today"."""
    days = re.findall(r"\b(?:" + "|".join(sorted(words("weekday"))) + r")\b", text)
    report = published is not None and published.precision == "day"
    told = any(word in text for word in words("wire"))
    return When(published, news=len(days) >= 1, report=report and told)


def _stated(sentence: str, start: int, end: int) -> PartialDate | None:
    """The date inside the quote, else the nearest one of its clause."""
    best: tuple[int, str] | None = None
    for found in _YEAR.finditer(sentence):
        away = max(start - found.end(), found.start() - end, 0)
        if away > 90 or (away and _CLAUSE.search(sentence, *_gap(found, start, end)) and away > 30):
            continue
        if best is None or away < best[0]:
            best = (away, _exact(sentence, found))
    if best is None:
        return None
    try:
        return PartialDate(best[1])
    except OntologyError:
        return PartialDate(best[1][:4])


def _gap(found: re.Match[str], start: int, end: int) -> tuple[int, int]:
    return (found.end(), start) if found.end() <= start else (end, found.start())


def _exact(sentence: str, year: re.Match[str]) -> str:
    for found in _DATE.finditer(sentence, max(0, year.start() - 25), year.end()):
        if found.end("y") == year.end():
            day = found["d1"] or found["d2"]
            month = f"{found['y']}-{_MONTHS[found['m']]:02d}"
            return f"{month}-{int(day):02d}" if day else month
    return year[0]
