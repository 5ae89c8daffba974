"""Opposites of English news prose.

Each line is one axis: words of one side, a bar, words of the other (a backslash continues a line). What belongs on a
line: base forms (and irregular inflections) such that, in the same frame, a word of one side cannot be true together
with a word of the other; words of one side need not mean the same, only point the same way. A word whose opposite
depends on what it is said of does not belong, nor do nouns that merely come in pairs (father, mother; north, south).
Words are in lower case; regular inflections are understood; a verb with its particle is written with a hyphen.
"""

from __future__ import annotations

# Verbs, nouns and adjectives that carry the claim by themselves.
OPPOSITES = """
    rise rose risen climb gain increase grow grew grown jump surge soar rally rebound swell higher upward \
    upwards leap rocket spike expand appreciate strengthen recover rebounded mount escalate balloon | fall fell \
    fallen drop decline decrease slip slide slid tumble plunge sink sank shrink shrank shrunk dwindle lower down \
    downward downwards plummet slump dip contract depreciate weaken retreat reduce cut ease subside
    raise hike boost lift increase | lower cut reduce slash trim decrease curb
    more greater higher bigger larger | fewer less lower smaller
    majority | minority
    maximum | minimum
    highest largest biggest greatest | lowest smallest fewest
    approve pass passed adopt ratify back backed endorse support accept favor favour grant allow agree authorize \
    authorise permit clear greenlight welcome wave-through sign-off | vote-down throw-out knock-back reject \
    defeat oppose veto refuse deny denied disallow turn-down dismiss decline block forbid forbade forbidden \
    prohibit ban condemn
    accept accepted embrace take-up | reject spurn decline refuse turn-down
    agree agreed consent | refuse decline disagree
    acquit exonerate clear innocent | convict guilty condemn
    uphold upheld affirm confirm | overturn quash reverse strike-down annul overrule revoke throw-out set-aside
    win won winning victory triumph beat prevail | lose lost losing defeat beaten
    victory win triumph | defeat loss
    beat defeat defeated overcome overcame vanquish | succumb
    winner | loser
    succeed success successful successfully | fail failure unsuccessful unsuccessfully
    pass | fail
    open opened reopen reopened open-up | close shut shut-down close-down
    begin began begun start launch open resume continue commence | end stop finish cease halt suspend conclude \
    close cancel terminate discontinue abandon
    start beginning outset | end finish
    continue keep kept resume carry-on go-ahead press-on | call-off give-up break-off stop halt cease suspend \
    abandon end discontinue quit
    remain stay stayed stay-on | leave left depart quit resign step-down stand-down
    arrive arrival | depart departure leave left
    enter entry | exit leave left
    join joined sign-up | leave left quit drop-out pull-out
    accelerate quicken hasten speed sped speed-up | slow decelerate delay slow-down ease cool
    qualify | miss-out miss
    score convert | miss
    resume restart continue survive | collapse founder break-down fall-apart
    confirm | block thwart
    file lodge | drop withdraw
    restore resume forge establish renew | sever cut break-off suspend
    keep kept retain preserve maintain | scrap axe ditch drop shut close abolish
    suspend expel revoke | reinstate restore readmit
    seize capture take took taken win | lose cede relinquish surrender give-up abandon
    survive | sink sank sunk founder perish
    inhabited populated settled | uninhabited unpopulated unsettled deserted
    verify verified prove proved proven confirm | debunk debunked disprove disproved refute
    breakup separation | reunion reconciliation
    eligible | ineligible
    ancestor | descendant
    predecessor | successor
    applaud applauded cheer cheered | boo booed jeer jeered heckle
    deposit | withdraw withdrew withdrawn
    enrol enroll enrolled | drop-out
    vindicate vindicated | discredit discredited
    defend defended uphold | abandon
    press bring brought file | drop dropped withdraw withdrew withdrawn
    obey | disobey
    odd | even
    convex | concave
    transparent | opaque
    sheltered | exposed
    link linked connect connected join joined | separate separated divide divided
    consecrate consecrated | desecrate desecrated deconsecrate
    automated automatic unmanned | manned manual
    promote promoted | ban banned suppress suppressed
    overt | covert
    debit | credit
    occupy | liberate vacate
    escape | recapture
    sink sank sunk | float refloat
    stable | critical
    fit available | unfit injured unavailable sidelined
    intact undamaged | damaged destroyed
    clean | contaminated polluted dirty
    double treble triple | halve
    thrive flourish prosper | struggle flounder languish
    same identical | different
    awake | asleep
    sober | drunk drunken
    attend attended | skip boycott boycotts miss
    hawkish | dovish
    alone | accompanied
    early earlier | late later
    find found locate recover | lose lost missing
    find found | missing
    appear emerge | disappear vanish
    live alive living survive survivor | die dead died killed death
    survive survived | die died killed perish
    birth born | death died
    arrest detain jail imprison | release free freed
    imprison jail detain | release free freed
    guilty | innocent
    legal lawful legally lawfully | illegal unlawful illegally unlawfully illicit
    admit admitted confirm acknowledge concede | deny denied
    confirm confirmed | deny denied refute
    true truth truthful accurate correct | false untrue falsehood wrong inaccurate incorrect
    right correct | wrong incorrect
    safe safely | unsafe dangerous
    strong strongly stronger strength strengthen | weak weakly weaker weakness weaken
    improve improvement better best ease | worsen deteriorate worse worst decline deterioration
    good better best | bad worse worst
    good favorable favourable | bad negative unfavorable unfavourable
    well | badly poorly
    positive positively | negative negatively
    profit profitable surplus | loss deficit
    surplus | deficit shortage
    gain | loss
    buy bought purchase acquire | sell sold sale divest
    import | export
    lend lent lender | borrow borrower
    hire recruit appoint employ take-on | fire fired sack dismiss lay-off laid-off
    employ employed employment | unemployed unemployment
    include included | exclude excluded
    present attend attended attendance | absent absence
    build built rebuild rebuilt construct | demolish destroy dismantle raze
    create creation found | destroy destruction abolish dissolve
    repair fix fixed restore | damage break broke broken destroy
    attack attacked | defend defended
    advance advanced move-in | pull-out pull-back retreat withdraw withdrew withdrawn
    deploy deployed | withdraw withdrew withdrawn
    support supporter supportive back backed backer favour favor | oppose opponent opposition
    supporter | opponent critic
    praise praised laud hail hailed commend acclaim applaud | criticize criticise condemn denounce criticism censure \
    pan slate slam lambast lambaste deride
    love loved | hate hated
    like liked | dislike disliked
    optimistic optimism hopeful | pessimistic pessimism
    happy pleased satisfied | unhappy displeased dissatisfied
    allow permit let enable authorise authorize | ban prohibit forbid bar prevent forbidden
    legalise legalize | outlaw ban criminalise criminalize
    enable help | prevent hinder hamper
    encourage | discourage
    cause | prevent
    sign signed | veto vetoed
    impose imposed | lift lifted
    tighten tightened | loosen loosened ease eased relax relaxed
    elect elected | oust ousted
    install | remove
    add added | remove removed delete
    expand step-up scale-up ramp-up | scale-back scale-down cut-back wind-down curtail
    take-off took-off | land landed touch-down
    rule-in | rule-out
    switch-on turn-on | switch-off turn-off
    win-over | put-off
    connect connected | disconnect disconnected
    unite united join | divide divided split
    marry married | divorce divorced
    expand enlarge widen broaden lengthen extend | narrow shorten shrink contract
    wide broad wider | narrow narrower
    long longer longest | short shorter shortest
    tall taller tallest | short shorter shortest
    big bigger large larger huge | small smaller tiny
    high | low
    heavy heavily heavier | light lightly lighter
    hot hotter warm warmer | cold colder cool cooler
    warm warming | cool cooling
    wet wetter | dry drier
    rich richer wealthy | poor poorer
    expensive costly dearer | cheap cheaper
    fast faster quick quickly rapid rapidly | slow slowly slower
    easy easily easier | difficult hard harder
    simple | complex complicated
    common frequent frequently often | rare rarely seldom infrequent infrequently
    always | never
    everyone everybody everything all | nobody none nothing
    public publicly | private privately secret secretly
    temporary temporarily interim | permanent permanently
    voluntary voluntarily | compulsory mandatory
    optional | compulsory mandatory required
    deliberate deliberately intentional intentionally | accidental accidentally
    old older oldest elderly | young younger youngest
    former | current
    full | empty
    complete completed finished | incomplete unfinished
    stable stability | unstable volatile instability
    calm | unrest
    peace peaceful peacefully | war violent violently
    conscious | unconscious
    healthy | sick ill unwell
    injured hurt harmed wounded | unhurt unharmed uninjured unscathed
    healthy well | sick ill unwell
    responsible | blameless
    sufficient enough adequate | insufficient inadequate
    visible | hidden invisible
    known | unknown
    likely | unlikely
    possible | impossible
    able | unable
    willing | unwilling reluctant
    certain | uncertain
    clear | unclear
    trust | distrust mistrust
    obey comply complied | defy defied flout violate violated breach
    comply | violate breach
    honour honor | breach
    outperform beat exceed exceeded surpass | underperform miss missed
    beat exceed exceeded top topped surpass | miss missed
    meet met | miss missed
    overestimate | underestimate
    overweight | underweight
    ahead leading | behind trailing
    lead led leads | trail trailed trails
    promote promoted promotion | demote demoted relegate relegated relegation demotion
    inflow | outflow
    upgrade upgraded | downgrade downgraded
    upturn recovery boom | downturn recession slump bust
    bullish | bearish
    inflation | deflation
    overvalue overvalued | undervalue undervalued
    shortage scarce scarcity | glut surplus abundant
    remember remembered | forget forgot forgotten
    reveal revealed disclose disclosed publish | conceal concealed hide hid hidden withhold withheld
    hide hidden | show shown reveal
    speak spoke spoken | silent
    reward rewarded | punish punished punishment penalise penalize
    forgive pardon pardoned | punish punished
    grant granted award awarded | deny denied refuse refused revoke revoked
    extradite deport expel expelled | admit
    rescue rescued save saved | abandon abandoned
    rescue rescued save saved | drown drowned die died kill killed
    activate enable enabled | deactivate disable disabled
    active | inactive dormant
    renew renewed | cancel cancelled canceled axe lapse
    reunite reunited form formed | disband disbanded
    retire retired | return returned
    introduce introduced enact enacted institute | abolish abolished repeal repealed
    crown crowned enthrone | depose deposed dethrone overthrow
    capture captured | free freed release liberate
    precede preceded | follow followed succeed
    old older | new newer
    acidic | alkaline
    noisy noisily | quiet quietly silent
    plentiful abundant | scarce
    spread spreading | contain contained
    merge merged merger | split demerge
    friend friendly ally | enemy foe hostile
    genuine authentic | fake forged counterfeit bogus
    toxic poisonous venomous | harmless
    major | minor
    severe severely serious seriously grave gravely | mild mildly slight slightly minor
    harsh strict | lenient lax
    sudden suddenly abrupt abruptly | gradual gradually
    entire entirely complete completely whole wholly | partial partially partly
    deep deeply | shallow
    thick | thin
    hard | soft
    sharp | blunt
    rough | smooth
    tight tightly | loose loosely
    loud loudly | quiet quietly
    bright | dark dim
    straight | curved bent
    fertile | barren
    modern | ancient
    inner | outer
    internal internally | external externally
    interior | exterior
    top | bottom
    forward forwards | backward backwards
    male | female
    maternal | paternal
    domestic domestically | foreign overseas abroad
    amateur | professional
    laugh laughed | cry cried weep wept
    push pushed | pull pulled
    inhale | exhale
    inflate | deflate
    tame | wild
    edible | inedible poisonous
    nocturnal | diurnal
    evergreen | deciduous
    arm armed | unarmed disarm
    armed | unarmed
    occupied | vacant unoccupied
    crowded packed | deserted empty
    married | unmarried single
    related | unrelated
    insured | uninsured
    licensed | unlicensed
    vaccinated | unvaccinated
    ascend ascended | descend descended
    attach attached | detach detached
    lock locked | unlock unlocked
    load loaded | unload unloaded
    seal sealed | unseal unsealed
    freeze froze frozen | thaw unfreeze thawed
    invest investment | divest disinvest
    nationalise nationalize | privatise privatize
    centralise centralize | decentralise decentralize
"""

