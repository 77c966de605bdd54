"""Small graphs for the tests of the page."""

from itertools import cycle

from ontology.claim import Claim
from ontology.dates import PartialDate
from ontology.document import Document

from .hostile import HOSTILE, NO_LINKS

ARTICLE = Document(
    "harbour-talks",
    title="Harbour talks resume",
    url="https://news.example/harbour-talks",
    publisher="Example Wire",
    date=PartialDate("2024-05-17", "dateline"),
)


def claim(subject: str, relation: str, obj: str, quote: str = "words", **more: object) -> Claim:
    fields: dict[str, object] = {"document": ARTICLE.id, "quote": quote, "confidence": 0.8}
    return Claim(subject, relation, obj, **(fields | more))  # type: ignore[arg-type]


CLAIMS = (
    claim(
        "USA",
        "sanctions",
        "PAK",
        "imposed new sanctions on Pakistan",
        since=PartialDate("2024-03"),
        prefix="Washington ",
        suffix=", an official said.",
        speaker="an official",
    ),
    claim("USA", "aids", "PAK", "gave flood relief", since=PartialDate("2010-08-02")),
    claim("PAK", "alliedWith", "USA", "once allies", since=PartialDate("1954")),
    claim("PAK", "memberOf", "SCO", "joined the bloc", since=PartialDate("2017")),
    claim("IND", "rivalOf", "PAK", "a bitter rival"),
    claim("CHN", "suppliesArmsTo", "PAK", "may sell frigates", modality="possible"),
    claim("RUS", "attacks", "UKR", "denied that it had attacked", modality="denied"),
)
RECORDS = [(ARTICLE, CLAIMS)]


def hostile_records() -> list[tuple[Document, list[Claim]]]:
    """Every hostile text in every field that a source or a user can fill."""
    addresses = cycle(NO_LINKS)
    records = []
    for number, text in enumerate(HOSTILE):
        document = Document(
            f"d{number}{text}", title=text, url=next(addresses), publisher=text, licence=text
        )
        fields = {"quote": text, "prefix": text, "suffix": text, "speaker": text}
        claims = [
            claim(text, "sanctions", "PAK", document=document.id, extractor=text, **fields),
            claim("PAK", "memberOf", text, document=document.id, note=text, **fields),
        ]
        records.append((document, claims))
    return records


def hostile_names() -> dict[str, str]:
    return {text: f"{text}!" for text in HOSTILE}
