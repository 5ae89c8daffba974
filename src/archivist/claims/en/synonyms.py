"""English words that carry no news by themselves, and words that stand for one another in any story."""

from __future__ import annotations

from functools import cache

from archivist.claims.en.house_style import GROUPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# Function words: determiners, pronouns, prepositions, conjunctions and auxiliaries.
# Words that negate or compare (not, more, before) are here as well: the polarity of a claim is compared elsewhere.
_FUNCTION: Final = """
    a an the this that these those some any each every either neither no none both all such same other another others
    i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its
    itself they them their theirs themselves one ones oneself who whom whose which what whatever whoever someone
    somebody something anyone anybody anything everyone everybody everything nobody nothing there here
    about above across after against along alongside amid among amongst around as at atop before behind below beneath
    beside besides between beyond by despite down due during except following for from given in inside into like near
    of off on onto out outside over owing past per regarding since through throughout till to toward towards under
    until unto up upon versus via while with within without and but or nor so yet if unless because although though
    whereas whether when whenever where wherever why how than then
    am is are was were be been being do does did done doing have has had having can could may might must shall should
    will would ought need dare used not never ever cannot
    more most less least fewer much many few little several enough too very
"""

# Openers: prepositions, relative pronouns and conjunctions that open a phrase or clause of its own.
_OPENERS: Final = """
    about above across after against along amid among around as at because before behind below beneath beside between
    beyond but by despite down during except following for from if in inside into near of off on onto out outside over
    since so that through to toward towards under until upon when where which while who whose with within without
"""

# Light verbs: verbs that lean on the noun beside them for their sense (take place, make a bid, get a hearing).
_LIGHT_VERBS: Final = """
    get gets got gotten getting go goes went gone going make makes made making take takes took taken taking come comes
    came coming give gives gave given giving put puts putting set sets setting keep keeps kept keeping let lets letting
    bring brings brought bringing become becomes became becoming seem seems seemed remain remains remained remaining
    stay stays stayed lie lies lay lying hold holds held holding run runs ran
    """

# Discourse words: they join a sentence to the one before, or stress what it says, and add nothing to it; and the
# empty nouns of such phrases (in the case of, a kind of, by way of).
_DISCOURSE: Final = """
    also again already additionally accordingly actually afterwards altogether anyway apparently basically certainly
    clearly consequently currently else eg especially essentially etc eventually even exactly finally
    firstly further furthermore generally hence however ie importantly indeed initially instead just largely
    lastly later likewise mainly meanwhile merely mostly moreover namely naturally nevertheless next nonetheless
    notably now nowadays obviously of often only otherwise overall particularly perhaps previously primarily
    quite rather really recently respectively secondly similarly simply sometimes soon specifically still
    subsequently surely therefore thereby thereof thus thirdly today together truly ultimately usually well
    far long addition additional contrast example fact instance order particular reason result regard respect
    prior subsequent behalf lieu spite accordance
    term terms case cases way ways thing things kind sort type form
    """

