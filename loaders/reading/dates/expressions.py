"""The times that a sentence tells: "in May 2014", "from 1979 to 1989", "last week"."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from loaders.reading.lexicon import words
from ontology.dates import PartialDate
from ontology.errors import OntologyError

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_SHORT = {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
_Y = r"(?:1[5-9]\d\d|20\d\d)"
_M = "|".join([*(m.title() for m in _MONTHS), *(rf"{m.title()}\." for m in _SHORT), "Sept"])
_D = r"[0-3]?\d(?:st|nd|rd|th)?"
_N = r"(?:\d{1,3}|\w+)"
# What a date may be, the fuller forms first; the last letter of a group's name says what it is.
_DATE = (
    rf"(?P<y{{0}}>{_Y})-(?P<m{{0}}>\d\d)-(?P<d{{0}}>\d\d)"
    rf"|(?P<day{{0}}>{_D})(?:\sof)?\s(?P<month{{0}}>{_M})(?:,?\s(?P<year{{0}}>{_Y})\b)?"
    rf"|(?P<month2{{0}}>{_M})\s(?P<day2{{0}}>{_D})\b(?!:)(?:,?\s(?P<year2{{0}}>{_Y})\b)?"
    rf"|(?P<month3{{0}}>{_M})(?:\sof)?,?\s(?P<year3{{0}}>{_Y})\b"
    rf"|(?P<year4{{0}}>{_Y})(?!\d|,\d|\.\d|s\b)"
    rf"|(?P<month5{{0}}>{_M})"
)
_FIRST, _SECOND = _DATE.replace("{0}", "_a"), _DATE.replace("{0}", "_b")
_PART = r"(?:(?:the\s)?(?:early|late|mid|the\s(?:start|end|beginning|middle)\sof)[\s-]+)?"
_FORMS = re.compile(
    rf"\b(?P<range>(?P<open>[Ff]rom|[Bb]etween|[Ii]n|[Dd]uring)?\s?{_PART}(?:{_FIRST})"
    rf"(?:\s(?:to|until|till|through|and)\s|\s?[-–]\s?){_PART}(?:{_SECOND}|(?P<short>\d\d)\b(?!-)))"
    r"|\b(?P<past>[Aa]t (?:the|that) time|[Bb]ack then|[Ii]n those days|[Oo]riginally"
    r"|[Hh]istorically|(?:[Tt]he\s)?(?:(?:following|next|same) (?:month|year)))\b"
    rf"|\b(?P<decade>{_Y}s)\b|\b(?P<century>\w+[\s-]century)\b"
    rf"|\b(?P<back>(?P<count>{_N})\s(?P<unit>day|week|month|year|decade)s?\sago)\b"
    rf"|\b(?P<off>(?P<count2>{_N})\s(?:month|year|decade)s?\s"
    r"(?:later|earlier|after|before|since))\b"
    r"|\b(?P<rel>(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Tt]he\spast)\s"
    r"(?P<what>year|month|week|weekend|night|spring|summer|autumn|fall|winter)))\b"
    rf"|\b(?P<day_name>(?:[Ll]ast\s|[Nn]ext\s)?(?:{'|'.join(d.title() for d in _DAYS)}))\b(?!-)"
    r"|\b(?P<now>[Tt]oday|[Yy]esterday|[Tt]onight|[Oo]vernight|[Tt]omorrow)\b"
    rf"|(?<![\w.,-])(?P<plain>{_DATE.replace('{0}', '_c')})"
)
_BEFORE = re.compile(
    r"(?:^|\b)((?:(?:up|as|prior|ahead)\s)?[A-Za-z']+)\s(?:the\s|early\s|late\s|mid-)*$"
)
_FIRST_TIME = re.compile(r"\b(?:not|n't|never|time|first|\w+est)\s(?:[\w-]+\s){0,3}since\s[^,;]*$")
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of a sentence that tell a time.

    Args:
        start, end: offsets in the sentence.
        since, until: what they tell; both None for times that bar others but give no year, such
            as "in the 1990s", "by 2030", "a decade later".
        named: whether a year is written out.
    """

    start: int
    end: int
    since: PartialDate | None = None
    until: PartialDate | None = None
    named: bool = False


