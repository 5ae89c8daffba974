"""English cues: the verbs, nouns and phrases that give content to a source.

Verbs are listed by their base form; the other forms are made by rule, or listed where they are irregular.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from archivist.model.claim import CueClass
from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import KeysView


class Frame:
    """What a cue takes, so that its content can be found: flags, joined with |.

    They are plain integers because every sentence tests them many times, and an `IntFlag` takes ten times as long.
    """

    CLAUSE = 1  # a clause, with or without "that": said (that) it rained
    MARKED = 2  # a clause only where "that", "whether", "how", … or a quotation shows it: found that it rained
    SPEECH = 4  # stands after or inside its content too, also before its source: "…," said Smith
    ADDRESSEE = 8  # someone is addressed between cue and content: told reporters (that) it rained
    OBJECT = 16  # what it is about: criticized the plan
    INFINITIVE = 32  # "to" and a verb: vowed to fight
    FINDING = 64  # a clause, or anything where a document is the source: the study found a gap, not: she found a coin
    CHAIN = 128  # opens a chain that ends in another cue: refused to say, went on to explain


class Form(StrEnum):
    """The form of a verb, as far as its spelling tells."""

    BASE = "base"  # say
    THIRD = "third"  # says
    PAST = "past"  # said, spoke; also a participle where that is spelled alike
    PARTICIPLE = "participle"  # spoken
    ING = "ing"  # saying


_BASE, _THIRD, _PAST, _PARTICIPLE, _ING = Form  # to name a member by its class runs Python code


class Cue(NamedTuple):
    """One form of a cue verb: its base form, class, what it takes and the particles that belong to it."""

    lemma: str
    form: Form
    cue_class: CueClass | None
    frame: int
    particles: tuple[str, ...] = ()
    needs_particle: bool = False


_Verb = tuple[str, CueClass | None, int, tuple[str, ...], bool]
"""What a `Cue` has besides its form."""

_C, _M, _S, _A = Frame.CLAUSE, Frame.MARKED, Frame.SPEECH, Frame.ADDRESSEE
_O, _I, _F = Frame.OBJECT, Frame.INFINITIVE, Frame.FINDING


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Verbs by class and by what they take. A verb belongs here when its subject is someone (or a document) whose words,
# thoughts or attitude its complement tells. The class is the one in docs/claims.md; verbs of attitude have none.
_VERBS: tuple[tuple[CueClass | None, int, str], ...] = (
    (
        CueClass.NEUTRAL,
        _C | _S,
        "say explain announce state comment remark reply respond conclude declare testify",
    ),
    (CueClass.NEUTRAL, _C | _S, "proclaim recount reiterate summarize predict estimate opine joke quip exclaim"),
    (CueClass.NEUTRAL, _C | _S, "shout yell scream cry chant sing whisper mutter reason"),
    (
        CueClass.NEUTRAL,
        _C | _S | _O,
        "note add report emphasize stress underscore clarify recall specify reveal disclose",
    ),
    (CueClass.NEUTRAL, _C | _S | _O, "mention confirm"),
    (CueClass.NEUTRAL, _C | _S | _A, "tell inform remind advise brief reassure notify"),
    (CueClass.NEUTRAL, _M | _S | _O | _A, "ask inquire query question"),
    (
        CueClass.NEUTRAL,
        _M | _S,
        "tweet post hear continue observe begin elaborate recollect email text blog retort counter",
    ),
    (CueClass.NEUTRAL, _M | _S | _F, "write find show indicate"),
    (
        CueClass.NEUTRAL,
        _M | _O,
        "describe detail outline cite quote document highlight discuss address express publish",
    ),
    (CueClass.NEUTRAL, _M | _O, "voice label dub characterize portray depict liken compare identify reference"),
    (CueClass.NEUTRAL, _M | _O, "repeat echo call"),
    (CueClass.CLAIMING, _C | _S | _O, "claim allege assert insist maintain contend argue boast brag affirm profess"),
    (CueClass.CONCEDING, _C | _S | _O, "admit acknowledge concede confess recognize"),
    (CueClass.DENYING, _C | _O, "deny reject dispute refute rebut disavow contradict dismiss"),
    (CueClass.SUGGESTING, _C | _S | _O, "suggest hint imply intimate insinuate signal speculate"),
    (CueClass.URGING, _M | _O | _S, "urge demand exhort implore beg press recommend propose advocate"),
    (CueClass.PROMISING, _C | _S | _I | _O, "vow pledge promise warn threaten swear caution guarantee"),
    # Thoughts and feelings that take a clause.
    (None, _C | _S | _O, "believe think suspect fear worry hope wish realize figure"),
    (None, _C | _O, "feel understand know doubt imagine expect anticipate forecast project decide consider"),
    (None, _M, "learn remember wonder notice discover determine see rule assume"),
    # Will and refusal.
    (None, _I | _O, "want plan intend seek aim prefer"),
    (None, _I | _C, "agree refuse decline offer choose opt vote"),
    # Attitudes to someone or something.
    (None, _O, "criticize condemn denounce blast slam attack assail decry deride mock ridicule chastise scold rebuke"),
    (
        None,
        _O,
        "lambast blame accuse fault charge challenge grill oppose protest resent despise scorn downplay ignore",
    ),
    (
        None,
        _O,
        "downplay praise laud applaud hail welcome commend thank congratulate admire tout champion extol celebrate",
    ),
    (None, _O, "support back endorse defend promote favor favour embrace embolden approve unveil encourage"),
    (None, _O | _S, "lament bemoan regret mourn"),
)

# Verbs that need one of their particles to be a cue at all, with class and what they take.
_PHRASAL: tuple[tuple[CueClass | None, int, str, tuple[str, ...]], ...] = (
    (CueClass.NEUTRAL, _O, "talk speak", ("about", "of", "out")),
    (CueClass.NEUTRAL, _C | _S | _O, "point", ("out", "to")),
    (CueClass.NEUTRAL, _O, "refer allude", ("to",)),
    (CueClass.URGING, _O, "push plead", ("for",)),
    (None, _O, "object", ("to",)),
    (None, _O, "complain care", ("about", "of")),
    (None, _O, "rail", ("against",)),
    (None, _O, "lash", ("out",)),
    (None, _O, "disagree sympathize", ("with",)),
    (None, _O, "disapprove", ("of",)),
    (None, _O, "campaign lobby vie", ("for", "against")),
    (None, _O, "seize", ("on", "upon")),
)

# Particles that belong to a cue when they follow it, though it does without them.
_PARTICLES: dict[str, tuple[str, ...]] = {
    "advocate": ("for",),
    "agree": ("with", "on"),
    "approve": ("of",),
    "ask": ("about", "for"),
    "believe": ("in",),
    "boast": ("of", "about"),
    "brag": ("of", "about"),
    "call": ("for", "on", "upon", "out"),
    "comment": ("on",),
    "decide": ("against", "on"),
    "elaborate": ("on",),
    "hint": ("at",),
    "hope": ("for",),
    "insist": ("on",),
    "plan": ("on",),
    "press": ("for",),
    "protest": ("against",),
    "rule": ("against", "out"),
    "think": ("of", "about"),
    "vote": ("for", "against"),
    "warn": ("against", "of", "about"),
    "wonder": ("about",),
    "worry": ("about",),
}

# Verbs that a particle moves to another class: called it unfair, called on the council to act.
_CLASS_WITH_PARTICLE: dict[tuple[str, str], CueClass] = {
    ("call", "for"): CueClass.URGING,
    ("call", "on"): CueClass.URGING,
    ("call", "upon"): CueClass.URGING,
    ("ask", "for"): CueClass.URGING,
    ("insist", "on"): CueClass.URGING,
}

# Verbs that open a chain with "to" and a cue, and add nothing of their own but manner or phase.
_CHAINS = """
    continue try refuse decline fail appear seem begin start attempt proceed tend happen manage dare rush hasten
    come struggle use hesitate like love
