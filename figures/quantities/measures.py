"""The unit of a number: what stands behind it ("km/h", "barrels a day", "-litre") or before it ("$", "EUR")."""

from __future__ import annotations

from fractions import Fraction

from figures.lexicon.english import PREPOSITIONS
from figures.quantities.numbers import Number
from figures.quantities.tokens import Words
from figures.units import (
    ATTACHED,
    DIGITS,
    PART,
    SCALE,
    SPACED,
    SYMBOL,
    WORD,
    Surface,
    compound,
    kind,
    lookup_table,
    power,
    product,
)

_TABLE = lookup_table()
_AFTER = _TABLE.after
_BEFORE: dict[str, list[tuple[tuple[str, ...], str, str, int]]] = {}
for _key, _surfaces in _TABLE.before.items():
    for _s in _surfaces:
        _BEFORE.setdefault(_key.lower(), []).append((tuple(t.lower() for t in _s.rest), _s.name, _key, _s.flags))
_DASHES = frozenset("-‐‑–")
_PER = frozenset(("per", "/", "a", "an", "each", "every"))
_POWERS = {"²": 2, "³": 3}
_SUPER_MINUS = {"⁻": -1}
_FILLERS = frozenset("more additional extra fewer other further full whole consecutive straight long solid short".split())
_GENERIC_PER = frozenset(
    "share shares capita person people head household barrel ounce unit gram tonne ton night visit game match season ticket user "
    "customer employee resident inhabitant worker student pupil child family vote seat room bottle litre liter gallon kilogram "
    "pound piece item copy order transaction page pixel point security member guest passenger patient woman capita case "
    "tonne acre hectare mile kilometre kilometer vehicle car bushel carat contract trip lot sample cell stem plant site".split()
)
_ARTICLE_PER = frozenset("share barrel head person piece unit ticket night pop go time game bottle copy gallon ounce ton tonne".split())
_AGE_AFTER = (("old",), ("-", "old"), ("of", "age"), ("-", "of", "-", "age"))
_TIME_UNITS = frozenset(("year", "month", "week", "day", "hour", "minute", "decade"))
_HOURS = frozenset(("hour", "hours"))
_MILLIONS = {"musd": "united states dollar", "maud": "australian dollar", "meur": "euro", "mgbp": "pound sterling",
             "mcad": "canadian dollar", "msek": "swedish krona", "mnok": "norwegian krone", "mchf": "swiss franc"}  # fmt: skip
_kinds: dict[str, str] = {}


def kind_of(unit: str) -> str:
    """The kind of quantity that a unit makes, remembered."""
    found = _kinds.get(unit)
    if found is None:
        found = _kinds[unit] = kind(unit)
    return found


class Measure:
    """A unit beside a number: tokens ``a`` to ``b``, end exclusive."""

    __slots__ = ("a", "b", "kind", "name", "weak")

    def __init__(self, name: str, kind: str, a: int, b: int, weak: bool = False) -> None:
        self.name = name
        self.kind = kind
        self.a = a
        self.b = b
        self.weak = weak


def _surface(w: Words, j: int, digits: bool, glued: bool, compounds: bool = False) -> Surface | None:
    """The longest way to write a unit that begins at token ``j`` and may stand there."""
    tokens = w.tokens
    surfaces = _AFTER.get(tokens[j])
    if surfaces is None:
        return None
    for s in surfaces:
        rest = s.rest
        b = j + 1 + len(rest)
        if rest:
            if tokens[j + 1] != rest[0] or tuple(tokens[j + 1 : b]) != rest:
                continue
            if s.exact and w.text[w.starts[j] : w.ends[b - 1]].replace(" ", "") != s.exact.replace(" ", ""):
                continue
            if s.flags & SYMBOL and w.ends[b - 1] - w.starts[j] > len(tokens[j]) + sum(map(len, rest)) + 3:
                continue
            if rest[-1] in ("2", "3") and not w.glued(b - 1):
                continue
        elif s.exact and w.text[w.starts[j] : w.ends[j]] != s.exact:
            continue
        flags = s.flags
        if flags:
            if flags & ATTACHED and not glued:
                if not (tokens[j] in ('"', "″") and (j + 1 >= w.size or tokens[j + 1] in _SIZES)) or not _is_mark(w, j):
                    continue
            if flags & SPACED and glued and digits and len(tokens[j]) == 1 and tokens[j - 1][-1] == "0" and len(tokens[j - 1]) in (2, 4):
                continue
            if flags & DIGITS and not digits:
                continue
            if glued and len(tokens[j]) == 1:
                if tokens[j] in _MARKS and not _is_mark(w, j):
                    continue
                if tokens[j] == "s" and tokens[j - 1].isdigit() and len(tokens[j - 1]) == 4:
                    continue
            if flags & PART and not compounds:
                continue
            if flags & WORD and not compounds and not _sure(w, s, j, b, digits, glued):
                continue
        if s.flags & SYMBOL and digits and not compounds:
            nxt = tokens[b]
            if nxt and w.glued(b) and nxt[0].isdecimal() and tokens[b - 1][-1] not in "°′’'/":
                return None  # L202, and 10 $30
            if nxt == "-" and w.glued(b) and w.glued(b + 1) and len(tokens[j]) == 1 and tokens[j].isalpha() and tokens[b + 1][:1].isdecimal() and tokens[b + 1] not in ("1", "2", "3"):
                return None
            if len(tokens[j]) == 1 and tokens[j] in "cfk" and not rest and kind_of(s.name) == "temperature" and not _is_hot(w, j, b):
                continue
        return s
    return None


