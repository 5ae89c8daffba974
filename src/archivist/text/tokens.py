"""A text cut into tokens: words, figures, marks and white space.

The text is first spelt in *classes*, one ASCII letter a code point, so that one short regular expression over that
spelling serves every script and every offset stays the same. It cuts as UAX #29 does, but for these choices:

- A word keeps inner apostrophes and hyphens ("don't", "re-elected", "12-year-old"), initials their points ("U.S.").
- A figure is one token with its sign, currency, separators, decimals and percent sign ("-$1,200.50", "€3.2bn", "12%"),
  also where it is a range, a score, a time or a date in digits ("5–7", "3-2", "10:30", "2024-10-27").
- Each quotation mark, bracket or other mark stands alone; points ("...") or hyphens ("--") in a row make one token.
- Han, kana, Bopomofo, Yi, Thai, Lao, Khmer and Myanmar, written without spaces, are cut by grapheme cluster.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from unicodedata import category

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.model.span import Span

# The classes whose members no general category tells.
_MEMBERS = {
    '"': '"“”„‟«»‹›「」『』〝〞〟＂',
    "'": "'‘’‚‛＇·׳״",  # within a word a part of it, elsewhere a mark (UAX #29: MidLetter, MidNumLet)
    "-": "-‐‑−－",
    "+": "+±＋",
    "~": "–",
    ".": ".．",
    ",": ",，٬٫",
    ":": ":/：／",
    "%": "%‰٪％",
    "n": "\u00a0\u2007\u2009\u202f",  # white space that may also stand within a figure
    "j": "\u200d",
    "e": "‼⁉ℹ〰〽",
    "x": "\u200b",
    # Letters and symbols that extend the cluster before them (Grapheme_Cluster_Break: Extend, SpacingMark) ...
    "m": "\u0e33\u0eb3\uff9e\uff9f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff",
    # ... or the one after them (Prepend), and marks that join two consonants (InCB=Linker) where words are not kept.
    "p": "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2"
    "\U000111c3\U0001193f\U00011941\U00011a3a\U00011a84\U00011a85\U00011a86\U00011a87\U00011a88\U00011a89\U00011d46"
    "\U00011f02",
    "v": "\u1039\u17d2\u1a60",
}
_UNSPACED = (
    (0x0E00, 0x0EFF, "s"),  # Thai, Lao
    (0x1000, 0x109F, "s"),  # Myanmar
    (0x1780, 0x17FF, "s"),  # Khmer
    (0x1950, 0x19FF, "s"),  # Tai Le, New Tai Lue
    (0x1A20, 0x1AAF, "s"),  # Tai Tham
    (0x3005, 0x312F, "c"),  # kana, Bopomofo
    (0x31A0, 0x31FF, "c"),
    (0x3400, 0x9FFF, "c"),  # Han
    (0xA000, 0xA48C, "c"),  # Yi
    (0xA9E0, 0xA9FF, "s"),  # Myanmar
    (0xAA60, 0xAADF, "s"),  # Myanmar, Tai Viet
    (0xF900, 0xFAFF, "c"),
    (0xFF66, 0xFF9D, "c"),
    (0x1B000, 0x1B16F, "c"),
    (0x20000, 0x3FFFF, "c"),
)
_CATEGORIES = {
    **dict.fromkeys(("Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "Pc"), "a"),
    **dict.fromkeys(("Nd", "No"), "0"),
    **dict.fromkeys(("Mn", "Mc", "Me", "Cf"), "m"),
    **dict.fromkeys(("Sm", "Sk", "So"), "e"),
    "Sc": "$",
}
_REGIONAL = range(0x1F1E6, 0x1F200)
_PICTOGRAPHS = range(0x1F000, 0x20000)  # reserved for emoji, also where not yet assigned


def _class_of(point: int) -> str:
    """The class of a code point that is in no list above."""
    if chr(point).isspace():
        return " "
    if point in _REGIONAL:
        return "r"
    found = category(chr(point))
    if found == "Cn" and point in _PICTOGRAPHS:
        return "e"
    kind = _CATEGORIES.get(found, "x")
    if kind == "a":
        return next((unspaced for first, last, unspaced in _UNSPACED if first <= point <= last), "a")
    return kind


class _Classes(dict[int, str]):
    """Code point to class, filled as code points are met."""

    def __missing__(self, point: int) -> str:
        self[point] = found = _class_of(point)
        return found


_CLASSES = _Classes({ord(member): kind for kind, members in _MEMBERS.items() for member in members})


@cache
def _token() -> re.Pattern[str]:
    # Possessive throughout: no alternative gives back what it took, so a text is read once.
    return re.compile(
        r"""p*(?:
          [ n]++[mjv]*+
        | (?:am*+\.){2,}(?![a0])[mjv]*+                                             # initials
        | a[a0mjv]*+ (?: (?: [-'](?=[a0]) | (?<=0)[.,:~](?=0) )[a0mjv]++ )*+            # words
        | (?: (?<![a0mcs])[-~+] )?+ (?: \$[-~+]?+ )?+ (?: (?<![a0mcs])\. )?+   # what a figure begins with
          0[a0mjv]*+ (?: (?: [-'](?=[a0]) | (?<=0)[.,:~](?=0) | (?<=0)n(?=000(?!0)) )[a0mjv]++ )*+
          (?: (?<=0)n?[%$][mjv]*+ )?+
        | [cs][mj]*+ (?: v[mjv]*+s?+[mj]*+ )*+
        | rr?+[mjv]*+                                                        # a flag
        | e[mjv]*+ (?: (?<=j)[^a0cspr\ n][mjv]*+ )*+                            # emoji, joined ones too
        | (?: \.\.++ | --++ | . )[mjv]*+
        )""",
        re.VERBOSE,
    )


@cache
def _sure() -> re.Pattern[str]:
    return re.compile(r" [^ nmjv]|n[acser\"x]|[\"xc][a0cser\"x ]|[^ np] |[^ njp][\"x]|[^ njpvm0]n")


def spelling(text: str) -> str:
    """`text` spelt in classes, a code point each.

    `a` letter, `0` digit, `c` ideograph or kana, `s` letter of another script without spaces, `m` `v` `j` what extends
    a cluster, `e` symbol or emoji, `r` regional indicator, `"` and `'` quotation marks, `$` currency, `~` en dash,
    space and `n` white space; `-` `+` `.` `,` `:` `%` stand for themselves and their like, `p` for what joins the
    character after it, `x` for the rest. All are ASCII: so the patterns compile fast.
    """
    return text.translate(_CLASSES)


def tokens(text: str, span: Span | None = None) -> list[int]:
    """The edges of the tokens of `text`, or of its stretch `span`, in code points from the start of `text`.

    n tokens have n + 1 edges: `itertools.pairwise` gives each token's start and end. The tokens cover the stretch
    without gap, and none of their edges lies within a grapheme cluster. A stretch is cut as if it stood alone.
    """
    start, end = (0, len(text)) if span is None else (span.start, span.end)
    pieces = _token().findall(spelling(text[start:end]))
    return list(accumulate(map(len, pieces), initial=start))


def is_edge(text: str, at: int) -> bool:
    """Whether a token of `text` is sure to end at `at`, told by the two code points on both sides alone.

    False where it takes more to tell. The edges of white space are found, and those between ideographs.
    """
    if at <= 0 or at >= len(text):
        return at in {0, len(text)}
    left, right = text[at - 1], text[at]
    if (left in " \n" and right.isascii() and not right.isspace()) or (
        right in " \n" and left.isascii() and not left.isspace()
    ):
        return True  # as the pattern below has it, and by far the most frequent
    # Two white spaces in a row are no part of a figure, so they are as good as plain ones.
    if at > 1 and text[at - 2 : at].isspace():
        left = " "
    if at + 1 < len(text) and text[at : at + 2].isspace():
        right = " "
    return _sure().match(spelling(left + right)) is not None
