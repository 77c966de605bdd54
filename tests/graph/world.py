"""A small world for the tests of the record and its copies."""

from ontology.claim import Claim
from ontology.dates import PartialDate
from ontology.document import Document

DOCUMENT = Document(
    id="missiles",
    title="US sanctions Pakistan's missile programme",
    url="https://example.org/missiles",
    origin="/texts/missiles.txt",
    publisher="Example Times",
    date=PartialDate("2024-12-20"),
    content_hash="a" * 64,
)
SANCTIONS = Claim(
    subject="USA",
    relation="sanctions",
    object="PAK",
    since=PartialDate("2024-12"),
    quote="Washington imposed sanctions on Pakistan",
    start=10,
    end=50,
    suffix=" last week.",
    speaker="the State Department",
    confidence=0.9,
    extractor="reader-0.1",
)
ALLIED = Claim(
    subject="PAK",
    relation="alliedWith",
    object="CHN",
    quote="Pakistan's ally China",
    start=60,
    end=81,
    confidence=0.7,
    extractor="reader-0.1",
)
MEMBER = Claim(
    subject="PAK",
    relation="memberOf",
    object="SCO",
    since=PartialDate("2017", "dataset"),
    extractor="hand",
)
