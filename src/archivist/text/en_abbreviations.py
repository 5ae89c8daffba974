"""English words that decide what a full stop means, and what they look like. The rules are in `segment`."""

from __future__ import annotations

import re
from functools import cache

from archivist.text.kept import kept


def _list(words: str) -> frozenset[str]:
    return frozenset(words.split())


BEFORE_NAME = _list(
    "adm amb asst atty brig capt cmdr col cpl cpt det dr drs fr gen gov hon insp lt maj messrs mlle mme mr mrs ms "
    "msgr mt pfc ph pres prof pvt rep reps rev revd rt sen sens sgt spc ssgt supt"
)
"""Titles and the like, which with a capital stand before a name and never last in a sentence. All lists are in lower
case and leave out the last full stop."""

BEFORE_NUMBER = _list("c ca ch ext fig figs no nos n° op p para pop pp sec vol")
"""What a number follows: there the full stop ends nothing; before anything else it does."""

BEFORE_BRACKET = _list("eq eqs eqn eqns fig figs ref refs sec secs")
"""What points to a part of a paper or book, which can be named in brackets: "Fig. [3]", "Eq. (4)"."""

BEFORE_MORE = _list("approx cf e.g eg esp etal i.e ie incl p.s ps resp v viz vs")
"""What cannot be the last word of a sentence, because what it introduces is still to come."""

MAYBE_LAST = _list(
    "al assn assoc ave bldg blvd bros co cont corp dept dist div est etc ft gal govt hrs hwy inc intl jr lbs llc ltd "
    "mfg min mins misc mos mph natl oz pkwy pl plc rd rte sec secs sq sr st ste univ wt yr yrs"
)
"""Abbreviations that stand inside a sentence as well as at its end: company forms, streets, units."""

MAYBE_LAST_NAMES = _list(
    "ala apr ariz ark aug calif colo conn dec del feb fla ga ill ind jan jul jun kan ky la mar mass md mich minn "
    "miss mo mont neb nev nov oct okla ore pa penn sep sept tenn tex thu thur thurs tue tues va vt wash wis wyo"
)
"""The same, where they have a capital: states and months. Without one, most are words ("ill", "mar", "wash")."""

AFTER_HOUR = _list(
    "apr april aug august bst cdt central cest cet cst ct dec december eastern edt est et feb february fri friday "
    "gmt greenwich ist jan january jst jul july jun june mar march may mdt mon monday mountain mst mt nov "
    "november oct october pacific pdt pst pt sat saturday sep sept september sun sunday thu thur thurs thursday "
    "tue tues tuesday utc wed wednesday"
)
"""What goes on after "a.m." and "p.m." although it has a capital: days, months and time zones."""

OPENERS = _list(
    "a about according after all also although among an and another any are as at because before both but by can "
    "could despite did do does don't during each earlier even every few first for from had has have he he's her "
    "here his how however i i'm i've if in instead is it it's its later let's like many meanwhile moreover most "
    "my neither no nobody none nor not nothing now of on once one only or other others our over perhaps rather "
    "several she she's should since so some still such than that that's the their them then there there's these "
    "they they're this those though through thus to today together under unlike until was we we're were what when "
    "where whether which while who whose why will with within without would yes yesterday yet you you're your"
)
"""Words that, with a capital, begin a sentence rather than a name: articles, pronouns, prepositions, conjunctions,
question words, auxiliaries and adverbs that link sentences."""

SPEECH = _list(
    "added adds admitted announced answered argued asked asks claimed commented continued cried declared "
    "exclaimed explained insisted joked noted observed posted recalled remarked replied replies responded said "
    "says shouted tells told tweeted warned whispered wondered writes wrote yelled"
)
"""Verbs after which, or before which, the speaker of a quotation that has just ended is named."""


@cache
def abbreviations() -> frozenset[str]:
    """All abbreviations of the lists."""
    lists = (BEFORE_NAME, BEFORE_NUMBER, BEFORE_BRACKET, BEFORE_MORE, MAYBE_LAST, MAYBE_LAST_NAMES)
    return frozenset(word for known in lists for word in known)


@kept
def is_spoken(word: str) -> bool:
    """Whether it is on none of the lists, and by its look no abbreviation or initial either."""
    return _spoken().fullmatch(word) is not None and word.lower() not in abbreviations()


@cache
def _spoken() -> re.Pattern[str]:
    """A word that by its look is no abbreviation or initial: it has a small vowel, or six letters."""
    return re.compile(r"(?=[A-Za-z]?[a-z]*[aeiouy])[A-Za-z][a-z]+|[A-Za-z]{6}[\w)'/&%]*")


@cache
def abbreviated() -> re.Pattern[str]:
    """What is an abbreviation by its look: a capital letter, U.S, Ph.D, or a short word that cannot be spoken.

    One that is all in capitals is an acronym: it has no full stop of its own.
    """
    vowelless = r"(?![AEIOUYaeiouy])[A-Z]?[bcdfghjklmnpqrstvwxz]{1,4}"
    return re.compile(rf"[A-Z]|(?:[A-Za-z]{{1,2}}\.)+[A-Za-z]{{1,2}}|{vowelless}")


@cache
def speaker() -> re.Pattern[str]:
    """The name of a speaker and a verb of speech, or the reverse."""
    verbs = "|".join(sorted(SPEECH))
    return re.compile(rf"(?:[A-Z][\w.'-]{{0,30}}\s+){{1,4}}(?:{verbs})\b")