_SIZES = frozenset("long wide tall high deep thick x by in".split())
_HOT = frozenset(
    "temperature temperatures degrees degree hot cold heat heated heating boil boils boiling oven outside weather warm warmer cool cooled "
    "cooling celsius fahrenheit kelvin melting melts melt freezing freezes thermal annealed annealing furnace sample samples between at "
    "of below above from °".split()
)


def _is_hot(w: Words, j: int, b: int) -> bool:
    """Whether a letter C, F or K without a degree sign is a temperature: something in the sentence speaks of heat."""
    tokens = w.tokens
    if tokens[j] == "k":
        return not w.glued(j) or bool(_HOT.intersection(tokens[:w.size]))
    if tokens[b].isalpha() and w.capital(b) and tokens[b] not in PREPOSITIONS or tokens[b] in ("/", "-"):
        return False
    if tokens[j - 2 : j - 1] and tokens[j - 2] in ("-", "−", "minus") :
        return True
    if w.glued(j) and tokens[j - 1].isdigit() and tokens[j] == "c" and tokens[j - 1] in ("12", "13", "14"):
        return False  # isotopes of carbon
    return bool(_STRONG_HEAT.intersection(tokens)) or (tokens[b] in ("", "!") and not tokens[b].isalpha() and w.size < 12)


_STRONG_HEAT = frozenset(
    "temperature temperatures degrees degree hot cold heat heated boil boils boiling oven outside weather warm warmer cooled celsius "
    "fahrenheit kelvin melting freezing °".split()
)
_MARKS = frozenset("'’\"”")


def _is_mark(w: Words, j: int) -> bool:
    """Whether a quotation mark behind a number is a mark of feet or inches: nothing is open that it could close."""
    tokens = w.tokens
    if tokens[j] in ("'", "’"):
        return not (tokens[j + 1] in ("s", "t") and w.glued(j + 1)) and tokens[: j].count(tokens[j] if tokens[j] == "'" else "‘") % 2 == 0
    if tokens[j] == "”":
        return "“" not in tokens[:j]
    return tokens[:j].count('"') % 2 == 0


def _sure(w: Words, s: Surface, j: int, b: int, digits: bool, glued: bool) -> bool:
    """Whether a unit spelt like a common word is one here."""
    tokens = w.tokens
    token = tokens[j]
    after = tokens[b]
    if token == "times":
        return True
    if s.name == "count" and token in ("x", "×"):
        return glued and not after[:1].isdigit()
    if token == "second":
        return digits or after in ("", ".", ",", "delay", "half") or tokens[j - 1] in _DASHES or tokens[j - 1] == "a"
    if s.name in ("pint", "quart") and tokens[j - 1] == "":
        return False
    if token in ("in", "ins"):
        if not digits:
            return False
        return glued or b >= w.size or after in (".", ",", ")", "x", "×", "of", "tall", "wide", "long", "deep", "high", "and", "by", "-")
    if token == "a":
        return glued or (w.text[w.starts[j]] == "A" and (after in ("", ".", ",", ")") or not after.isalpha()))
    if token == "pm":
        return False
    if s.flags & SYMBOL:
        if s.name.endswith(("lek", "peso", "peseta", "pataca")) or kind_of(s.name) == "currency":
            return not after.isalpha() or glued or w.starts[j] - w.ends[j - 1] <= 1
        return digits and (glued or not after.isalpha() or after in ("of", "and", "in", "per", "for", "long", "is", "was") or len(token) > 1)
    if token in ("knot", "mole", "moles", "rad", "rads", "slug", "slugs", "rod", "rods", "cord", "cords", "grain", "grains", "league",
                 "leagues", "hand", "hands", "kip", "kips", "mil", "mils", "turn", "turns", "quad", "quads", "mark", "marks", "ether",
                 "real", "sol", "sols", "soles", "crown", "crowns", "atmosphere", "quarter"):
        return token in ("knot", "rad", "rads", "atmosphere", "ether", "real") or (token in ("moles", "mole", "grains") and after == "of")
    return True


