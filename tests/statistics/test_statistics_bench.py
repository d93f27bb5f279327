"""The benchmark tasks statcheck, grim and sums: rows in, predictions in the agreed shape out."""

from __future__ import annotations

import pytest

from bench import grim, statcheck, sums


def test_statcheck_reads_the_form_of_the_apa_under_its_options() -> None:
    rows = [
        {"id": "a", "texts": ["t(28) = 2.20, p = .018, one-tailed", None], "options": {"OneTailedTxt": True}},
        {"id": "b", "texts": ["t(28) = 2.20; P = .018"], "options": {}},
        {"id": "c", "texts": ["t(28) = 2.20, p = .10"], "options": {"alpha": 0.1}},
        {"id": "d", "texts": ["t(28) = 2.20, p = .10, ns"], "options": {"AllPValues": True}},
    ]
    a, b, c, d = (row["results"] for row in statcheck.predict(rows))
    assert a == [
        {
            "test_type": "t", "df1": None, "df2": 28.0, "test_comp": "=", "test_value": 2.2, "p_comp": "=",
            "reported_p": 0.018, "computed_p": pytest.approx(0.0181, abs=5e-5), "error": False,
            "decision_error": False,
        }
    ]  # fmt: skip
    assert b == []
    assert (c[0]["error"], c[0]["decision_error"]) == (True, False)
    assert [(p["test_type"], p["p_comp"], p["reported_p"], p["error"]) for p in d] == [(None, "=", 0.1, None)]


def test_statcheck_reads_every_form_in_a_sentence() -> None:
    rows = [
        {"id": "a", "raw": "F1,34 = 6.02; P<0.05", "sentence": "Naps helped (F1,34 = 6.02; P<0.05)."},
        {"id": "b", "raw": "χ2 (2) = 9.6, ns", "sentence": "The sentence has lost it."},
    ]
    a, b = (row["results"] for row in statcheck.predict(rows))
    assert [(r["test_type"], r["df1"], r["df2"], r["error"]) for r in a] == [("F", 1.0, 34.0, False)]
    assert [(r["test_type"], r["df1"], r["p_comp"], r["reported_p"]) for r in b] == [("Chi2", 2.0, "ns", None)]


def test_grim() -> None:
    rows = [
        {"id": "a", "test": "GRIM", "mean": "5.19", "n": 28, "items": 1, "percent": False},
        {"id": "b", "test": "GRIM", "mean": "36", "n": 28, "items": None, "percent": True},
        {"id": "c", "test": "GRIMMER", "mean": "2.00", "sd": "1.40", "n": 3},
        {"id": "d", "test": "DEBIT", "mean": "0.53", "sd": "0.50", "n": 168},
    ]
    assert [row["consistent"] for row in grim.predict(rows)] == [False, True, False, True]
    with pytest.raises(KeyError, match="test must be GRIM, GRIMMER or DEBIT; got 'SPRITE'"):
        grim.predict([{"id": "e", "test": "SPRITE", "mean": "1", "n": 2}])


def test_sums() -> None:
    third = {"value": "3", "decimals": 0, "weight": 1}
    rows = [
        {"id": "a", "total": {"value": "8", "decimals": 0, "weight": 1}, "items": [third] * 3},
        {"id": "b", "total": {"value": "9", "decimals": "INF"}, "items": [{**third, "decimals": None}] * 3},
    ]
    assert sums.predict(rows) == [
        {"id": "a", "round": "consistent", "truncate": "inconsistent"},
        {"id": "b", "round": "consistent", "truncate": "consistent"},
    ]
