"""A survey: ages in bands, questions of yes and no, a grade, and a question with several answers to tick."""

from __future__ import annotations

from slots import Rows

AGES = {"a": "18-29", "b": "30-44", "c": "45-60", "d": "> 60"}
GRADES = ["Very dissatisfied", "Somewhat dissatisfied", "Neither satisfied nor dissatisfied", "Somewhat satisfied",
          "Very satisfied"]  # fmt: skip
FOODS = {"b": "Bread", "s": "Soup", "f": "Fruit"}
# age, gender, walks, owns a car, grade from 1 to 5, foods; - where nothing was answered
ANSWERS = """\
a F Y N 5 b
a F Y N 4 bs
a M Y N 4 s
a M - N 2 bf
a F N N 4 f
a M N Y 3 b
b F Y Y 5 b
b F Y N 5 bsf
b M Y N 4 b
b M N Y 2 b
b F N Y 1 s
b F N Y 4 bs
b M - Y 3 f
b M N Y 4 b
c F Y Y 5 sf
c F N Y 4 f
c M N Y 2 b
c M N Y 1 -
c F N Y 4 s
c F - Y 3 b
d F N Y 2 s
d F N N 4 s
d M N N - -
d F - Y - -
"""
WORKERS: Rows = [
    {
        "respondent id": 501 + at,
        "Age": AGES[age],
        "Gender": {"F": "Female", "M": "Male"}[gender],
        "Do you walk to work?": {"Y": "Yes", "N": "No"}.get(walks),
        "Do you own a car?": {"Y": "Yes", "N": "No"}[car],
        "How satisfied are you with the canteen?": None if grade == "-" else GRADES[int(grade) - 1],
    }
    | {f"What do you eat at work? - {name}": name if food in foods else None for food, name in FOODS.items()}
    for at, (age, gender, walks, car, grade, foods) in enumerate(map(str.split, ANSWERS.splitlines()))
]
SURVEY = {"workers_survey": WORKERS}