def after_number(w: Words, n: Number) -> Measure | None:
    """The unit behind a number, with what it is per; None when no unit stands there."""
    tokens = w.tokens
    j = n.b
    token = tokens[j]
    if not token:
        return None
    digits = n.form != "words"
    glued = w.glued(j)
    a = j
    if n.kind == "fraction" and token in ("a", "an") and tokens[j + 1] in _AFTER:
        j += 1
        s = _surface(w, j, digits, False)
        if s is not None and kind_of(s.name) == "currency":
            s = None
    elif token in _AFTER:
        s = _surface(w, j, digits, glued)
    elif token in _DASHES and w.starts[j + 1] - w.ends[j - 1] <= 3:
        a = j = j + 1
        s = _surface(w, j, digits, False) if tokens[j] in _AFTER else None
        if s is not None and (not tokens[j].isalpha() or (s.flags & (PART | WORD) and tokens[j] not in ("second", "hand"))):
            return None
        if s is not None and len(tokens[j]) == 1 and not tokens[j + 1].isalpha() and s.flags & SYMBOL:
            return None
    elif token in _FILLERS:
        s = None
        if token in ("long", "short") or tokens[j + 1] in _AFTER:
            s = _surface(w, j, digits, False) or (_surface(w, j + 1, digits, False) if tokens[j + 1] in _AFTER else None)
            if s is not None and kind_of(s.name) == "duration" and tokens[j + 1] in _AFTER:
                j += 1
            elif s is not None and _AFTER.get(token) is None:
                s = None
    elif token in ("{", "<", "[") and tokens[j + 1] in _AFTER and tokens[j + 2] in ("}", ">", "]", ")"):
        s = _surface(w, j + 1, digits, True)
        if s is not None and not s.rest:
            return Measure(s.name, kind_of(s.name), j, j + 3)
        return None
    elif token == "of" and n.kind == "fraction" and n.form == "words":
        k = j + 1
        if tokens[k] in ("a", "an", "one"):
            k += 1
        s = _surface(w, k, digits, False) if tokens[k] in _AFTER else None
        if s is None or (k > j + 1 and tokens[j + 1] == "one" and s.name != "percentage"):
            return None
        if k == j + 1 and not (tokens[k] in ("liter", "litre")):
            return None
        a, j = j, k
    elif token == "of" and n.vague and tokens[j + 1] in _AFTER:
        j += 1
        s = _surface(w, j, False, False)
    elif token == "of" and type(n.value) is Fraction and n.kind == "number" and (tokens[j + 1] in _HOURS or tokens[j + 2] in _HOURS):
        j += 1 if tokens[j + 1] in _HOURS else 2
        s = _surface(w, j, digits, False)
    elif token in _MILLIONS:
        name = _MILLIONS[token]
        n.value *= 1_000_000
        n.resolution *= 1_000_000
        return _grow(w, name, j, j + 1, digits)
    else:
        return None
    if s is None:
        return None
    b = j + 1 + len(s.rest)
    name = s.name
    if s.others:
        name = _choose(w, n, s, b)
    if tokens[j] == "points" or name == "":
        return None
    found = _grow(w, name, a, b, digits)
    if found.name in _TIME_UNITS:
        _age(w, found)
    return found