# Synonyms: words and forms that a news desk puts for one another in any story, whatever it is about, without telling
# the reader anything else. One line a group, base forms; inflected forms are found by their stem unless irregular, and
# then they stand here as well. A word that is narrower or broader than the others of its line does not belong on it.
_GROUPS: Final = """
    abandon scrap ditch
    accident crash collision
    acquire buy bought purchase
    additional extra further
    advantage benefit
    advise advice counsel
    afraid scared frightened
    agreement accord deal pact
    aid assist assistance help
    aim goal objective purpose target
    aircraft airplane aeroplane plane
    airline carrier
    allow enable let permit
    alter change modify amend
    ambassador envoy
    amount quantity sum
    angry furious
    announce unveil
    answer reply respond response
    anxious concerned worried worry
    apartment flat
    area district region zone
    ask request enquire inquire
    assault attack
    assemble gather collect
    assess evaluate
    attempt bid effort try tried
    attorney lawyer solicitor
    audience spectator onlooker
    award prize
    baggage luggage
    ban bar forbid forbade forbidden outlaw prohibit
    beat defeat
    begin began begun commence launch start
    belongings possessions
    bicycle bike
    bigger larger greater
    biggest largest greatest
    big great huge large major sizeable substantial considerable significant
    blast explosion explode
    blaze fire
    boat ship vessel craft
    body corpse
    boost increase raise rise
    border frontier
    boss chief head leader
    boss manager
    boy lad
    break breach
    bright clever intelligent smart
    build built construct construction erect
    bus coach
    business company corporation enterprise firm
    cancel scrap
    car automobile motor vehicle
    carmaker automaker
    cargo freight
    cash money
    catastrophe disaster
    chance opportunity possibility
    chase pursue
    check examine examination inspect inspection
    chemist pharmacy
    child children kid youngster
    choose chose chosen opt pick select
    cinema theater
    class lesson
    clash fight fought battle
    client customer
    climb scale
    close closed shut
    clothes clothing garment
    come arrive
    comment remark
    competitor rival opponent
    complete finish end ended conclude conclusion completion
    compulsory mandatory
    conceal hide hid hidden
    conference meeting session gathering
    consequence outcome effect result
    consume consumption usage use used utilise utilize
    contest competition
    contest race
    convince persuade
    cooker stove
    cop officer police policeman
    corn maize
    corn grain
    cost price
    costly expensive pricey
    country nation
    couple pair
    courageous brave
    crop harvest
    crowd throng
    crucial essential key vital important
    cry weep wept
    current present
    curb limit restrict
    cut lower reduce reduction trim slash decrease
    damage harm hurt
    danger hazard peril risk
    dead death die died killed kill fatality lethal fatal deadly
    dealer trader
    defer delay postpone
    demonstrate demonstrator demonstration protest protester rally
    device gadget
    different distinct separate
    difficult difficulty hard tough
    discover find found detect uncover
    disease illness sickness
    display exhibit indicate reveal show shown
    dispute row quarrel
    doctor physician medic
    donate give
    downpour rain rainfall
    drug medicine medication
    dull boring
    dwelling home house residence
    eager keen
    earnings income
    earthquake quake tremor
    easy simple straightforward
    elevator lift
    emphasise emphasize stress
    employ hire
    employee staff worker personnel workforce
    employment job work
    empty vacant
    enough sufficient
    entire whole
    escape flee fled
    establish found founded
    evidence proof
    exceed surpass top
    exhausted tired
    factory plant mill works
    faithful loyal
    famous noted renowned well-known
    farmer grower
    fast quick rapid swift speedy
    fault defect flaw
    fee charge
    fertiliser fertilizer
    film movie
    final last
    firefighter fireman
    fitter mechanic technician
    flat unchanged
    fluid liquid
    football soccer
    forecast predict projection
    foreign overseas
    fortunate lucky
    freeway motorway highway
    frequent common
    fund finance
    game match
    garbage rubbish trash waste
    gasoline petrol
    get receive obtain got
    ghost spirit
    gift present
    girl lass
    glad happy pleased delighted
    global international worldwide
    government administration
    grave serious severe
    guard sentry
    guide usher
    gunman shooter
    handset phone telephone
    happen occur
    harbour harbor port
    harden solidify
    hit strike struck
    holiday vacation
    hunger starvation
    hurt injure injury wound
    idea notion concept
    ill sick unwell
    illegal unlawful
    incident event episode
    incumbent sitting
    inform tell told
    inhabitant resident local
    inmate prisoner
    inquiry enquiry investigation investigate probe
    jail prison
    jet aircraft plane
    join link connect
    journey trip travel voyage
    jumper sweater pullover
    keep kept retain maintain preserve
    lack shortage
    lavatory toilet restroom
    law legislation statute
    lead led guide
    lease rent
    lengthy long prolonged
    location place site spot venue
    lorry truck
    manager director
    manner method approach technique
    maker manufacturer producer
    middle center centre
    mistake error
    mobile cellphone
    modern contemporary
    monitor watch observe
    move relocate shift
    mum mother mom
    dad father
    name identify
    nearby close near neighbouring neighboring adjacent
    necessary need required require
    new fresh
    novel book
    old elderly
    organise organize arrange
    overnight night
    own possess
    pants trousers
    park garden
    part portion section
    partner spouse
    pavement sidewalk
    people person persons individual
    pilot flyer
    picture photograph photo image
    plan intend intention scheme
    poll survey
    position post role
    powerful strong
    praise commend
    problem issue difficulty
    prompt cause trigger spark
    property estate
    proposal suggestion
    pull drag haul
    pupil student schoolchild
    quit resign
    quiet silent silence
    railway railroad rail
    reach achieve attain
    region province
    remember recall
    repair fix mend restore
    reporter journalist
    rescue save
    rich wealthy
    road street route
    rule regulation
    salary wage pay
    sailor seaman mariner
    seek sought
    seize confiscate
    send sent dispatch
    shop store
    short brief
    shopper customer
    side flank
    situate situated located sited
    size scale
    soldier troop
    speak spoke spoken talk
    speech address
    stay remain
    steal stole stolen theft
    stock share
    stop halt suspend cease
    storm gale tempest
    suspect believe
    task job duty
    teacher schoolteacher tutor
    teenager youth teen
    thief burglar robber
    threat danger menace
    tourist visitor holidaymaker
    town municipality
    transport transportation
    treasury exchequer
    turnover revenue
    twin double
    umbrella brolly
    unemployed jobless
    update upgrade
    urgent pressing
    victory win won triumph
    walk stroll
    wave surge
    weapon arms
    wed marry married wedding marriage
    weekly week
    welcome greet
    worth value
    wrong incorrect
    yearly annual annually year
"""


@cache
def light() -> frozenset[str]:
    """Every word that carries no content by itself: a sentence that gains or loses only such words says the same."""
    return frozenset(f"{_FUNCTION} {_LIGHT_VERBS} {_DISCOURSE}".split())


@cache
def openers() -> frozenset[str]:
    """The words that open a phrase or clause of its own."""
    return frozenset(_OPENERS.split())


def groups() -> list[list[str]]:
    """The groups of words that stand for one another."""
    return [line.split() for line in f"{_GROUPS}{GROUPS}".split("\n") if line.strip()]
