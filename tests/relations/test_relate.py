"""Which numbers are related, by which words, and in which order."""

from __future__ import annotations

import time
from datetime import date

import pytest

from figures import readers
from figures.claims import read_claims
from figures.document import Block, Document, Span
from figures.quantity import Claim, Quantity
from figures.relations import relate


def related(text: str, kind: str, path: str = "text.md") -> list[tuple[list[str], str]]:
    """The texts of the related claims, with the evidence."""
    document = readers.read(path, text.encode(), date=date(2023, 3, 20))
    claims = read_claims(document).claims
    return [
        ([claims[index].quantity.text for index in relation.claims], relation.evidence)
        for relation in relate(document, claims)
        if relation.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "part", "whole", "evidence"),
    [
        ("More than 11 million fled, four million of them abroad.", "four million", "More than 11 million", "of them"),
        ("It killed 300 people, including 40 children.", "40", "300", "including"),
        ("Some 30 people died, 10 of whom were soldiers.", "10", "Some 30", "of whom"),
        ("Twelve of the 40 members left.", "Twelve", "40", "of the"),
        ("They freed 20 hostages, among them 5 women.", "5", "20", "among them"),
        ("The storm hurt 90 people. Of them, 12 were children.", "12", "90", "Of them"),
    ],
)
def test_a_part_and_its_whole(text: str, part: str, whole: str, evidence: str) -> None:
    assert related(text, "part_of") == [([part, whole], evidence)]


def test_a_list_of_parts_shares_its_whole() -> None:
    found = related("It killed 300 people, including 40 children and 20 women.", "part_of")
    assert [claims for claims, _ in found] == [["40", "300"], ["20", "300"]]


def test_them_are_people_rather_than_places() -> None:
    text = "Eleven million people fled in 12 provinces, four million of them abroad."
    assert related(text, "part_of") == [(["four million", "Eleven million"], "of them")]


@pytest.mark.parametrize(
    "text",
    [
        "Not including 40 missing, 30 people died.",
        "About 60 volunteers took part, the oldest of them 84.",
        "The storm hurt 90 people. Twelve trees fell.",
        "It killed 300 people and 40 children were hurt.",
        "It sold 12 of its planes and 40 cars.",
    ],
)
def test_no_part_without_words_that_say_so(text: str) -> None:
    assert related(text, "part_of") == []


def test_others_are_beside_those_of_the_sentence_before() -> None:
    text = "The war killed 20,000 people and injured 50,000. Another 300,000 people have fled."
    assert related(text, "rest_of") == [(["300,000", "20,000", "50,000"], "Another")]


def test_the_rest_names_its_whole_last() -> None:
    text = "Of the 40 passengers, 12 died and the remaining 28 survived."
    assert related(text, "rest_of") == [(["28", "12", "40"], "the remaining")]


def test_a_speaker_repeats_a_number() -> None:
    text = (
        "According to the spokesman Ivo Marin, over 50 military aircraft are taking part.\n\n"
        '"More than 50 warplanes and helicopters are part of the force," Marin said.'
    )
    assert related(text, "restates") == [(["More than 50", "over 50"], "same speaker")]


def test_warplanes_and_wells_are_not_the_same() -> None:
    text = 'Ivo Marin said that 50 wells are dry.\n\n"We have 50 warplanes," Marin said.'
    assert related(text, "restates") == []


def test_a_weekday_beside_its_date_is_a_relation_without_claims() -> None:
    text = "It met on Tuesday, 14 March 2023, and on Friday."
    assert related(text, "weekday") == [([], "Tuesday, 14 March 2023")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12 of 40 buses, or 30 percent, failed.", ["12", "40", "30 percent"]),
        ("Of the 40 buses, 12, or 30 percent, failed.", ["12", "40", "30 percent"]),
        ("12 (30%) of the 40 buses failed.", ["12", "40", "30%"]),
        ("Thirty percent (12 of 40) failed.", ["12", "40", "Thirty percent"]),
        ("In group A, 7/10 (70%) failed.", ["7/10", "70%"]),
    ],
)
def test_a_share_however_it_is_written(text: str, numbers: list[str]) -> None:
    ((claims, _),) = related(text, "share")
    assert claims == numbers


def test_relations_are_in_order_of_place_and_the_same_every_time() -> None:
    text = "Of the 40 buses, 12, or 30 percent, failed. It hurt 90 people, 12 of them badly, and killed another 3."
    document = readers.read("text.txt", text.encode())
    claims = read_claims(document).claims
    found = relate(document, claims)
    assert found == relate(document, claims)
    assert list(found) == sorted(found, key=lambda r: (r.span, r.kind, r.claims))


def test_relations_point_at_their_words_whatever_the_markup() -> None:
    source = "<p>It hurt <b>90</b> people&nbsp;&mdash; <i>12</i> of <em>them</em> badly.</p>"
    document = readers.read("text.html", source.encode())
    claims = read_claims(document).claims
    (relation,) = relate(document, claims)
    assert [claims[index].quantity.text for index in relation.claims] == ["12", "90"]
    assert source[relation.span.start : relation.span.end].strip() == "of <em>them"


def many(count: int, words: str) -> tuple[Document, tuple[Claim, ...]]:
    """One sentence that says the same thing with a number again and again."""
    text = "".join(words.format(7) for _ in range(count))
    block = Block("paragraph", Span(0, len(text)), text, ((0, 0),))
    claims, at = [], -1
    for _ in range(count):
        at = text.index("7", at + 1)
        span = Span(at, at + 1)
        claims.append(Claim(Quantity(span, "7", span, 7), Span(0, len(text))))
    return Document("<text>", text, "text/plain", (block,)), tuple(claims)


@pytest.mark.parametrize(
    "words",
    [
        "{} of them, ",
        "including {} and ",
        "the remaining {} others, ",
        "from {} to ",
        "{} men and ",
        "began on Monday {} ",
    ],
)
def test_the_time_grows_with_the_number_of_claims_and_not_with_its_square(words: str) -> None:
    def seconds(count: int) -> float:
        document, claims = many(count, words)
        best = 60.0
        for _ in range(2):
            start = time.process_time()
            relate(document, claims)
            best = min(best, time.process_time() - start)
        return best

    seconds(50)
    assert seconds(4_000) < 20 * seconds(500) + 0.2  # eight times as many; the square would be 64 times
