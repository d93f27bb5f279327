"""The made answers that tracing is measured on: as many as are promised, and a part of them traced."""

from __future__ import annotations

import random
from itertools import islice

from bench.trace_answers import answers, changed, tables
from figures.claims import read_numbers, read_text
from figures.data import sql
from figures.data.load import from_rows
from figures.tracing import trace


def test_the_set_is_large_and_always_the_same() -> None:
    made = [answer.text() for answer in answers()]
    assert len(made) >= 300
    assert len(list(tables())) >= 30
    assert made == [answer.text() for answer in answers()]


def test_sound_answers_are_not_flagged_and_changed_ones_are() -> None:
    chance = random.Random(5)
    caught = made = 0
    for answer in islice(answers(), 0, None, 12):
        found = trace(answer.text(), answer.rows)
        assert found.sound, answer.text()
        for at in answer.numbers():
            piece = answer.pieces[at]
            assert not isinstance(piece, str)
            made += 1
            caught += not trace(answer.text({at: changed(chance, piece[0])}), answer.rows).sound
    assert caught / made >= 0.92


def test_the_sql_of_each_derivation_gives_its_number() -> None:
    for answer in islice(answers(), 0, None, 40):
        table = from_rows(answer.rows)
        with sql.connect([table]) as connection:
            for number in trace(answer.text(), answer.rows).numbers:
                if number.query:
                    (given,) = connection.execute(number.query).fetchone()
                    assert abs(given - float(number.derived)) < 1e-9 * max(1, abs(given)), number.query  # type: ignore[arg-type]


def test_numbers_alone_are_those_of_the_claims() -> None:
    for answer in answers():
        text = answer.text()
        alone = [(claim.quantity, claim.sentence, claim.block) for claim in read_numbers(text)]
        assert alone == [(claim.quantity, claim.sentence, claim.block) for claim in read_text(text).claims]
