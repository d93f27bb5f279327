"""Who says something, from the words before or after it: "X said", "said X", "X told Y", "according to X"."""

from __future__ import annotations

import re

PRONOUN = "\0he"  # somebody named before: he, she, they


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VERBS = (
    r"(?:said|says|say|told|tells|added|adds|stressed|warned|warns|explained|explains|noted|notes|insisted|insists"
    r"|argued|argues|claimed|claims|stated|states|announced|declared|reported|confirmed|denied|admitted|acknowledged"
    r"|wrote|tweeted|replied|asked|continued|concluded|recalled|recalls|predicted|testified|commented|remarked|conceded|complained"
    r"|promised|vowed|urged|countered|shouted|whispered|quipped)"
)
_VERB = re.compile(rf"\b{_VERBS}\b")
_FIRST_VERB = re.compile(rf"[\s,—–-]{{0,4}}{_VERBS}\s{{1,3}}")
_ACCORDING = re.compile(r"\b[Aa]ccording\s{1,3}to\s{1,3}")
# What may stand between a verb and the opening mark right after it: "said: “", "told reporters on Friday that “".
_NEAR = re.compile(r"\s{0,3}(?:[\w’'-]{1,20}\s{1,3}){0,6}?(?:[\w’'-]{1,20})?[,:]?\s{0,3}$")
_SENTENCE = re.compile(r"[.!?]\s{1,3}(?=[\"“‘'(]?[A-Z])")
_ASIDE = _words("later also earlier has have had then again repeatedly once who often always already never")
_LINKS = _words("of for de van von der den bin bint ibn al el la le du da di dos the")
_NOT_NAMES = _words(
    "But And So Then Yet Or However Meanwhile Earlier Later Also As While When That If The A An On In At For After "
    "Before Although Though Since Because Until During Both Still Now Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday"
)
_PRONOUNS = _words("he she they it i we one who")
_DETERMINERS = _words("the a an his her its their one another some two three several many most")
_ENDS_NAME = _words(
    "on in at after during as when while before by to last this yesterday today adding who from with during via "
    "through because since that and but if"
)
_PHRASE = re.compile(r"[^,.;:!?()\"“”«»—]{1,120}")
_TITLES = re.compile(r"\b(Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|St)\.(?=\s)")


def speaker_before(lead: str, cut: bool = False) -> tuple[str | None, bool]:
    """Who is named as speaking in the text before a quotation, and whether its verb leads right up to it.

    ``cut``: the text does not begin at the beginning of its paragraph. None: nobody; ``PRONOUN``: he, she or they.
    """
    lead = _TITLES.sub(r"\1 ", lead)
    stops = list(_SENTENCE.finditer(lead))
    if stops:
        lead = lead[stops[-1].end() :]
    elif cut:
        lead = lead[lead.find(" ") + 1 :]
    verbs = list(_VERB.finditer(lead))
    if not verbs:
        according = _ACCORDING.search(lead)
        if according is None:
            return None, False
        named = _named(lead[according.end() :])
        return named, named is not None
    verb = verbs[-1]
    named = _subject(lead[: verb.start()])
    if named is None:
        verb = verbs[0]
        named = _subject(lead[: verb.start()])
    return named, named is not None and _NEAR.match(lead, verb.end()) is not None


def speaker_after(tail: str) -> str | None:
    """Who is named as speaking right after a quotation. None: nobody; ``PRONOUN``: he, she or they."""
    tail = _TITLES.sub(r"\1 ", tail)
    stop = _SENTENCE.search(tail)
    if stop is not None:
        tail = tail[: stop.start()]
    according = re.match(r"[\s,—–-]{0,4}according\s{1,3}to\s{1,3}", tail)
    if according:
        return _named(tail[according.end() :])
    first = _FIRST_VERB.match(tail)
    if first:
        return _named(tail[first.end() :])
    verb = _VERB.search(tail)
    if verb is None or verb.start() > 120:
        return None
    subject = tail[: verb.start()].lstrip(" ,—–-")
    if any(mark in subject for mark in ';:“”"'):
        return None
    return _subject(subject)


def _subject(before: str) -> str | None:
    """The subject at the end of ``before``, which is followed by a verb of saying."""
    words = before.split()
    while words and words[-1].lower() in _ASIDE:
        words.pop()
    if not words:
        return None
    if words[-1][-1] in ",":
        return _before_apposition(words)
    if words[-1].lower() in _PRONOUNS:
        return PRONOUN
    name = _name_at_end(words)
    if name:
        return name
    for back in range(1, min(len(words), 7) + 1):
        word = words[-back]
        if back > 1 and word[-1] in ",;:":
            return " ".join(words[1 - back :]) if back <= 5 else None
        if word.lower() in _DETERMINERS and (back == len(words) or words[-back - 1] not in ("of", "for", "in", "from")):
            return " ".join(words[-back:])
    return " ".join(words) if len(words) <= 4 else None


def _before_apposition(words: list[str]) -> str | None:
    """The name before what stands between commas: "Hassan Ali, of the Liwa group, told"."""
    for index, word in enumerate(words[:-1]):
        if word.endswith(","):
            name = _name_at_end([*words[:index], word.rstrip(",")])
            if name:
                return name
    return _name_at_end([*words[:-1], words[-1].rstrip(",")])


def _name_at_end(words: list[str]) -> str | None:
    """The capitalised words at the end of ``words``, with the small ones within a name: "Ministry of Works"."""
    taken: list[str] = []
    pending: list[str] = []
    for word in reversed(words):
        if taken and word[-1] in ",;:)":
            break
        if _is_capital(word) and word not in _NOT_NAMES:
            taken += [*pending, word]
            pending = []
        elif taken and word in _LINKS and len(pending) < 2:
            pending.append(word)
        else:
            break
    if "of" in pending or "for" in pending:
        return None  # "the mayor of Tolm": the name is not the speaker's
    name = " ".join(reversed(taken)).strip("“”\"'‘’()")
    if name.lower() in _PRONOUNS:
        return PRONOUN
    return name or None


def _named(text: str) -> str | None:
    """The speaker at the beginning of ``text``, after a verb of saying or "according to"."""
    phrase = _PHRASE.match(text)
    if phrase is None:
        return None
    words = phrase.group().split()
    if not words or words[0].lower() in _ENDS_NAME:
        return None
    for index, word in enumerate(words):
        if index and word in _ENDS_NAME and word != "and":
            words = words[:index]
            break
    while len(words) > 1 and words[-1] in _LINKS:
        words.pop()
    if words[0].lower() in _PRONOUNS:
        return PRONOUN
    # A word that begins small after the name goes on with the sentence: "said Lind adding".
    name = _name_at_end(words)
    if name:
        return name
    if words[0] in _DETERMINERS or words[0].islower():
        after = text[phrase.end() :]
        if after.startswith(", "):
            following = _PHRASE.match(after, 2)
            if following and _is_capital(following.group().split()[0] if following.group().split() else "x"):
                name = _name_at_end(following.group().split())
                if name:
                    return name
        return " ".join(words[:10])
    for index in range(1, len(words)):
        if not _is_capital(words[index]) and words[index] not in _LINKS:
            return _name_at_end(words[:index])
    return None


def _is_capital(word: str) -> bool:
    word = word.lstrip("“\"'‘(")
    return word[:1].isupper() or (word[:3] in ("al-", "el-", "ad-", "as-", "an-") and word[3:4].isupper())
