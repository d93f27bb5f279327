"""Where sentences begin and end.

A boundary is a full stop, question mark, exclamation mark or ellipsis with what closes after it, followed by a blank
and something that can begin a sentence; and any blank line. Whether a full stop only ends an abbreviation is told from
the word before it and the word after it. One pass, linear in the length of the text whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Nothing ends after these: a name or a number always follows.
_TITLES = _words(
    """
    Mr Mrs Ms Messrs Mme Mlle Dr Drs Prof Gen Col Lt Maj Capt Cpl Sgt Cmdr Adm Brig Pvt Sen Sens Rep Reps Gov
    Govs Rev Hon Pres Supt Insp Fr Mt Msgr Atty Amb Det Ofc Pfc Spc Cpt
    """
)
_NEVER = _words(
    """
    approx appr ca cf vs viz incl excl esp resp cu sq fl i.e e.g ie eg est avg Vs Cf Approx Ca E.g I.e op cit
    freq sp spp
    """
)
# Nothing ends after these when a number (or a lettered label) follows.
_BEFORE_NUMBER = _words(
    """
    No Nos no nos Nr nr Fig Figs fig figs Eq Eqs eq eqs Sec Secs sec secs Ch ch Vol vol Vols vols Art art Arts
    Tab tab Ref ref Refs p pp P Pp para paras Par par c Ex ex Exh Tel tel Ext ext Rm rm Apt apt Bldg Rte Hwy
    Rs Re Rp SFr Dhs Tk Ksh
    Suppl suppl App Reg reg col cols Col Sect sect ver Ver v V al Pt pt Bk Div cl Jan Feb Mar Apr Jun Jul Aug
    Sep Sept Oct Nov Dec Sun Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat
    """
)
# Units of measurement: "6 ft. 2 in. tall". Words of their own too, so a number must stand before them as well.
_UNITS = _words(
    """
    ft in lb lbs oz yd yds mi hr hrs min mins sec secs gal qt pt st deg mph pct km kg cm mm wt cwt
    """
)
_ONE_LETTER_UNITS = _words("C F K V W N L")
# Often followed by the rest of a name; only a word that opens sentences ends one after them.
_WITHIN_NAMES = _words(
    """
    Inc Corp Co Cos Ltd Bros Jr Sr Esq St Ste Ave Blvd Rd Ft Dept Univ Assn Govt Intl Natl Mfg Ala Ariz Ark
    Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn
    Tex Va Vt Wash Wis Wyo Ont Que Ed Eds ed eds trans al v Ph.D Th.D M.Sc B.Sc Sci Phys Chem Biol Med Proc
    Trans Rev Lett Acad Soc Am Bull Ann
    """
)
_CLOCK = _words(
    """
    a.m p.m am pm A.M P.M
    """
)
_AFTER_CLOCK = _words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun January
    February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug
    Sept Sep Oct Nov Dec GMT UTC BST CET CEST EST EDT ET CT PT MT PST PDT CST CDT IST JST Eastern Central
    Pacific Mountain Moscow London Local Damascus Greenwich
    """
)
# Words that open sentences and hardly ever go on a name after an initial or an abbreviation.
_STARTERS = _words(
    """
    The A An He She It They We You I This That These Those There Here In On At By For From With Without Within
    During Despite Among Between Since Until Under Over Through Across Against After Before Because Once While
    When Where What Who Why How Which If As But And Or So Yet Nor Then Thus Hence Still Also However Moreover
    Meanwhile Although Though Instead Otherwise Therefore Nevertheless Nonetheless Some Many Most More Much Few
    Several Nearly Almost About Around Only Just All Both Each Every Another Other Others Such No Not Nobody
    None Nothing One Two Three Four Five Six Seven Eight Nine Ten Half Its His Her Their Our My Your Mr Mrs Ms
    Dr Now Today Yesterday Tomorrow Last Next Later Earlier Soon According Police Officials Authorities Analysts
    Experts Critics Residents Witnesses Rebels Researchers Scientists Troops Shares Sales Revenue Profit
    Temperatures Is Are Was Were Do Does Did Has Have Had Can Could Will Would Should Let To Of
    """
)
# Names that begin with a small letter and can still open a sentence: "eBay", "mRNA", "al-Nusra".
_SMALL_NAME = re.compile(r"[a-z]{1,2}(?:[A-Z]|-[A-Z])")