# Prepositions, adverbs and particles: opposites only where the words beside them are the same.
FRAMED_OPPOSITES = """
    before | after
    for favour favor | against
    above over | below under beneath underneath
    inside within in | outside
    on | off
    up upstairs upstream | down downstairs downstream
    into onto | from
    toward towards | from
    near nearby | far
    more | less fewer
    most | least
    ahead | behind
    together | apart
    most many | few scarce limited
    much | little
    uphill | downhill
"""

# What belongs here: prepositions that are opposites only after the same word: voted for, voted against.
HANGING = "for favour favor against"

# What belongs here: phrases of which the first word is also a particle, and never one of the verb before them.
NO_PARTICLES = frozenset({("in", "favour"), ("in", "favor")})

# What belongs here: three words that say the opposite of what the last of them says alone, with a word that says the
# same as all three.
TURNED = {("quite", "a", "few"): "many", ("not", "a", "few"): "many", ("quite", "a", "little"): "much"}

# What belongs here: particles that before a figure are a trend ("up 3 percent"), with the adverb they stand for.
TRENDS = {"up": "upward", "down": "downward"}

# What belongs here: words of which the opposite, with the two things it relates changing places, says the same:
# "A beat B" is "B lost to A".
CONVERSES = """
    before after above below over under ahead behind more less fewer win won beat lose lost defeat buy bought sell sold
    lend lent borrow lead led trail inside outside higher lower larger smaller bigger older younger faster slower
    greater earlier later into from longer shorter stronger weaker better worse precede preceded follow followed newer
"""
