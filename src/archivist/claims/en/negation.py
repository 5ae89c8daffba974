"""Words by which an English clause is denied.

Lists of words are single strings, split where they are first used; everything is in lower case.
"""

from __future__ import annotations

# What belongs here: words that deny the word they bear on: putting one in or taking one out makes the clause say the
# opposite. Contractions in n't are recognised by their ending.
NEGATORS = (
    "not never no none nobody nothing nowhere neither nor cannot without unless hardly scarcely barely lack lacks"
)

# What belongs here: auxiliaries that are denied in one word, and are not what is left when n't is taken off.
AUXILIARIES = {"cannot": "can", "can't": "can", "won't": "will", "shan't": "shall"}

# What belongs here: phrases that say of an action that it did not or does not take place.
NEGATING_PHRASES = (
    "no one",
    "no longer",
    "not yet",
    "by no means",
    "in no way",
    "yet to",
    "still to",
    "failed to",
    "fails to",
    "fail to",
    "failing to",
    "failure to",
    "refused to",
    "refuses to",
    "refuse to",
    "refusing to",
    "refusal to",
    "declined to",
    "declines to",
    "decline to",
    "declining to",
    "unable to",
    "unwilling to",
    "neglected to",
    "neglects to",
    "omitted to",
    "forgot to",
    "barred from",
    "banned from",
    "prevented from",
    "prohibited from",
    "forbidden from",
    "forbidden to",
    "blocked from",
    "refrained from",
    "stopped short of",
    "stopping short of",
    "short of",
    "absence of",
    "ruled out",
    "rules out",
    "ruling out",
    "rejected calls to",
    "rejects calls to",
    "reject calls to",
    "rejecting calls to",
    "rejected calls for",
    "rejects calls for",
    "reject calls for",
    "rejecting calls for",
    "dismissed calls to",
    "dismisses calls to",
    "dismiss calls to",
    "dismissed calls for",
    "dismisses calls for",
    "dismiss calls for",
    "resisted calls to",
    "resists calls to",
    "resist calls to",
    "instead of",
    "rather than",
)

# What belongs here: phrases with a negator in them that deny nothing, or that loosen a figure, which is certainty.
NOT_NEGATING = (
    "not only",
    "not just",
    "not merely",
    "not simply",
    "not least",
    "not to mention",
    "no doubt",
    "no more than",
    "no less than",
    "no fewer than",
    "no later than",
    "no sooner",
    "not more than",
    "not less than",
    "not fewer than",
    "not quite",
    "no matter",
    "none other than",
    "nothing but",
    "nothing short of",
    "nothing less than",
    "whether or not",
    "or not",
    "if not",
    "no 1",
    "just short of",
    "well short of",
)

# What belongs here: phrases that loosen the figure after them and have opposites among one another.
LOOSENING = (
    "more than",
    "less than",
    "fewer than",
    "no more than",
    "no less than",
    "no fewer than",
    "not more than",
    "not less than",
    "not fewer than",
    "over",
    "under",
    "above",
    "below",
    "up to",
)

# What belongs here: words after which "not … until noon" says when, and so denies nothing.
UNTIL = "until till"

# What belongs here: verbs of putting off, which with "until" or "before" say what "not … before" says.
WAITING = (
    "wait waits waited waiting delay delays delayed delaying postpone postponed postponing hold held holding defer"
)

# What belongs here: words that may stand between a negator and the word it denies: articles, auxiliaries, pronouns,
# prepositions and particles.
PASSED_OVER = """
    a an the any this that these those his her its their our my your be is are was were been being am have has had
    having do does did done will would shall should can could may might must to of in on at by for from with into as so
    very too also even ever yet still really actually fully quite it he she they we i you him them us there who which
    what more such another other one all each both anything anyone anybody only
"""

# What belongs here: words in -ly that are no adverbs, and so can be what a negator denies.
NOT_ADVERBS = """
    fly apply reply rely supply comply multiply ally rally family assembly july italy early daily weekly monthly likely
    unlikely friendly deadly costly elderly anomaly bully butterfly monopoly
"""

# What belongs here: prefixes that turn an adjective, adverb or verb into its opposite.
PREFIXES = ("un", "in", "im", "il", "ir", "non", "non-", "dis")

# What belongs here: pairs of prefixes or of suffixes that with the same rest make opposites: pro-war, anti-war;
# harmful, harmless. Those that deny the rest itself are above.
FACING_PREFIXES = "pro/anti pre/post over/under up/down in/out inter/intra hyper/hypo micro/macro mono/poly uni/multi"
FACING_SUFFIXES = "ful/less fully/lessly"

# What belongs here: words that a pair of prefixes only seems to make opposites.
NO_FACING = "income outcome overtake undertake overtook undertook overgo undergo"

# What belongs here: irregular forms of verbs that news negates, as "form=base".
IRREGULAR = """
    agreed=agree disagreed=disagree freed=free decreed=decree guaranteed=guarantee
    began=begin begun=begin broke=break broken=break brought=bring built=build bought=buy caught=catch chose=choose
    chosen=choose came=come cut=cut died=die drew=draw drawn=draw drove=drive driven=drive ate=eat eaten=eat
    fell=fall fallen=fall felt=feel fought=fight found=find flew=fly flown=fly forgot=forget forgave=forgive
    gave=give given=give went=go gone=go grew=grow grown=grow heard=hear held=hold kept=keep knew=know known=know
    laid=lay led=lead left=leave lent=lend lay=lie lost=lose made=make meant=mean met=meet paid=pay ran=run
    rose=rise risen=rise said=say saw=see seen=see sold=sell sent=send shot=shoot showed=show shown=show
    shrank=shrink sat=sit slept=sleep spoke=speak spoken=speak spent=spend stood=stand stole=steal stolen=steal
    struck=strike swore=swear swam=swim took=take taken=take taught=teach told=tell thought=think threw=throw
    thrown=throw understood=understand woke=wake wore=wear worn=wear won=win withdrew=withdraw withdrawn=withdraw
    wrote=write written=write sought=seek sank=sink sunk=sink hid=hide hidden=hide proven=prove got=get gotten=get
    became=become lying=lie dying=die dies=die fled=flee axed=axe axes=axe axing=axe
"""
