"""Hypothesis strategies for claims and documents."""

from hypothesis import strategies as st

from ontology.claim import MODALITIES, Claim
from ontology.dates import BASES, PartialDate
from ontology.document import Document
from ontology.gazetteer import actors
from ontology.relations import relations

# Any character that UTF-8 can hold; a lone surrogate is no character.
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
maybe_words = st.none() | words
stamps = st.datetimes().map(lambda t: t.replace(microsecond=0).strftime("%Y-%m-%dT%H:%M:%SZ"))
stamps = stamps.map(lambda t: t.rjust(20, "0"))
days = st.dates().map(lambda d: d.isoformat())
dates = st.builds(
    lambda day, length, basis: PartialDate(day[:length], basis),
    days,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(BASES),
)
document_dates = dates.map(lambda d: PartialDate(d.value))
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,30}[A-Za-z0-9]", fullmatch=True)

documents = st.builds(
    Document,
    id=ids,
    title=st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    kind=st.sampled_from(["text", "hand"]),
    url=maybe_words,
    origin=maybe_words,
    publisher=maybe_words,
    date=st.none() | document_dates,
    licence=maybe_words,
    language=st.none() | st.just("en"),
    content_hash=st.just("") | st.text("0123456789abcdef", min_size=64, max_size=64),
    recorded=st.just("") | stamps,
)


@st.composite
def claims(draw: st.DrawFn, document: str = "d1") -> Claim:
    """A claim that keeps the ontology's rules."""
    rule = relations()[draw(st.sampled_from(sorted(relations())))]
    known = sorted(actors())
    states = [code for code in known if actors()[code].kind == "state"]
    organizations = [code for code in known if actors()[code].kind == "organization"]
    pool = {"State": states, "Organization": organizations, "Actor": known}
    subject = draw(st.sampled_from(pool[rule.domain]))
    others = pool[rule.range]
    if actors()[subject].kind != "state":
        others = states
    target = draw(st.sampled_from([code for code in others if code != subject]))
    quote = draw(st.just("") | words)
    start = draw(st.none() | st.integers(0, 10**6)) if quote else None
    since, until = draw(st.none() | dates), draw(st.none() | dates)
    if since and until and since.first_day() > until.last_day():
        since, until = until, since
    retracted = draw(st.none() | stamps)
    return Claim(
        subject=subject,
        relation=rule.name,
        object=target,
        document=document,
        modality=draw(st.sampled_from(MODALITIES)),
        since=since,
        until=until,
        quote=quote,
        start=start,
        end=None if start is None else start + len(quote),
        prefix=draw(st.just("") | words) if quote else "",
        suffix=draw(st.just("") | words) if quote else "",
        speaker=draw(maybe_words),
        confidence=draw(st.floats(0, 1)),
        extractor=draw(st.sampled_from(["reader-0.1", "hand", "a b/c"])),
        recorded=draw(st.just("") | stamps),
        retracted=retracted,
        reason=draw(words) if retracted else None,
        note=draw(maybe_words),
    )
