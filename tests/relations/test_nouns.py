"""Which words count the same things."""

from __future__ import annotations

from figures.lexicon.nouns import nouns


def test_a_narrower_word_counts_the_same_things() -> None:
    assert nouns().same("warplane", "aircraft")
    assert nouns().within("warplane", "aircraft")
    assert not nouns().within("aircraft", "warplane")
    assert nouns().same("military aircraft", "jet")


def test_words_of_one_kind_are_related_but_not_the_same() -> None:
    assert nouns().related("child", "soldier")
    assert not nouns().same("child", "soldier")
    assert nouns().related("warplane", "helicopter")


def test_words_of_two_kinds_are_not_related() -> None:
    assert not nouns().related("child", "house")
    assert not nouns().related("province", "person")
    assert not nouns().related("", "person")


def test_an_unknown_word_counts_itself() -> None:
    assert nouns().chain("widget") == ()
    assert nouns().same("widget", "widget")
    assert nouns().same("brass widget", "widget")
    assert not nouns().same("widget", "gadget")


def test_groups_that_exclude_each_other() -> None:
    assert nouns().apart(["man", "woman"])
    assert nouns().apart(["male", "female", "child"])
    assert nouns().apart(["civilian", "soldier"])
    assert not nouns().apart(["syrian", "child"])
    assert not nouns().apart(["man", "man"])
    assert not nouns().apart(["man", "widget"])


def test_what_happened() -> None:
    assert nouns().event("die") == nouns().event("", "fatality") == "killed"
    assert nouns().event("wound") == "injured"
    assert nouns().event("say", "person") == ""


def test_every_broader_kind_exists_and_no_kind_is_its_own() -> None:
    kinds = set(nouns().kind_of.values()) | set(nouns().broader)
    for kind, broader in nouns().broader.items():
        assert broader in kinds, kind
    for word in nouns().kind_of:
        assert len(nouns().chain(word)) <= 4
    for partition in nouns().partitions:
        assert partition <= kinds
