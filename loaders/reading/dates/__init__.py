"""When a claim holds: a year, month or day that the text or its date tells, never more."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.reading.dates.attach import nearest, past, remembered
from loaders.reading.dates.expressions import Expression, expressions
from loaders.reading.lexicon import words
from loaders.reading.sentences import LONGEST
from ontology.dates import PartialDate
from ontology.relations import relation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from loaders.reading.features import View
    from loaders.reading.mentions import Mention
    from loaders.reading.sentences import Sentence

_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
_FULL = re.compile(
    r"\b[A-Z][a-z]{2,8}\s\d{1,2},?\s(?:1[5-9]|20)\d\d\b|\b\d{1,2}\s[A-Z][a-z]{2,8}\s(?:1[5-9]|20)\d\d\b"
)
# Words of a text for each year in it that lies long before its date: history names more.
_DENSE, _SPARSE, _SHORTLY = 50, 100, 400
Span = tuple[PartialDate | None, PartialDate | None]


@dataclass(frozen=True, slots=True)
class When:
    """Dates of a document's claims.

    Args:
        published: the document's date.
        news: whether it tells what happened about then.
        text: the repaired text; a sentence may go on in the year of the one before.
    """

    published: PartialDate | None
    news: bool
    text: str = ""

    def span(
        self, seen: "View", ends: "tuple[Mention, Mention]", name: str, stance: str, at: "Sentence"
    ) -> Span:
        """Since and until of a claim.

        Args:
            seen: the parsed sentence.
            ends: subject and object.
            name: the relation claimed.
            stance: its modality.
            at: where the sentence stands.
        """
        tokens = [token for end in ends if (token := seen.nodes[end]) is not None]
        told = self._told(seen.doc.text, at, ahead=stance == "possible")
        found = nearest(seen.doc, tokens, told)
        if found is None or (found.until and not found.since and self._ahead(found.until)):
            return self._unsaid(told, tokens, name, stance, at)
        return found.since, found.until

    def _unsaid(
        self,
        told: list[Expression],
        tokens: "list[Token]",
        name: str,
        stance: str,
        at: "Sentence",
    ) -> Span:
        if any(remembered(token) for token in tokens):
            return None, None
        if self.published and self._recent(told, name, stance):
            return PartialDate(str(self.published.year), "dateline"), None
        if not self.news and stance != "possible" and not any(one.named for one in told):
            year = self._just_before(at)
            if year and relation(name).kind == "event" and past(tokens):
                return PartialDate(str(year)), None
        return None, None

    def _ahead(self, until: PartialDate) -> bool:
        return self.published is not None and until.year > self.published.year

    def _told(self, sentence: str, at: "Sentence", *, ahead: bool) -> list[Expression]:
        if self.news:
            return expressions(sentence, self.published, ahead=ahead)
        exact = self.published if self.published and self.published.precision == "day" else None
        return expressions(sentence, exact, ahead=ahead, year=self._before(at))

    def _before(self, at: "Sentence") -> int | None:
        """The year last named shortly before a sentence."""
        years = _YEAR.findall(self.text[max(0, at.start - _SHORTLY) : at.start])
        return int(years[-1]) if years else None

    def _just_before(self, at: "Sentence") -> int | None:
        """The year that the sentence before, in the same paragraph, ends in."""
        near = max(0, at.start - LONGEST)
        start = max(near, self.text.rfind("\n", near, at.start) + 1)
        before = self.text[start : at.start]
        last = re.split(r"[.!?]\s+(?=[A-Z])", before.rstrip(" .!?"))[-1]
        years = _YEAR.findall(last)
        return int(years[-1]) if years else None

    def _recent(self, told: list[Expression], name: str, stance: str) -> bool:
        """Whether a claim without a date is news, so that the document's year holds."""
        if not self.news or stance == "possible":
            return False
        return relation(name).kind == "event" and not any(one.named for one in told)


def when(text: str, published: PartialDate | None) -> When:
    """What dates a document's claims.

    A text is news if it names few years that lie long before its date: fewer are suffered in one
    whose date is known to the month or year only, for it may be a snapshot of an encyclopedia.
    """
    if published is None:
        return When(None, news=False, text=text)
    length = len(text.split())
    years = [int(year) for year in _YEAR.findall(text)]
    old = sum(year < published.year - 1 for year in years)
    days = re.search(r"\b(?:" + "|".join(sorted(words("weekday"))) + r")\b", text)
    said = re.findall(r"\b(?:said|says|told|tells)\b", text)
    if published.precision == "day":
        news = bool(days) or old * _DENSE <= length
    elif published.precision == "month" and (days or len(said) > 1):
        news = old * _SPARSE <= length
    else:
        news = old == 0
    if published.precision != "day" and old == len(years) and _FULL.search(text):
        # Its only dates are days of a year long before: history that names a weekday.
        news = False
    return When(published, news, text)
