"""The reader's steps in order: scan, judge, the user's lines, claims."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from loaders.reading import confidence, head
from loaders.reading.best import Best
from loaders.reading.candidates import can_hold
from loaders.reading.claims import Found, Told, claim, found_in, standing
from loaders.reading.dates import When, when
from loaders.reading.judge import judged
from loaders.reading.reasons import readable
from loaders.reading.repair import Repaired
from loaders.reading.scan import Scan, Scanned, scan
from loaders.reading.taught_claims import Taught, merged, taught_in
from loaders.reading.taught_patterns import Lexicon
from ontology.claim import Claim
from ontology.document import Document

Progress = Callable[[int, int], None]
"""Called with the number of sentences read so far and of all that are to be read."""


@dataclass(frozen=True, slots=True)
class Run:
    """What the steps made of a text.

    Args:
        claims: in the order of the text.
        skipped: reason -> number of sentences that were passed over.
        sentences: number of all sentences.
        taught: id of a claim that a user's line made -> how it matches.
        why: id of a claim -> what speaks for it; empty unless asked for.
    """

    claims: list[Claim]
    skipped: Counter[str]
    sentences: int
    taught: dict[str, str] = field(default_factory=dict)
    why: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Making:
    """Makes claims of what is found in a text.

    Args:
        text: the whole file as given.
        document: where it comes from.
        repaired: the text put right.
        dating: dates its claims.
        explain: whether to say what speaks for each claim.
    """

    text: str
    document: Document
    repaired: Repaired
    dating: When
    explain: bool

    def told(self, one: Found) -> Told:
        """The claim that the head finds."""
        made = claim(one, self.repaired, self.text, self.document, self.dating)
        reasons = head.load("relation").reasons(one.row, one.relation) if self.explain else ()
        return Told(made, one.score, one.sentence.index, readable(reasons))

    def lined(self, one: Taught) -> tuple[Told, str]:
        """The claim that a user's line finds, and how the line matches."""
        told = self.told(one.found)
        return replace(told, claim=one.put(told.claim)), one.match.how


def run(
    text: str,
    document: Document,
    start: int,
    least: float,
    lexicon: Lexicon | None = None,
    *,
    explain: bool = False,
    progress: Progress | None = None,
) -> Run:
    """Read a text; see ``loaders.reading.read``.

    A sentence is parsed, judged and forgotten before the next hundreds come: what is kept of a
    book is its text, the mentions in it, and the best claim of each kind.
    """
    scanned = scan(text, document, start)
    skipped, promising = _sorted_out(scanned)
    dating = when(scanned.repaired.text, document.date)
    making = Making(text, document, scanned.repaired, dating, explain)
    told, lined = Best(making.told), Best(making.lined)
    for number, (some, lines) in enumerate(_seen(promising, scanned, lexicon), start=1):
        sure = (one for one in some if confidence.calibrated(one.score) >= least)
        told.take((one.key, (one.score,), one) for one in sure)
        lined.take((one.found.key, one.rank, one) for one in lines)
        if progress:
            progress(number, len(promising))
    read, how = merged(standing(told.all()), lined.all(), least)
    why = {one.claim.id: one.why for one in read} if explain else {}
    number = len(scanned.sentences) + scanned.foreign
    return Run([one.claim for one in read], skipped, number, how, why)


def _sorted_out(scanned: Scan) -> tuple[Counter[str], list[Scanned]]:
    """How many sentences are passed over, and why; and those that may hold a claim."""
    skipped: Counter[str] = Counter()
    promising = []
    for sentence in scanned.sentences:
        reason = _passed_over(sentence)
        if reason:
            skipped[reason] += 1
        else:
            promising.append(sentence)
    skipped["not English"] = scanned.foreign
    return +skipped, promising


def _passed_over(sentence: Scanned) -> str | None:
    if not sentence.mentions:
        return "no actor"
    return None if can_hold(sentence.mentions) else "one actor"


def _seen(
    sentences: list[Scanned], scanned: Scan, lexicon: Lexicon | None
) -> Iterator[tuple[list[Found], list[Taught]]]:
    """What each sentence says, by head and encoder and by the user's lines."""
    for one in judged(sentences, scanned):
        found = found_in(one)
        if lexicon is None:
            yield found, []
        else:
            ends = zip(one.ends, one.rows, strict=True)
            yield taught_in(lexicon, one.view, one.sentence.sentence, ends, found)
