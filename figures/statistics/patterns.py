"""The parts of a reported result, each as a pattern of bounded length that is anchored where the part before it ended.

Runs of blanks are possessive: they give nothing back, so that no text can make a pattern try one place in many ways.
"""

from __future__ import annotations

import re

from figures.statistics.numerals import BLANK as _B
from figures.statistics.numerals import EXPONENT, NUMBER

SIGN = r"(?:<\s?=|>\s?=|=\s?<|=\s?>|[=<>≤≥])"
_DF = r"\d{1,6}(?:[.·]\d{1,4})?"

# The symbol of a statistic. "c2", "v2" and "x2" are what scans and plain keyboards make of a chi; H is Kruskal-Wallis.
HEAD = re.compile(
    rf"""(?<![^\W_])(?<![.'’])(?:
      (?P<chi>Δ?χ{_B}(?:\^?\{{?{_B}[2²]\}}?)?
             |(?:chi|Chi|CHI){_B}-?{_B}(?:squared?|sq|\^?\{{?[2²]\}}?)
             |Δ?[xXGcv]\s?\^?\{{?[2²]\}}?
             |H(?=\s?\())
    | (?P<q>Q(?:[_\s-]?(?:[wW]ithin|[bB]etween|[wWbBEM])(?!\w))?)
    | (?P<f>Δ?[Ff])
    | (?P<one>[tTzZr])
    )(?:[-\s](?:value|statistic|score|ratio|test))?""",
    re.X,
)
LOST_CHI = re.compile(r"[^\w\s(\[=<>.,;:/+'\"-]\s?[2²](?=\s?[(\[])")  # some other sign in place of the chi in "χ2(1)"

BRACKETS = re.compile(rf"{_B}[(\[{{]([^()\[\]{{}}]{{1,60}}+)[)\]}}]")
TWO_BELOW = re.compile(rf"{_B}_?\{{?{_B}({_DF})\s?[,;/]\s?({_DF})\}}?(?={_B}{SIGN})")  # F1,34 with its subscripts lost
ONE_BELOW = re.compile(rf"{_B}_?\{{?{_B}({_DF})\}}?(?={_B}{SIGN})")
DEGREE = re.compile(  # l: a scanned 1
    r"(?:d\.?\s?f\.?\s?[12]?\s?[=:]?\s?)?(\d{1,7}(?:[.·,]\d{1,4})?|\.\d{1,4}|[lI])(?:\s?d\.?\s?f\.?)?"
)
CASES = re.compile(r"[nN]\s?[=:]?\s?\d[\d\s,]{0,12}+")

COMPARISON = re.compile(rf"{_B}({SIGN}|:)")
# Up to three odd signs before a number are a minus that came out as something else.
VALUE = re.compile(rf"{_B}(?P<odd>[^\w\s.,()\[\]=<>]{{0,3}})(?P<blank>\s{{0,5}}+)(?P<number>{NUMBER}{EXPONENT}?)")
_DF_NAME = r"(?:d\.?\s?f\.?|DF|degrees?\sof\sfreedom)(?!\w)"
DF_BEHIND = re.compile(
    rf"{_B}[,;(\[]?{_B}(?:with{_B}|on{_B}|at{_B})?(?:{_DF_NAME}{_B}[=:]?{_B}[(\[]?"
    rf"(?P<one>{_DF})(?:{_B}[,;/]{_B}(?P<two>{_DF}(?![%.\d])))?"
    rf"|(?P<before>{_DF})(?:{_B}(?:[,;/]|and){_B}(?P<last>{_DF}))?{_B}{_DF_NAME})"
)
TWO_BEHIND = re.compile(rf"{_B}[(\[]{_B}({_DF}){_B}[,;/]{_B}({_DF}){_B}[)\]]")  # F = 6.02 (1, 34)
CASES_BEHIND = re.compile(rf"{_B}[,;(\[]?{_B}[nN]{_B}={_B}(\d{{1,7}}(?:,\d{{3}}(?!\d))?)[)\]]?")

_POINT = r"[.·∙,]"
_P_NUMBER = (
    rf"(?:0\s?{_POINT}\s?\d{{1,15}}(?:{EXPONENT})?|{_POINT}\s?\d{{1,15}}(?:{EXPONENT})?"
    rf"|\d{{1,4}}(?:{_POINT}\d{{1,15}})?(?:{EXPONENT})?)"
)
_ADJUSTED = (
    r"[_\s({-]{0,2}(?:adj(?:usted)?|corr(?:ected)?|FDR|fdr|FWE|FWER|[bB]onf(?:erroni)?|[hH]olm|[tT]ukey|Sidak|BH)"
    r"\.?[)}]?"
)
P = re.compile(
    rf"(?:(?P<low>{_P_NUMBER}){_B}(?P<below>[<>≤≥]){_B})?(?<![^\W_])[pP](?P<adjusted>{_ADJUSTED})?(?:['’]?s(?!\w))?"
    rf"(?:[-\s]?[vV]alues?)?(?:{_B}\(?(?:one|two|1|2)[\s-](?:tailed|sided|tail)\)?)?"
    rf"(?P<verb>{_B}(?:was|is|were|of|at|:))?{_B}(?:[:,]{_B})?"
    rf"(?:(?P<sign>{SIGN}){_B}(?P<ns>ns(?!\w)|n\.\s?s\.|NS(?!\w))"
    rf"|(?P<comparison>{SIGN}|(?:less|smaller|lower|greater|higher|larger)\sthan)?{_B}(?P<number>{_P_NUMBER}))"
)
NOT_SIGNIFICANT = re.compile(
    r"(?<!\w)(?:n\.\s?s\.|ns(?!\w)|NS(?!\w)|N\.S\.|not\s(?:statistically\s)?significant|non-?significant)"
)
ONE_TAILED = re.compile(r"\b(?:one|1|single).?(?:tailed|sided|tail)\b|\bdirectional\b", re.I)
SENTENCE_ENDS = re.compile(r"[.?!][)\]]?\s{1,20}[A-Z]")

# The form that R's statcheck reads: APA style with lower case p, round brackets, commas, and no sign but =, < and >.
_ONE_DF = r"\s{0,3}\(\s{0,3}\d{0,7}\.?\d{1,7}\s{0,3}\)"
APA = re.compile(
    rf"(?:[tr]{_ONE_DF}|F\s{{0,3}}\(\s{{0,3}}(?:\d{{0,7}}\.?\d{{1,7}}|[lI])\s{{0,3}},\s{{0,3}}\d{{0,7}}\.?\d{{1,7}}\s{{0,3}}\)"
    rf"|[zZ]|Q\s?-?\s?(?:w|b|[wW]ithin|[bB]etween)?{_ONE_DF}"
    r"|(?:(?:[^\s\w(]|chi|[A-Za-z])\s?2|[^\s\w(]|H)\s{0,3}\(\s{0,3}\d{0,7}\.?\d{1,7}\s{0,3}"
    r"(?:,\s{0,3}[Nn]\s{0,3}=\s{0,3}\d{1,3}(?:,?\d{1,4}){0,2}\s{0,3})?\))"
    r"\s{0,3}[<>=]\s{0,3}[^\w\s.\u0080-\uffff]{0,3}\d{0,15}(?:,\d{1,4})?(?:\.\d{1,15})?\s{0,3},\s{0,3}"
    r"(?:n\.?s\.?|p\s{0,3}[<>=]\s{0,3}(?:\d?\.\d{1,15}(?:e-?\d{1,3})?|[01](?![.\d])))",
    re.ASCII,
)
