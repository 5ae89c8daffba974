"""English words for different values of one attribute: where one replaces another, the text says something else."""

from __future__ import annotations

from functools import cache, lru_cache

from archivist.claims.en.names import DEMONYMS
from archivist.claims.en.people import PEOPLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

# What belongs here: on each line, words of which only one can be true of the same thing in the same respect, and which
# a story tells as a fact (a weapon, a crime, a colour, a kinship, an office). Base forms; words that differ only in
# style or degree do not belong, nor do a word and its broader term. Words between two bars mean the same. What people
# are to one another or by calling stands in `people.py`.
_SETS: Final = """
    north northern northward northwards | south southern southward | east eastern eastward | west western westward | \
        central | northeast northeastern | northwest northwestern | southeast southeastern | southwest southwestern
    left | right | middle centre center
    front | rear back | side
    upper | lower | middle
    murder | manslaughter | robbery | burglary | theft | fraud | arson | rape | kidnapping | assault | bribery | \
        perjury | forgery | blackmail | smuggling | treason | espionage
    knife dagger | gun pistol handgun revolver rifle shotgun firearm | bat club | hammer | axe ax hatchet | crowbar | \
        machete sword | bottle | brick stone rock | bomb grenade | arrow | chain | rope | poison | scissors | \
        screwdriver | spade shovel
    car | bus coach | truck lorry | van | train | tram | bicycle bike | motorcycle motorbike | ferry | boat | yacht | \
        plane airplane aeroplane jet | helicopter | tractor | ambulance | taxi cab | drone | submarine | \
        canoe kayak | scooter | tank
    fire blaze | flood flooding | earthquake quake | hurricane | tornado | drought | landslide landslip mudslide | \
        avalanche | heatwave | eruption | explosion blast | blizzard
    fog mist | rain | snow | hail | ice | wind gale
    head | neck | shoulder | arm | elbow | wrist | hand | finger | chest | back | hip | leg | thigh | knee | ankle | \
        foot | toe | eye | ear | nose | jaw | rib | skull | spine | lung | heart | liver | kidney | stomach
    cancer | stroke | pneumonia | influenza flu | malaria | cholera | measles | tuberculosis | diabetes | dementia | \
        asthma | hepatitis | typhoid | polio | smallpox
    red | blue | green | yellow | black | white | brown | grey gray | orange | purple | pink | silver | gold
    gold | silver | bronze | copper | iron | steel | tin | zinc | aluminium aluminum | nickel | lithium | uranium
    coal | oil petroleum | gas | uranium nuclear | solar | wind | hydroelectric | hydrogen
    wood wooden timber | brick | stone marble granite | concrete | glass | plastic | paper | leather | wool | \
        cotton | silk | velvet | linen | metal brass bronze iron steel copper tin aluminium aluminum | \
        clay ceramic | rubber | bone ivory | straw reed
    wheat | rice | maize corn | barley | oats | soya soybean | cotton | sugar | coffee | tea | cocoa | potato | banana
    cattle cow | sheep | goat | pig | horse | chicken | duck | goose | turkey | dog | cat | rabbit | wolf | bear | \
        fox | deer | lion | tiger | elephant | whale | dolphin | shark | seal | snake | crocodile | rat | \
        mouse | camel | bat
    school | hospital | church chapel | mosque | synagogue | temple | hotel | restaurant | nightclub | pub bar | \
        theatre theater | cinema | museum | library | factory plant | warehouse | farm | prison jail | barracks | \
        supermarket | bank | airport | stadium | university college | kindergarten nursery | laboratory | embassy
    river | lake | sea | ocean | canal | mountain | hill | valley | island | desert | forest | beach | bay
    swamp | marsh | bog
    kitchen | bathroom | bedroom | attic loft | basement cellar | garage | garden
    planet | moon | star | comet | asteroid
    sunrise dawn | noon midday | sunset dusk | midnight
    morning | afternoon | evening | night
    football soccer | rugby | cricket | tennis | golf | hockey | basketball | baseball | boxing | swimming | \
        athletics | cycling | rowing | sailing | skiing | volleyball | handball | badminton
    rock | pop | punk | metal | metalcore | grunge | jazz | blues | folk | country | rap | reggae | soul | disco | \
        techno | electronic electronica | dance | opera | gospel | funk | indie | industrial | gothic | classical | \
        hip-hop
    guitar | bass | drums | piano | violin | cello | flute | trumpet | saxophone | harp | organ | clarinet | oboe
    comedy farce | drama | thriller | horror | romance | western | fantasy | documentary | biopic | musical | tragedy
    novel book | play | poem | song | album | single | film movie | painting | sculpture | opera | symphony | \
        series | podcast | game | comic
    album | single | ep | mixtape | soundtrack | compilation
    season | episode
    prequel | sequel | remake | reboot
    debut | second | third | final
    positive favorable favourable good | negative unfavorable unfavourable bad poor | mixed lukewarm tepid polarized \
        polarised | neutral
    excellent fantastic outstanding superb | average mediocre | poor terrible dreadful awful
    primary | secondary | tertiary
    daily | weekly | fortnightly | monthly | quarterly | annual yearly
    federal | state | local | municipal | regional | international
    win won victory | draw drew drawn tie | lose lost loss defeat
    nominate nominated nomination nominee shortlist | win won winner award
    postpone postponed defer delay reschedule | cancel cancelled canceled scrap abandon
    elect elected | appoint appointed | nominate
    direct | produce | write wrote written compose | edit | narrate | illustrate | translate | choreograph
    record | release | remix
    founded established | based headquartered
    infect | vaccinate | hospitalise hospitalize | recover | die dead kill
    deadlock stalemate impasse | deal agreement accord pact breakthrough truce
    lead leading main starring | supporting | recurring | guest | cameo | minor
    lead | backing
    commercial | critical
    full-time | part-time
    left-wing | right-wing
    home | away
    civil | criminal
    military | civilian
    nuclear | conventional
    manned crewed | unmanned uncrewed
    hardback hardcover | paperback
    analogue analog | digital
    oral verbal | written
    carnivore carnivorous | herbivore herbivorous | omnivore omnivorous
    mammal | bird | fish | reptile | amphibian | insect
    insect | seed grain | fruit berry | fish | nectar | grass
    native indigenous | introduced invasive
    freshwater | saltwater marine
    solid | liquid | gas gaseous
    rocky | sandy | muddy | grassy
    ballad | march | waltz | anthem | lullaby | hymn | overture | requiem | sonata | concerto | symphony
    major | minor
    village | city | suburb
    peninsula | island | cape | strait | glacier | plateau | plain | reef | waterfall
    share stock equity | bond | currency | commodity
    self-taught | trained
    free | custody
    online | in-person
    public | private
    buy purchase | lease rent hire | borrow | steal stole stolen | donate | inherit
    sell sold | steal stole stolen | donate | lend lent | bequeath
    kill dead die drown | injure wound hurt | survive rescue | arrest detain
    arrest detain | charge indict | convict | acquit clear | extradite | pardon
    resign quit leave left | dismiss sack fire | retire | suspend | promote
    hang | shoot shot | stab | strangle | drown | poison | burn
    first | second | third | fourth | fifth | last | only
    once | twice | thrice
    breakfast | lunch | dinner supper
    spring | summer | autumn | winter
    customer shopper | owner | manager | supplier | competitor
    egg | stone rock pebble | bottle | paint | flour | tomato | brick | firework flare | snowball | shoe | \
        fruit | milkshake
    broom mop | bucket | umbrella | ladder | torch flashlight | candle | cigarette cigar | heater radiator | kettle | \
        oven | stove cooker | lamp | charger | battery | boiler furnace | chimney | fireplace | toaster | dryer | \
        fridge refrigerator | freezer | dishwasher | microwave | iron | extinguisher | match lighter | \
        barbecue grill | \
        wire cable | socket | fuse | pipe | tap faucet
    heater | cigarette | candle | lightning | fireworks | arson | wiring | stove | lamp
    cocaine | heroin | cannabis marijuana hashish | fentanyl | methamphetamine | ecstasy | opium | morphine | ketamine
    beer ale lager | wine | whisky whiskey | vodka | gin | rum | brandy | cider | champagne | water | milk | \
        juice | tea | coffee
    bread | cheese | butter | egg | fish | meat | beef | pork | lamb mutton | chicken poultry | rice | pasta | soup | \
        cake | chocolate | honey | salt | sugar | pepper | oil | apple | pear | orange | lemon | grape | \
        cherry | plum | \
        peach | strawberry | raspberry | melon | mango | olive | onion | carrot | cabbage | tomato | cucumber | \
        mushroom | bean | pea | lentil | nut | almond
    songbird | parrot | eagle | owl | hawk falcon | swan | gull seagull | crow | pigeon | sparrow | heron | stork | \
        penguin | pheasant | swallow | ostrich
    salmon | trout | cod | herring | mackerel | tuna | eel | carp | pike | lobster | crab | shrimp prawn | \
        oyster | mussel | squid
    bee | wasp | ant | moth | butterfly | beetle | spider | mosquito | locust | fly
    oak | pine | beech | birch | elm | ash | willow | poplar | cedar | maple | chestnut | lime linden | palm
    rose | tulip | lily | orchid | daffodil | sunflower | poppy | daisy
    hat cap | coat jacket | shirt | dress | skirt | trousers pants | shoe boot | glove | scarf | helmet | \
        mask | veil | uniform | suit
    ring | necklace | bracelet | watch | brooch | earring | crown tiara
    chair | table | bed | sofa couch | desk | cupboard wardrobe | shelf | mirror | carpet rug | curtain
    window | door | roof | wall | floor | ceiling | fence | gate | staircase stairs | balcony | lift elevator
    bridge | tunnel | viaduct | dam | pier jetty | lighthouse | canal | railway | motorway | runway
    perfume | jewellery jewelry | cash money | furniture | clothing | toy | painting | book | phone | laptop | \
        camera | \
        television tv | bicycle | medicine | fuel | timber | ivory | cigarettes tobacco
    email e-mail | letter | postcard | fax | tweet | telephone phone | radio | television tv | newspaper | magazine
    violin fiddle | viola | mandolin | banjo | ukulele | accordion | bagpipe | oboe | bassoon | tuba | \
        trombone | xylophone | lute
    wrestling | judo | karate | fencing | archery | darts | snooker | chess | bridge | surfing | climbing | diving | \
        gymnastics | skating | snowboarding | sprint | marathon | triathlon | pentathlon | javelin | discus
    try | goal | penalty | touchdown | wicket | basket
    semifinal semi-final | quarterfinal quarter-final | final
    mathematics maths math | physics | chemistry | biology | geography | history | economics | law | medicine | \
        engineering | philosophy | theology | music | art | literature | linguistics | sociology | psychology | \
        archaeology
    ballet | opera | concert | exhibition | festival | parade | circus | recital
    oil | watercolour watercolor | charcoal | chalk | ink | pencil
    hernia | appendicitis | migraine | epilepsy | arthritis | leukaemia leukemia | anaemia anemia | sepsis | \
        meningitis | \
        bronchitis | tetanus | rabies | cholera | plague | ebola | leprosy | scurvy | concussion | fracture | burn
    fever | cough | rash | headache | nausea vomiting | diarrhoea diarrhea | fatigue | dizziness
    stroke | heart attack | cancer | drowning | suicide | overdose | poisoning | hypothermia | starvation | suffocation
    vaccine | antibiotic | painkiller | insulin | antidote | sedative
    surgery operation | chemotherapy | radiotherapy | transplant | dialysis
    critical | stable | serious | fair
    innocent | guilty
    acquit clear | convict
    bail | custody arrest detention remand | probation | parole
    parole probation | prison jail | fine
    kidnap abduct | murder | rob | rape | blackmail | bribe
    jeep | minibus | limousine | hearse | bulldozer | crane | forklift | digger excavator | combine | snowmobile | \
        sled sledge | balloon | glider | airship | hovercraft | barge | tanker | trawler | freighter | \
        tug tugboat | dinghy | raft
    engine | brake | tyre tire | wheel | gearbox | windscreen windshield | wing | propeller | rudder | tail | \
        cockpit | cabin | fuselage | undercarriage
    crude | diesel | petrol gasoline gas | kerosene | coal | peat | biomass | ethanol
    nitrogen | oxygen | hydrogen | helium | carbon | chlorine | ammonia | methane | sulphur sulfur | phosphorus
    arsenic | cyanide | lead | mercury | asbestos | pesticide | nitrate
    diamond | ruby | emerald | sapphire | pearl | opal | amber
    granite | marble | limestone | sandstone | slate | chalk | clay | gravel | sand
    flat apartment | house | bungalow | cottage | villa | mansion | castle | palace | hut cabin | \
        caravan trailer | tent | \
        barn | shed | garage | greenhouse
    bakery | butchery | brewery | pharmacy chemist | bookshop bookstore | florist | launderette laundry | \
        salon | cafe | \
        casino | gym | sauna | brothel | kiosk | garage
    court | parliament | senate | cabinet | council | committee | tribunal | jury
    monastery abbey | cathedral | convent | shrine | cemetery graveyard | crematorium
    orphanage | hospice | clinic | asylum | workhouse
    petition | lawsuit | referendum | election | strike | boycott | rally | vigil | march | blockade | riot
    tax | fine | toll | tariff | subsidy | loan | grant | donation | bribe | ransom | pension | wage salary | \
        bonus | rent | fee
    merger | takeover acquisition | bankruptcy insolvency | flotation | buyout | liquidation
    treaty | ceasefire truce armistice | sanction | embargo | invasion | annexation | coup | mutiny
    missile rocket | mortar | shell | mine | torpedo | grenade | bullet | shrapnel
    rifle | shotgun | pistol handgun revolver | crossbow | catapult | airgun
    baptism christening | wedding | funeral burial | birthday | anniversary
    christmas | easter | ramadan | passover | hanukkah | diwali | halloween
    suicide | homicide murder | accident
    deliberate intentional | accidental
    sober | drunk drunken
    asleep | awake
    single | double | triple | quadruple
    hourly | daily | weekly | monthly
    indoors indoor | outdoors outdoor
    upstairs | downstairs
    onshore | offshore
    uphill | downhill
    rural | urban | suburban
    wireless | wired
    solar | lunar
    frozen | tinned canned | dried | fresh
    boiled | fried | roasted roast | grilled | baked | steamed | raw
    square | round circular | triangular | rectangular | oval
    heads | tails
    acclaim | criticism
    hit blockbuster success | flop bomb failure disappointment
    acquired | founded | inherited
    sativa | indica
    acoustic | electric
    monarchy | republic | dictatorship
    democracy | autocracy dictatorship | theocracy
    northbound | southbound | eastbound | westbound
    clockwise | anticlockwise counterclockwise
    horizontal | vertical | diagonal
    import | export
    portray | voice dub | narrate | direct
    base based adapt adapted | inspire inspired | parody parodied
    own owned | operate run manage | lease rent | finance fund
    sell sold | rent lease hire | lend lent | donate | steal stole stolen
    endangered threatened vulnerable | extinct | protected | common
    virus viral | bacterium bacteria bacterial | fungus fungal | parasite parasitic | toxin | prion
    sweet | sour | bitter | salty
    free | proprietary commercial
    depose overthrow oust topple | abdicate resign | retire | impeach | assassinate murder
    starve | behead | electrocute | suffocate | drown | freeze froze frozen
    sink sank sunk | capsize | collide | burn | explode
    die died dead kill | missing | trapped | ill sick unwell | stranded
    shoot shot kill | capture captured arrest detain | escape flee fled | surrender
    study | teach taught | research
    born | raised | schooled educated | buried | baptised baptized
    debut debuted | peak peaked
    budget | gross | profit | revenue turnover sales | debt | loss
    height | width breadth | length | depth | weight | diameter | area | volume
    temperature | pressure | humidity | rainfall
    infection infected | fatality death | recovery recovered | hospitalisation hospitalization | vaccination | test
    average mean | median | total | maximum | minimum
    domestic national | international worldwide global
    majority | minority | coalition
    feature | short
    animated | live
    silent | sound
    theatrical | streaming
    land | sea | air | space
    naval | aerial
    shop store | house home | office | restaurant | hotel | warehouse | school
    supply | demand
    cause | symptom | treatment cure
    heredity hereditary genetic | infectious contagious | autoimmune
    acute | chronic
    benign | malignant
    viviparous | oviparous
    perennial | annual | biennial
    diurnal | nocturnal | crepuscular
    aquatic | terrestrial
    polytheism polytheistic | monotheism monotheistic | atheism atheistic
    verse | prose
    lyric lyrics | melody tune | arrangement
    vowel | consonant
    noun | verb | adjective | adverb
    prefix | suffix
    singular | plural
    past | present | future
    numerator | denominator
    circle | square | triangle | rectangle | oval | hexagon
    knockout | points decision | submission
    league | cup
    heat | semifinal | quarterfinal | final
    loan | transfer
    header | volley | penalty
    prologue | epilogue
    sequel | spin-off
    headline headlining | support supporting
    cover | original
    studio | live
    platinum | gold | diamond | silver
    upper | lower
    bicameral | unicameral
    art | music | science | sport | charity | education | industry | religion
    water | power electricity | gas | food
    cave | tree | burrow | reef | marsh
    hereditary | elected | appointed
    unitary | federal
    colony | protectorate | republic | kingdom | province
    independence | annexation | union
    siege | battle | skirmish | raid
    source | mouth | tributary
    dormant | active | extinct
    takeoff | landing | taxiing
"""


@lru_cache(maxsize=4096)
def contrasts(word: str) -> tuple[tuple[int, int], ...]:
    """The attributes that a word is a value of, and which value: (line, place on the line)."""
    return tuple(_places(word)) if word in _listed() else ()


def _places(word: str) -> Iterator[tuple[int, int]]:
    lists, sought = _lists(), f" {word} "
    at = lists.find(sought)
    while at >= 0:
        yield lists.count("\n", 0, at), lists.count("|", lists.rfind("\n", 0, at) + 1, at)
        at = lists.find(sought, at + 1)


@cache
def _listed() -> frozenset[str]:
    """The words of all lines: most words are on none."""
    return frozenset(_lists().replace("|", "").split())


@cache
def _lists() -> str:
    """The lines, with spaces around each word."""
    lines = f" {_SETS.strip()}\n{PEOPLE.strip()}\n{'|'.join(DEMONYMS.split())} "
    return lines.replace("|", " | ").replace("\n", " \n ")