_OPENING = "\"'“‘«‹„‚(["
_CLOSING = "\"'”’»›)\\]"
_BREAK = r"(?>\r\n|[\n\r\x85\u2028])"
_CANDIDATE = re.compile(
    rf"(?P<stop>[.!?…]++)[{_CLOSING}]*+(?:\[\d{{1,3}}\]){{0,5}}"
    rf"|(?P<wide>[。！？]++)[」』”’]*+"
    rf"|(?P<hard>{_BREAK}[^\S\n\r\x85\u2028\u2029\f]*+(?:{_BREAK}|[\f\u2029])\s*+"
    rf"|[\f\u2029]\s*+|{_BREAK}[ \t]*+(?=(?:[*•‣▪]|-[ \t])))"
)
_MARK = re.compile(r"[.!?…。！？\n\r\x85\u2028\f\u2029]")  # each candidate begins with one
_GAP = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*+")
_INK = re.compile(r"\S")
_LETTERS = re.compile(r"[^\W\d_]{1,20}")
_LOOK_BACK = 24  # no abbreviation is longer


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text`` as (start, end), end exclusive, without the blanks around them, in order.

    Every character that is not white space lies in exactly one sentence.
    """
    return list(each_sentence(text))


def each_sentence(text: str) -> Iterator[tuple[int, int]]:
    """The same, one after the other."""
    first = _INK.search(text)
    if first is None:
        return
    start = first.start()
    length = len(text)
    end = start
    for mark in _MARK.finditer(text, start):
        match = _CANDIDATE.match(text, mark.start()) if mark.start() >= end else None
        if match is None:
            continue
        stop, end = match.lastgroup, match.end()
        if stop == "hard":
            if match.start() > start:
                yield start, start + len(text[start : match.start()].rstrip())
                start = end
            continue
        if end >= length:
            break
        if stop == "stop" and not _ends(text, start, match.start(), match.end("stop"), end):
            continue
        yield start, end
        following = _INK.search(text, end)
        start = following.start() if following else length
    tail = text[start:].rstrip()
    if tail:
        yield start, start + len(tail)


def _ends(text: str, start: int, at: int, stops_end: int, end: int) -> bool:
    """Does the stop ``text[at:stops_end]``, with what closes it up to ``end``, end the sentence begun at ``start``?"""
    if not text[end].isspace():
        return False
    gap = _GAP.match(text, end)
    assert gap is not None
    following = gap.end()
    quoted = False
    while following < len(text) and text[following] in _OPENING and following < gap.end() + 4:
        quoted = True
        following += 1
    if following >= len(text):
        return True
    after = text[following]
    if after in ",;:%)":
        return False
    if after.islower() and _SMALL_NAME.match(text, following) is None and not (quoted and end == stops_end):
        return False
    if stops_end - at > 1 or text[at] != ".":
        ellipsis = text[at] == "…" or text.startswith("..", at)
        return not (ellipsis and (after.isdigit() or after.islower()))
    if end > stops_end and text[stops_end] in '"”»':
        return True
    before = text[max(start, at - _LOOK_BACK) : at].split()
    if not before:
        return False
    word = before[-1].lstrip(_OPENING + "–—-/:")
    if not word:
        return True
    return not _abbreviates(text, word, before, following, at - len(before[-1]) == start)


def _abbreviates(text: str, word: str, before: list[str], following: int, opens: bool) -> bool:
    """Is ``word``, before a full stop, an abbreviation or a list mark, its sentence going on at ``following``?"""
    number = text[following].isdigit()
    if opens and ((word.isdigit() and len(word) <= 3) or len(word) == 1 or not word.strip("IVX")):
        return True  # "1. First", "a. First", "IV. Results"
    if word in _TITLES or word in _NEVER:
        return True
    if number:
        if word in _BEFORE_NUMBER:
            return True
        return word in _UNITS and len(before) > 1 and before[-2][-1].isalnum() and _counts(before[-2])
    upper = _LETTERS.match(text, following)
    if upper is None:
        return word in _WITHIN_NAMES or ("." in word and _is_initials(word))
    name = upper.group()
    if word in _CLOCK:
        return name in _AFTER_CLOCK
    if word in _ONE_LETTER_UNITS and len(before) > 1 and before[-2][-1].isdigit():
        return False  # "38.5 C. Winds"
    if word in _WITHIN_NAMES or _is_initials(word):
        return name not in _STARTERS or text.startswith(".", upper.end())
    if word in _BEFORE_NUMBER:
        return len(name) == 1 and name not in "AI" and word[0].isupper()  # "Fig. S"
    return False


def _counts(word: str) -> bool:
    return word[-1].isdigit() or word.rstrip(".") in ("cu", "sq", "fl")


def _is_initials(word: str) -> bool:
    """ "J", "U.S", "D.C", but not "example.org"."""
    return all(len(part) <= 2 and part.isalpha() for part in word.split(".")) and ("." in word or len(word) == 1)