def _choose(w: Words, n: Number, s: Surface, b: int) -> str:
    """Between units that are written in the same way: pounds of rice, pounds in the bank; 6' as feet or minutes."""
    tokens = w.tokens
    name = s.name
    token = tokens[b - 1]
    after = tokens[b]
    before = tokens[n.a - 1] if n.a else ""
    if name == "pound sterling":
        if token in ("pound", "pounds"):
            if after == "of" and tokens[b + 1] not in ("debt", "savings", "taxpayers", "taxpayer", "public", "aid", "funding", "damage"):
                return "pound-mass"
            if token == "pound" and n.value != 1 and after not in ("note", "coin", "fine", "bill", "a", "per", "deal", "bid"):
                return "pound-mass"
            if after in ("heavier", "lighter", "each", "overweight", "lost") or before in ("weighs", "weighed", "weighing", "weigh", "weight", "gained", "lost"):
                return "pound-mass"
            window = tokens[max(0, n.a - 6) : n.a]
            if any(t in _WEIGHT for t in window) or (n.form != "mixed" and n.decimal and n.resolution < 1 and False):
                return "pound-mass"
            if w.size <= 4 and n.form == "words" and n.value != 10:
                return name
        return name
    if name in ("inch", "foot"):
        return name
    if name == "metre" and token == "m":
        if w.size <= 3 and n.value <= 3 and False:
            return "minute"
        return name
    return name


_WEIGHT = frozenset("weigh weighs weighed weighing weight heavy baby bag lose gain gained lost dumbbell tonne ton kg kilograms".split())


def _age(w: Words, m: Measure) -> None:
    """years old, year-old, years of age -> an age."""
    tokens = w.tokens
    for words in _AGE_AFTER:
        if tuple(tokens[m.b : m.b + len(words)]) == words:
            m.kind = "age"
            m.b += len(words)
            m.name += " of age"
            return


def _grow(w: Words, name: str, a: int, b: int, digits: bool) -> Measure:
    """Products, powers and "per" behind a unit: N m, kg m-2, barrels a day, $ per share."""
    tokens = w.tokens
    m = Measure(name, kind_of(name), a, b)
    while True:
        token = tokens[m.b]
        if token in _POWERS and w.glued(m.b):
            m.name = power(m.name, _POWERS[token])
            m.b += 1
            continue
        if token in _PER:
            per = _per(w, m.b, token, m)
            if per is None:
                return m
            m.name = compound(m.name, per[0])
            m.b = per[1]
            continue
        if digits and token in _AFTER and m.kind != "currency" and m.kind != "percentage":
            other = _negative(w, m.b)
            if other is not None:
                m.name = f"{m.name} {other[0]}"
                m.b = other[1]
                continue
        if token in ("·", "⋅", "×", "*", "-") and tokens[m.b + 1] in _AFTER and m.kind == "measure" and w.glued(m.b) and w.glued(m.b + 1):
            s = _surface(w, m.b + 1, digits, True, True)
            if s is not None and s.flags & SYMBOL:
                if token == "-" and tokens[m.b + 1] not in ("ft", "lb", "lbs", "m", "h", "hour", "hours"):
                    return m
                m.name = product(m.name, s.name)
                m.b += 2 + len(s.rest)
                continue
        return m


def _negative(w: Words, j: int) -> tuple[str, int] | None:
    """s-1, cm−3, ha⁻¹ at token ``j`` -> ("per second", end)."""
    tokens = w.tokens
    s = _surface(w, j, True, False, True)
    if s is None or not s.flags & SYMBOL or s.rest:
        return None
    k = j + 1
    if tokens[k] == "^":
        k += 1
    mark = tokens[k]
    if mark in ("-", "−", "–", "⁻") and w.glued(k):
        digit = tokens[k + 1]
        if digit in ("1", "2", "3") and w.glued(k + 1):
            return power(s.name, -int(digit)), k + 2
        if digit in "¹²³" and digit and w.glued(k + 1):
            return power(s.name, -("¹²³".index(digit) + 1)), k + 2
    return None


def _per(w: Words, j: int, token: str, m: Measure) -> tuple[str, int] | None:
    """What stands behind per, /, a, an, each, every at token ``j``."""
    tokens = w.tokens
    k = j + 1
    word = tokens[k]
    if token == "/":
        if not (word in _AFTER or word in _GENERIC_PER) or not word[0].isalpha():
            return None
        s = _surface(w, k, True, True, True)
        if s is None:
            return (word, k + 1) if word in _GENERIC_PER else None
        name, b = s.name, k + 1 + len(s.rest)
        if tokens[b] in ("²", "³"):
            name = power(name, _POWERS[tokens[b]])
            b += 1
        return name, b
    if token == "per":
        if word == "cent":
            return None
        if word in _AFTER:
            s = _surface(w, k, True, False, True)
            if s is not None and len(word) > 1:
                return s.name, k + 1 + len(s.rest)
        if word[:1].isdigit() or word in ("hundred", "thousand", "million"):
            b = k + 1
            text = word
            while tokens[b] in ("thousand", "million") or tokens[b][:1].isdigit() and len(tokens[b]) == 3:
                text += " " + tokens[b]
                b += 1
            return text, b
        if word in _GENERIC_PER or (word.isalpha() and len(word) > 2):
            return word, k + 1
        return None
    # a, an, each, every
    if w.starts[j] == w.ends[j - 1]:
        return None
    if word in _ARTICLE_PER:
        return word, k + 1
    if word in _AFTER and word.isalpha() and len(word) > 2:
        s = _surface(w, k, True, False, True)
        if s is not None and (kind_of(s.name) == "duration" or (m.kind == "currency" and token in ("a", "an") and kind_of(s.name) == "measure")):
            if m.kind == "duration" and kind_of(s.name) != "duration":
                return None
            if tokens[k + 1 + len(s.rest)] in ("ago", "earlier", "later", "before", "after", "and", "or"):
                return None
            if s.name in ("second",) and token == "a" and m.kind not in ("measure",):
                return None
            return s.name, k + 1 + len(s.rest)
    return None


