"""Tables of single games, and what is found when a text is held against them."""

from __future__ import annotations

from slots import Rows, matched

from figures.data.verdict import Match

SIDES = [
    {"side": "home", "CITY": "Linz", "NAME": "Comets", "WINS": 12, "LOSSES": 4, "PTS": 101, "PTS_QTR1": 30,
     "PTS_QTR2": 20, "PTS_QTR3": 26, "PTS_QTR4": 25, "FG_PCT": 48, "FG3_PCT": 36},
    {"side": "away", "CITY": "Graz", "NAME": "Ravens", "WINS": 7, "LOSSES": 9, "PTS": 93, "PTS_QTR1": 21,
     "PTS_QTR2": 27, "PTS_QTR3": 20, "PTS_QTR4": 25, "FG_PCT": 42, "FG3_PCT": 31},
]  # fmt: skip
PLAYERS = [
    {"PLAYER_NAME": "Ana Ruiz", "TEAM_CITY": "Linz", "PTS": 24, "REB": 9, "AST": 4, "STL": 1, "BLK": 0, "TO": 3},
    {"PLAYER_NAME": "Bo Chen", "TEAM_CITY": "Linz", "PTS": 12, "REB": 11, "AST": 1, "STL": 0, "BLK": 2, "TO": 3},
    {"PLAYER_NAME": "Cy Adler", "TEAM_CITY": "Linz", "PTS": 18, "REB": 2, "AST": 5, "STL": 2, "BLK": 0, "TO": 3},
    {"PLAYER_NAME": "Di Okoye", "TEAM_CITY": "Graz", "PTS": 8, "REB": 4, "AST": 2, "STL": 1, "BLK": 1, "TO": 3},
    {"PLAYER_NAME": "Ed Moss", "TEAM_CITY": "Graz", "PTS": 6, "REB": 5, "AST": 0, "STL": 0, "BLK": 0, "TO": 3},
]
RINK = [
    {"date": "2024-03-02", "CITY": "Bern", "TEAM": "Wolves", "WINS": 30, "LOSSES": 18, "OTL": 4, "GOALS": 4,
     "GOALS_P1": 0, "GOALS_P2": 3, "GOALS_P3": 1},
    {"date": "2024-03-02", "CITY": "Basel", "TEAM": "Foxes", "WINS": 22, "LOSSES": 25, "OTL": 6, "GOALS": 2,
     "GOALS_P1": 1, "GOALS_P2": 0, "GOALS_P3": 1},
]  # fmt: skip
SKATERS = [
    {"PLAYER": "Kai Lund", "TEAM": "Wolves", "GOALS": 2, "ASSISTS": 1},
    {"PLAYER": "Per Holm", "TEAM": "Wolves", "GOALS": 1, "ASSISTS": 1},
    {"PLAYER": "Ove Dahl", "TEAM": "Foxes", "GOALS": 1, "ASSISTS": 0},
    {"PLAYER": "Jon Berg", "TEAM": "Foxes", "GOALS": 0, "ASSISTS": 2},
]
HALL = [
    {"side": "home", "CLUB": "Otters", "GOALS_H1": 14, "GOALS_H2": 17, "GOALS": 31},
    {"side": "away", "CLUB": "Herons", "GOALS_H1": 15, "GOALS_H2": 12, "GOALS": 27},
]
THROWERS = [
    {"PLAYER": "Mia Vogt", "CLUB": "Otters", "GOALS": 9, "SAVES": 0},
    {"PLAYER": "Lea Brandt", "CLUB": "Otters", "GOALS": 4, "SAVES": 0},
    {"PLAYER": "Ida Falk", "CLUB": "Herons", "GOALS": 7, "SAVES": 0},
]
PITCH = [
    {"side": "home", "TEAM": "Rovers", "GOALS": 3, "GOALS_H1": 1, "GOALS_H2": 2, "SHOTS": 14, "WINS": 9, "DRAWS": 3,
     "LOSSES": 4},
    {"side": "away", "TEAM": "Athletic", "GOALS": 1, "GOALS_H1": 1, "GOALS_H2": 0, "SHOTS": 9, "WINS": 5, "DRAWS": 5,
     "LOSSES": 6},
]  # fmt: skip
SCORERS = [
    {"PLAYER": "Tom Hale", "TEAM": "Rovers", "GOALS": 2, "SHOTS": 5},
    {"PLAYER": "Sam Orr", "TEAM": "Rovers", "GOALS": 1, "SHOTS": 3},
    {"PLAYER": "Lee Fox", "TEAM": "Athletic", "GOALS": 1, "SHOTS": 4},
    {"PLAYER": "Max Dunn", "TEAM": "Athletic", "GOALS": 0, "SHOTS": 2},
]
COURT_SIDES = [
    {"side": "home", "date": "2024-03-02", "CITY": "Bremen", "NAME": "Pilots", "WINS": 18, "LOSSES": 9, "PTS": 108,
     "PTS_QTR1": 31, "PTS_QTR2": 22, "PTS_QTR3": 29, "PTS_QTR4": 26, "FG_PCT": 47, "FG3_PCT": 36, "FT_PCT": 80,
     "REB": 45, "AST": 27, "TOV": 12},
    {"side": "away", "date": "2024-03-02", "CITY": "Porto", "NAME": "Sea Lions", "WINS": 12, "LOSSES": 15, "PTS": 99,
     "PTS_QTR1": 24, "PTS_QTR2": 27, "PTS_QTR3": 20, "PTS_QTR4": 28, "FG_PCT": 45, "FG3_PCT": 33, "FT_PCT": 75,
     "REB": 40, "AST": 20, "TOV": 15},
]  # fmt: skip
BOX = """\
PLAYER_NAME|TEAM_CITY|START_POSITION|MIN|PTS|FGM|FGA|FG3M|FG3A|FTM|FTA|OREB|DREB|REB|AST|STL|BLK|TO|PF
Jon Abel|Bremen|F|34|26|9|17|3|7|5|6|1|7|8|3|2|1|2|3
Max Brandt|Bremen|F|31|17|7|12|1|3|2|2|3|8|11|2|0|3|1|2
Kai Duarte Jr.|Bremen|C|28|12|5|9|0|0|2|4|2|7|9|1|1|4|2|4
Leo Ekberg|Bremen|G|33|21|7|15|4|9|3|3|0|4|4|10|3|0|4|1
Sam Falk|Bremen|G|27|8|3|10|1|5|1|2|0|3|3|6|1|0|1|2
Tom Grieg|Bremen||22|14|5|11|2|4|2|2|1|4|5|3|0|1|1|3
Ivo Hahn|Bremen||18|7|3|6|1|3|0|0|1|2|3|2|1|0|0|2
Ned Ibsen|Bremen||15|3|1|5|0|2|1|1|0|2|2|0|0|0|1|1
Ali Jansen|Porto|F|36|30|11|21|2|6|6|8|1|5|6|4|1|0|5|2
Ben Kral|Porto|F|30|10|4|9|0|1|2|2|4|8|12|1|0|2|1|3
Cem Lopez|Porto|C|26|9|4|7|0|0|1|2|3|5|8|0|0|1|2|5
Dan Moreau|Porto|G|34|18|6|16|3|9|3|4|0|3|3|9|2|0|3|1
Eli Novak|Porto|G|25|6|2|8|2|5|0|0|0|2|2|3|1|0|1|2
Gus Olsen|Porto||21|16|6|10|2|4|2|2|1|3|4|1|1|1|2|2
Hal Petrov|Porto||19|8|3|7|1|4|1|2|2|3|5|2|0|0|1|3
Ian Quist|Porto||9|2|1|4|0|1|0|0|0|0|0|0|0|0|0|1
"""
HEAD, *LINES = [line.split("|") for line in BOX.splitlines()]
COURT_PLAYERS = [
    {name: int(cell) if cell.isdigit() else cell or None for name, cell in zip(HEAD, line, strict=True)}
    for line in LINES
]
STORES = [
    {"store": "Ashford Mill", "region": "North", "orders": 310, "revenue_q1": 100, "revenue_q2": 120, "revenue": 220},
    {"store": "Birch Lane", "region": "South", "orders": 275, "revenue_q1": 90, "revenue_q2": 150, "revenue": 240},
]
SEASON = [{"CITY": "Linz", "NAME": "Comets", "PTS": 1602}, {"CITY": "Graz", "NAME": "Ravens", "PTS": 1544}]

GAMES: dict[str, dict[str, Rows]] = {
    "basketball": {"teams": SIDES, "players": PLAYERS},
    "court": {"teams": COURT_SIDES, "players": COURT_PLAYERS},
    "hockey": {"sides": RINK, "skaters": SKATERS},
    "handball": {"match": HALL, "throwers": THROWERS},
    "football": {"match": PITCH, "scorers": SCORERS},
    "shops": {"stores": STORES},
    "season": {"teams": SEASON},
}


def held(text: str, game: str = "basketball") -> dict[str, Match]:
    """Each number as written with what was found out; of several alike the last. Every statement gives its number."""
    return {text[match.span.start : match.span.end]: match for match in matched(text, GAMES[game])}


def verdicts(text: str, game: str = "basketball") -> dict[str, str]:
    return {number: match.verdict for number, match in held(text, game).items() if not match.named}