"""

# Past tense and participle of the verbs that do not form them with -ed.
_IRREGULAR: dict[str, tuple[str, str]] = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "find": ("found", "found"),
    "show": ("showed", "shown"),
    "think": ("thought", "thought"),
    "feel": ("felt", "felt"),
    "understand": ("understood", "understood"),
    "know": ("knew", "known"),
    "see": ("saw", "seen"),
    "hear": ("heard", "heard"),
    "speak": ("spoke", "spoken"),
    "swear": ("swore", "sworn"),
    "sing": ("sang", "sung"),
    "seek": ("sought", "sought"),
    "choose": ("chose", "chosen"),
    "begin": ("began", "begun"),
    "forecast": ("forecast", "forecast"),
    "come": ("came", "come"),
}
# Verbs that double their last consonant before -ed and -ing.
_DOUBLING = frozenset({"admit", "beg", "plan", "slam", "rebut", "dub", "refer", "prefer", "blog", "opt"})

# Nouns for what someone said, wrote, thinks or intends: X's claim that …, a statement saying …
NOUNS = _words(
    """
    accusation admission advice allegation announcement answer argument assertion assessment assumption attack
    belief call charge claim comment complaint concern conclusion confession contention criticism decision
    declaration demand denial desire determination doubt estimate expectation fear finding forecast hope idea
    insistence intention message observation opinion plan pledge position prediction pronouncement promise
    proposal question recommendation refusal remark reply report request response revelation rhetoric statement
    suggestion suspicion testimony theory threat view vow warning wish worry
    """
)

# Cue verbs some of whose forms are as often nouns or adjectives: some state officials, strong public protests.
ALSO_NOUNS = NOUNS | _words(
    """
    address back boast brief campaign challenge chant command cry document doubt favor favour fault figure joke
    label note offer picture point praise press project protest quote regret rule scream shout signal slam state
    support urge vote welcome
    """
)


def inflections(lemma: str) -> tuple[tuple[str, Form], ...]:
    """The forms of an English verb with the form each of them is, base form first."""
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    if lemma in _DOUBLING:
        stem = lemma + lemma[-1]
    elif lemma.endswith("e") and not lemma.endswith("ee"):
        stem = lemma[:-1]
    else:
        stem = lemma
    ending = "d" if lemma.endswith("ee") else "ed"
    if lemma in _IRREGULAR:
        past, participle = _IRREGULAR[lemma]
    else:
        past = lemma[:-1] + "ied" if third.endswith("ies") and lemma.endswith("y") else stem + ending
        participle = past
    return (
        (lemma, _BASE),
        (third, _THIRD),
        (past, _PAST),
        (participle, _PAST if participle == past else _PARTICIPLE),
        (stem + "ing", _ING),
    )


class Cues:
    """Every form of every cue verb, in lower case, with its entry, which is made when it is asked for."""

    def __init__(self) -> None:
        self._forms: dict[str, tuple[_Verb, Form]] = {}
        self._made: dict[str, Cue] = {}
        for lemma in _CHAINS.split():
            self._enter((lemma, None, Frame.CHAIN, (), False))
        for cue_class, frame, lemmas, particles in _PHRASAL:
            for lemma in lemmas.split():
                self._enter((lemma, cue_class, frame, particles, True))
        for cue_class, frame, lemmas in _VERBS:
            for lemma in lemmas.split():
                extra = self._forms[lemma][0][2] & Frame.CHAIN if lemma in self._forms else 0
                self._enter((lemma, cue_class, frame | extra, _PARTICLES.get(lemma, ()), False))

    def _enter(self, verb: _Verb) -> None:
        for word, form in inflections(verb[0]):
            self._forms[word] = verb, form

    def __contains__(self, word: str) -> bool:
        return word in self._forms

    def __getitem__(self, word: str) -> Cue:
        if word not in self._made:
            (lemma, cue_class, frame, particles, needs_particle), form = self._forms[word]
            self._made[word] = Cue(lemma, form, cue_class, frame, particles, needs_particle)
        return self._made[word]

    def get(self, word: str) -> Cue | None:
        """The entry of a word, None where it is no form of a cue verb."""
        return self[word] if word in self._forms else None

    def words(self) -> KeysView[str]:
        """The forms."""
        return self._forms.keys()


@cache
def cues() -> Cues:
    """The cue verbs."""
    return Cues()


def cue_class(words: str) -> CueClass | None:
    """The class of a reporting verb in any of its forms, None where it is none or one of attitude.

    `words` is the verb with its particle, if any ("called on"), or "according to".
    """
    first, *rest = words.lower().split()
    if [first, *rest] == ["according", "to"]:
        return CueClass.NEUTRAL
    cue = cues().get(first)
    if cue is None or (cue.needs_particle and not rest):
        return None
    return _CLASS_WITH_PARTICLE.get((cue.lemma, rest[0]), cue.cue_class) if rest else cue.cue_class