def per_after(w: Words, j: int, kind: str = "count") -> tuple[str, int] | None:
    """ "a day" or "per 100,000" behind a counted noun or a bracket, at token ``j``: the unit and where it ends."""
    token = w.tokens[j]
    if token not in _PER or token == "/":
        return None
    return _per(w, j, token, Measure("", kind, j, j))


_CODES_WORD = frozenset(("ALL", "CUP", "TOP", "TRY", "PEN", "COP", "MAD", "BOB", "GEL", "RON", "SAR", "SOS", "LAK", "BAM", "ERN", "MOP"))


def before_number(w: Words, n: Number) -> Measure | None:
    """The currency before a number: $, US$, EUR, Rs., RM."""
    a = n.a
    if not a or w.taken == a:
        return None
    tokens = w.tokens
    last = tokens[a - 1]
    if last == "=" and a > 1 and tokens[a - 2] == "y" and w.glued(a) and w.glued(a - 1):
        return Measure("japanese yen", "currency", a - 2, a)
    entries = _BEFORE.get(last)
    if entries is None:
        if last == "ps" and w.glued(a):
            return Measure("pound sterling", "currency", a - 1, a)
        if last in ("dollar", "dollars", "ringgit", "ringgits") and n.form != "words":
            k = a - 1
            if last.startswith("ringgit"):
                return Measure("malaysian ringgit", "currency", k - (tokens[k - 1] in ("malaysia", "malaysian") if k else 0), a)
            if w.size - n.b <= 3 and (k == 0 or tokens[k - 1] in ("at", "of", "is", "was")):
                return Measure("dollar", "currency", k, a)
        if last in _MILLIONS and n.form != "words":
            n.value *= 1_000_000
            n.resolution *= 1_000_000
            return Measure(_MILLIONS[last], "currency", a - 1, a)
        return None
    if w.starts[a] - w.ends[a - 1] > 1:
        return None
    for rest, name, key, flags in entries:
        k = a - 1 - len(rest)
        if k < 0 or (rest and tuple(tokens[k : a - 1]) != rest):
            continue
        if rest and len(rest) == 1 and len(rest[0]) == 1 and w.starts[a - 1] > w.ends[a - 2] and not w.capital(a - 2) and w.size > 6:
            if rest[0] not in ("c",):
                continue
        if rest and rest[0] == "a" and w.starts[a - 1] > w.ends[a - 2] and not w.capital(a - 2):
            continue
        if rest and rest[0] == "us" and w.starts[a - 1] > w.ends[a - 2] and False:
            continue
        if key.isalpha():
            written = w.text[w.starts[a - 1] : w.ends[a - 1]]
            if len(key) == 1 and not rest:
                # a letter of its own is a currency only right before a sum: R500, not "S&P 500" or PLX-R18
                if not w.glued(a) or (a > 1 and w.glued(a - 1)) or (n.b - n.a == 1 and not n.decimal and len(tokens[n.a]) < 3):
                    continue
            if written != key and not (len(key) == 3 and written.lower() == key.lower() and (w.glued(a) or key in ("USD", "EUR", "GBP", "RMB"))):
                if not (key in ("Rs", "RM") and written.lower() == key.lower() and w.glued(a)):
                    continue
            if flags & WORD and not w.glued(a) and written in _CODES_WORD:
                continue
        return Measure(name, "currency", k, a)
    return None


def is_scale_letter(s: Surface) -> bool:
    """Whether the surface may be read as a scale as well."""
    return bool(s.flags & SCALE)