def expressions(
    sentence: str, published: PartialDate | None, *, ahead: bool = False, year: int | None = None
) -> list[Expression]:
    """The times told in a sentence, left to right.

    Args:
        sentence: its text.
        published: the document's date, from which "last year" and "on May 1" count.
        ahead: whether times without a year lie after it.
        year: of months without a year, where the document's date does not tell it.
    """
    reader = _Reader(sentence, published, ahead, year)
    return [e for found in _FORMS.finditer(sentence) for e in reader.read(found)]


@dataclass(frozen=True, slots=True)
class _Reader:
    sentence: str
    published: PartialDate | None
    ahead: bool
    year: int | None

    def read(self, found: re.Match[str]) -> Iterator[Expression]:
        start, end = found.span()
        before = _BEFORE.search(self.sentence[:start])
        lead = before[1].lower() if before else ""
        if found["range"]:
            yield from self._range(found, lead)
        elif found["plain"]:
            value = self._date(found, "_c", lead)
            if value and not _counts(found, lead, self.sentence):
                named = any(found[f"{k}_c"] for k in ("y", "year", "year2", "year3", "year4"))
                yield self._placed(start, end, value, lead, named=named)
        elif found["decade"] or found["century"] or found["off"] or found["past"]:
            if not found["off"] or _number(found["count2"]):
                yield Expression(start, end)
        elif found["back"]:
            if _number(found["count"]):
                when = self._ago(_number(found["count"]), found["unit"])
                yield self._placed(start, end, when, lead)
        elif found["rel"]:
            when = self._relative(found["which"].lower(), found["what"])
            yield self._placed(start, end, when, lead)
        elif found["day_name"]:
            yield self._placed(start, end, self._weekday(found["day_name"].lower()), lead)
        elif found["now"]:
            yield self._placed(start, end, self._now(found["now"].lower()), lead)

    def _placed(
        self, start: int, end: int, when: PartialDate | None, lead: str, *, named: bool = False
    ) -> Expression:
        last = lead.split(" ")[-1]
        if when is None or {lead, last} & words("bar"):
            return Expression(start, end, named=named)
        if last == "since" and _FIRST_TIME.search(self.sentence[:start]):
            return Expression(start, end, named=named)
        if {lead, last} & words("until"):
            return Expression(start, end, None, when, named)
        return Expression(start, end, when, None, named)

    def _range(self, found: re.Match[str], lead: str) -> Iterator[Expression]:
        first, second = self._date(found, "_a", "in"), self._date(found, "_b", "in")
        written = any(found[f"{kind}_a"] for kind in ("y", "year", "year2", "year3", "year4"))
        if found["short"]:
            full = f"{first.value[:2] if first else ''}{found['short']}"
            second = _made(full) if first and written and len(first.value) == 4 else None
        if not written and first and second:
            first = _made(f"{second.value[:4]}{first.value[4:]}")
        if first is None or second is None or second.last_day() < first.first_day():
            if first and not found["short"]:
                yield self._placed(*found.span(), first, lead, named=written)
            return
        apart = (found["open"] or "").lower() not in ("from", "between")
        until = None if apart and " and " in found[0] else second
        yield Expression(*found.span(), first, until, named=True)

    def _date(self, found: re.Match[str], at: str, lead: str) -> PartialDate | None:
        def part(*kinds: str) -> str | None:
            return next((found[k + at] for k in kinds if found[k + at]), None)

        if found["y" + at]:
            return _made(f"{found['y' + at]}-{found['m' + at]}-{found['d' + at]}")
        year = part("year", "year2", "year3", "year4")
        name = part("month", "month2", "month3", "month5")
        if name is None:
            return _made(str(year))
        number = _month(name)
        digits = re.match(r"\d+", part("day", "day2") or "")
        day = int(digits[0]) if digits else None
        if year is None:
            if day is None and lead.split(" ")[-1] not in words("monthly"):
                return None
            year = self._year_of(found, number, day)
        if year is None:
            return None
        return _made(f"{year}-{number:02d}" + (f"-{day:02d}" if day else ""))

    def _year_of(self, found: re.Match[str], month: int, day: int | None) -> str | None:
        """The year of a month or day named without one: the latest that is not to come."""
        if self.year is not None:
            written = _YEAR.findall(self.sentence[: found.start()])
            return written[-1] if written else f"{self.year:04d}"
        if self.published is None:
            return None
        here = self.published
        known = int(here.value[5:7]) if len(here.value) > 4 else None
        if known is None:
            return f"{here.year:04d}"
        last = here.last_day()
        later = (month, day or 1) > (last.month, last.day)
        earlier = month < known
        shift = (1 if earlier else 0) if self.ahead else (-1 if later else 0)
        return f"{here.year + shift:04d}"

    def _ago(self, count: int, unit: str) -> PartialDate | None:
        if self.published is None:
            return None
        if unit in ("year", "decade"):
            year = self.published.year - count * (10 if unit == "decade" else 1)
            # "Ten years ago" may be eleven; a decade is not told to the year.
            return _made(f"{year:04d}") if unit == "year" and year > 0 else None
        back = timedelta(days=count * {"day": 1, "week": 7, "month": 30}[unit])
        loose = timedelta(days={"day": 0, "week": 3, "month": 15}[unit])
        low, high = self.published.first_day() - back, self.published.last_day() - back
        return spanning(low - loose, high + loose)

    def _relative(self, which: str, what: str) -> PartialDate | None:
        if self.published is None:
            return None
        low, high = self.published.first_day(), self.published.last_day()
        shift = {"this": 0, "next": 1}.get(which, -1)
        if which in ("previous", "the past"):
            return None
        if what == "year":
            return _made(f"{self.published.year + shift:04d}")
        if what == "month" and len(self.published.value) > 4:
            count = low.year * 12 + low.month - 1 + shift
            return _made(f"{count // 12:04d}-{count % 12 + 1:02d}")
        if what in ("week", "weekend"):
            monday = low - timedelta(days=low.weekday()) + shift * _WEEK
            end = high - timedelta(days=high.weekday()) + shift * _WEEK + timedelta(days=6)
            return spanning(monday, min(end, high) if shift <= 0 else end)
        if what == "night":
            return spanning(low - timedelta(days=1), high)
        return _made(f"{self.published.year:04d}") if which == "this" and what != "winter" else None

    def _weekday(self, name: str) -> PartialDate | None:
        if self.published is None or name.startswith("next"):
            return None
        low, high = self.published.first_day(), self.published.last_day()
        if len(self.published.value) < 10:
            return spanning(low - timedelta(days=6), high)
        wanted = _DAYS[name.removeprefix("last ")]
        if self.ahead:
            return spanning(low, low + timedelta(days=(wanted - low.weekday()) % 7))
        back = (low.weekday() - wanted) % 7
        if name.startswith("last ") and back == 0:
            back = 7
        return spanning(low - timedelta(days=back), low - timedelta(days=back))

    def _now(self, name: str) -> PartialDate | None:
        if self.published is None:
            return None
        low, high = self.published.first_day(), self.published.last_day()
        one = timedelta(days=1)
        if name == "today":
            return spanning(low, high)
        if name == "yesterday":
            return spanning(low - one, high - one)
        return (
            spanning(low, high + one)
            if name in ("tonight", "tomorrow")
            else spanning(low - one, high)
        )


def spanning(low: date, high: date) -> PartialDate | None:
    """The most precise date that holds every day from ``low`` to ``high``; None over years."""
    if low.year != high.year:
        return None
    if low.month != high.month:
        return _made(f"{low.year:04d}")
    return _made(low.isoformat() if low == high else low.isoformat()[:7])


def _counts(found: re.Match[str], lead: str, sentence: str) -> bool:
    """Whether four digits are no year: a count, or the number of a resolution."""
    if not found["year4_c"]:
        return False
    after = re.match(r"\s?([A-Za-z%]+)", sentence[found.end() :])
    return bool(after and after[1].lower() in words("counted")) or lead.split(" ")[-1] in words(
        "numbered"
    )


def _month(name: str) -> int:
    short = name.rstrip(".").lower()
    return _MONTHS.get(short) or _SHORT[short]


@cache
def _numbers() -> dict[str, int]:
    return {pair.split(":")[0]: int(pair.split(":")[1]) for pair in words("number")}


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _numbers().get(text.lower(), 0)


def _made(value: str) -> PartialDate | None:
    try:
        return PartialDate(value)
    except OntologyError:
        return None
