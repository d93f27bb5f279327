"""Numbers that bear on each other are found by their words, with the operands where they stand."""

from __future__ import annotations

import pytest

from figures import readers
from figures.claims import read_claims
from figures.document import Document
from figures.findings import Relation
from figures.relations import relate
from figures.relations.share import read_share


def related(kind: str, text: str) -> tuple[Document, list[Relation], list[str]]:
    """The relations of a kind, and the texts of the claims in the first of them."""
    document = readers.read("text.txt", text.encode())
    claims = read_claims(document).claims
    found = [relation for relation in relate(document, claims) if relation.kind == kind]
    return document, found, [claims[index].quantity.text for index in found[0].claims] if found else []


@pytest.mark.parametrize(
    ("kind", "text", "claims"),
    [
        ("product", "It sold 250 tickets at $40 each, for a total of $9,000.", ["a total of $9,000", "250", "$40"]),
        ("rate", "The 30 classes have 720 pupils, or 24 pupils per class.", ["24", "720", "30"]),
        ("difference", "The port has 52 boats, 12 more than the 40 of the other.", ["12", "52", "40"]),
        ("difference", "The class has 24 pupils, 6 fewer than the 30 of the other.", ["6", "30", "24"]),
        ("conversion", "The road is 100 miles (160 km) long.", ["160 km", "100 miles"]),
        ("fraction_of", "A third of the 90 villages, 30, have no well.", ["30", "90", "A third"]),
        ("hundred", "Wheat covers 40 percent and the remaining 60 percent is maize.", ["60 percent", "40 percent"]),
        ("total", "In all 12 people, 5 men and 7 women, came.", ["In all 12", "5", "7"]),
    ],
)
def test_the_claims_come_in_the_order_of_their_kind(kind: str, text: str, claims: list[str]) -> None:
    _, found, texts = related(kind, text)
    assert len(found) == 1
    assert texts == claims


def test_operands_that_are_no_claims_point_at_their_digits() -> None:
    document, (share,), _ = related("share", "In the drug arm 41.2% (n=63/153) recovered.")
    given = read_share(read_claims(document).claims, share)
    assert given is not None
    assert [document.text[q.span.start : q.span.end] for q in (given.part, given.whole)] == ["63", "153"]
    document, (shots,), _ = related("shots", "He had 22 points (8-15 FG, 3-4 3PT, 3-4 FT).")
    assert [(document.text[q.span.start : q.span.end], q.value) for q in shots.operands] == [
        ("8", 8),
        ("3", 3),
        ("3", 3),
    ]
    document, (total,), _ = related("total", "A total of 118 people were assigned to A (n = 58) or B (n = 60).")
    assert [q.value for q in total.operands] == [58, 60]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("share", "Most were at stage 2/3 (92.3% in one study)."),
        ("share", "They took 7.5/46 mg (22.4%) and 15/92 mg (27.6%)."),
        ("share", "On 12/5, 40% of the pupils came."),
        ("share", "Between 5/11 (30%) and 6/11 (40%) the price moved."),
        ("share", "Infection with HPV 16/18 (70.0%) was common."),
        ("share", "Visual acuity of 20/40 (35%) was reached."),
        ("share", "Grade 3/4 (35%) was seen."),
        ("share", "The score was 3/4 (35% of teams)."),
        ("share", "He hit 5 of 12 shots, 40% of those from afar."),
        ("share", "The company has 12 of 40 licences; 35 percent are held by banks."),
        ("share", "Blood pressure was 120/80 (35% higher)."),
        ("total", "Half of the 40 members, 12 women and 8 men, voted."),
        ("total", "The 50 delegates, 12 women among them and 30 men over 60, met."),
        ("total", "Of 150 people 120 were assigned to A (n = 50), B (n = 50) or other care."),
        ("change", "The index rose 2 percent from 100 points, and then to 120 points."),
        ("change", "Profit fell to $10 million from $20 million, while revenue was up 5 percent."),
        ("rate", "He drove 300 miles in five hours, with an average speed of 80 miles per hour on the motorway."),
        ("age", "Ann, 45, and Bob, 50, were born in 1970."),
        ("total", "The firm has 120 workers, 70 in Kenya and 60 trainees."),
        ("total", "Group A (n = 70) and group B (n = 60) were compared; 120 people had come."),
        ("total", "We assigned 120 people to a drug, a placebo (n = 50) or nothing (n = 50)."),
        ("hundred", "In the survey 80 percent own a radio, 45 percent a bicycle and 30 percent a telephone."),
        ("hundred", "Turnout rose from 40 percent, and the remaining 60 percent stayed at home."),
        ("conversion", "The service costs $9 a month or $90 a year."),
        ("conversion", "The ticket costs $20 (15 pounds)."),
        ("rate", "The 40 schools have 12,400 pupils, with a median of 290 pupils per school."),
        ("rate", "The 40 schools and the 12 schools of the valley have 12,400 pupils, or 290 pupils per school."),
        ("difference", "In 2010, 45 people died, 10 more than in 2009."),
        ("difference", "Staff rose from 412 to 450, an average increase of 19 a year."),
        ("product", "It sold 250 tickets at $40 each, plus fees, raising $12,500."),
        ("product", "It sold 250 tickets at $40 or more, raising $12,500."),
        ("age", "She was born in 1931 and in 1955, at the age of 23, had her first show in 1957."),
        ("shots", "He had 22 points and made 8 of 15 shots."),
        ("fraction_of", "One in five of the 250 pupils walk; 90 come by bus."),
    ],
)
def test_what_only_looks_alike_is_left_alone(kind: str, text: str) -> None:
    assert related(kind, text)[1] == []
