"""Answers of a question that are phrases: "said that it is rude", "at least sometimes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figures.data.candidates import Scene
from figures.data.choice import Choice
from figures.data.index import Answers
from figures.data.questions import NEGATIONS, clusters, negated
from figures.data.spell import Table, Where
from figures.data.words import forms, lexicon


def answered_with(scene: Scene, table: Table) -> Iterator[Choice]:
    """ "said that it is rude": all answers of one question that hold what is said of them."""
    if table.name not in scene.index.answers:
        return
    stems: dict[str, list[int]] = {}
    for k, token in enumerate(scene.words):
        for form in forms(token.raw):
            stems.setdefault(form, []).append(k)
    for column, answers in scene.index.answers.get(table.name, {}).items():
        here = [stem for stem in answers.stems if stem in stems]
        if not here:
            continue
        yield from _chosen(scene, table, column, answers, here, stems)


def _chosen(
    scene: Scene, table: Table, column: str, answers: Answers, here: Sequence[str], stems: dict[str, list[int]]
) -> Iterator[Choice]:
    own = scene.index.words_for(table.name, column, table.name)
    asked = sum(stem in stems for stem in own)
    groups = clusters([k for stem in here for k in stems[stem]], 3)
    for group in groups:
        wanted = {stem for k in group for stem in forms(scene.words[k].raw) & answers.stems}
        if {"least", "most"} & {t.low for t in scene.words[max(0, group[0] - 4) : group[0]]}:
            yield from _at_least(scene, column, answers, wanted, frozenset(group))
            continue
        no = negated(scene.words, group[0]) or bool({t.low for t in scene.words[group[0] : group[-1]]} & NEGATIONS)
        strengths = lexicon().grades | {word for scale in lexicon().scales for word in scale}
        if wanted <= strengths and not any(words == wanted for _, words, _ in answers.values):
            continue
        alike = [(value, words) for value, words, negative in answers.values if wanted <= words and negative == no]
        if not alike and (several := _any_grade(answers, wanted, negative=no)):
            core = frozenset(group)
            yield Choice((Where(column, "in", several),), core, 1.0, core)
            continue
        if not alike:
            continue
        cover = max(len(wanted) / len(words) for _, words in alike)
        whole = [value for value, words in alike if words == wanted]
        if len(whole) == 1:
            where = Where(column, "=", whole[0])
        elif (
            len(alike) == 1
            and cover >= 0.5
            and (len(wanted) > 1 or (asked and not wanted & scene.index.named[table.name]))
        ):
            where = Where(column, "=", alike[0][0])
        elif len(alike) < len(answers.values) and all(words - wanted <= lexicon().grades for _, words in alike):
            where, cover = Where(column, "in", tuple(value for value, _ in alike)), 0.8  # rude: very, or somewhat
        else:
            continue
        fit = 0.3 + 0.4 * cover + (0.2 if asked else 0) + (0.1 if asked > 1 else 0)
        tokens = frozenset(group) | {k for stem in own if stem in stems for k in stems[stem]}
        yield Choice((where,), frozenset(group) if not asked else tokens, min(fit, 0.95), frozenset(group))


def _any_grade(answers: Answers, wanted: set[str], *, negative: bool) -> tuple[str, ...]:
    """ "very or somewhat satisfied": the answers of either strength."""
    grades = wanted & (lexicon().grades | {word for scale in lexicon().scales for word in scale})
    rest = wanted - grades
    if len(grades) < 2 or not rest:
        return ()
    found = tuple(v for v, words, no in answers.values if no == negative and rest <= words and words & grades)
    return found if len(found) == len(grades) else ()


def _at_least(
    scene: Scene, column: str, answers: Answers, wanted: set[str], tokens: frozenset[int]
) -> Iterator[Choice]:
    """ "at least somewhat rude", "at least sometimes": the answers that go as far as that, on a scale that is known."""
    if scene.words[min(tokens) - 1].low != "least":
        return
    for scale in lexicon().scales:
        own = [word for word in scale if word in wanted]
        if len(own) != 1:
            continue
        rest = wanted - {own[0]}
        upward = scale[scale.index(own[0]) :]
        chosen = tuple(
            value for value, words, negative in answers.values if not negative and rest <= words and words & set(upward)
        )
        if chosen:
            yield Choice((Where(column, "in", chosen),), tokens, 0.85, tokens)
            return
