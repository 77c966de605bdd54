"""Names in a text without a date mean the states of today."""

import pytest

from loaders.reading import read
from ontology.document import Document


@pytest.mark.parametrize(
    ("text", "subject", "target"),
    [
        ("Turkey attacked Syria.", "TUR", "SYR"),
        ("Italy criticized Austria.", "ITA", "AUT"),
        ("China threatened Vietnam.", "CHN", "VNM"),
        ("In 1914 Russia attacked Turkey.", "RUS", "OTT"),
    ],
)
def test_an_undated_text_speaks_of_the_states_of_the_year_it_names_else_of_today(
    text: str, subject: str, target: str
) -> None:
    told = {(c.subject, c.object) for c in read(text, Document("d")).claims}
    assert (subject, target) in told
