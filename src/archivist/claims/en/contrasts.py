"""English words for different values of one attribute: where one replaces another, the text says something else."""

from __future__ import annotations

from functools import cache
from typing import Final

from archivist.claims.en.names import DEMONYMS

# What belongs here: on each line, words of which only one can be true of the same thing in the same respect, and which
# a story tells as a fact (a weapon, a crime, a colour, a kinship, an office). Base forms; words that differ only in
# style or degree do not belong, nor do a word and its broader term. Words between two bars mean the same.
_SETS: Final = """
    north northern northward northwards | south southern southward | east eastern eastward | west western westward | \
        central | northeast northeastern | northwest northwestern | southeast southeastern | southwest southwestern
    left | right | middle centre center
    front | rear back | side
    upper | lower | middle
    father dad | stepfather | mother mum mom | stepmother | brother | sister | stepbrother | stepsister | son | \
        daughter | uncle | aunt | nephew | niece | cousin | grandfather | grandmother | grandson | granddaughter | \
        husband | wife | widow | widower | fiance | fiancee | boyfriend | girlfriend | neighbour neighbor | \
        colleague | friend
    man men | woman women | boy | girl | child children | baby infant | toddler | teenager
    civilian | soldier troop | insurgent rebel militant | police policeman policewoman | journalist reporter | \
        paramedic | firefighter | prisoner inmate
    student pupil | teacher | nurse | midwife | doctor physician | surgeon | dentist | farmer | miner | driver | \
        pilot | sailor | engineer | scientist | lawyer attorney solicitor barrister | judge magistrate | \
        actor actress | singer | dancer | author writer novelist | poet | painter | sculptor | \
        composer | architect | chef cook | \
        carpenter | plumber | electrician | accountant | banker | baker | butcher | fisherman | cleaner | caretaker | \
        guard | porter | waiter waitress | prostitute | pharmacist | librarian | tailor | shepherd
    president | premier | chancellor | minister | senator | governor | mayor | councillor councilor | ambassador | \
        king | queen | prince | princess | emperor | pope | bishop | archbishop | cardinal
    colonel | general | captain | major | lieutenant | sergeant | corporal | admiral
    goalkeeper | defender | midfielder | forward striker | winger | quarterback | linebacker | pitcher | batsman | \
        bowler | guard | lineman
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
    wood wooden | brick | stone | concrete | glass | plastic | paper | leather | wool | cotton | silk | velvet | linen
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
        techno | electronic electronica | opera
    guitar | bass | drums | piano | violin | cello | flute | trumpet | saxophone | harp | organ | clarinet | oboe
    comedy | drama | thriller | horror | romance | western | fantasy | documentary | biopic | musical | tragedy
    novel | play | poem | song | album | single | film movie | painting | sculpture | opera | symphony
    prequel | sequel | remake | reboot
    debut | second | third | final
    positive favorable favourable | negative unfavorable unfavourable | mixed | neutral
    excellent fantastic outstanding superb | average mediocre | poor terrible dreadful awful
    christian | muslim | jewish | hindu | buddhist | sikh | catholic | protestant | sunni | shia | atheist
    conservative | liberal | socialist | communist | nationalist | centrist
    single unmarried | married | divorced | widowed | engaged
    primary | secondary | tertiary
    daily | weekly | fortnightly | monthly | quarterly | annual yearly
    federal | state | local | municipal | regional | international
    public | private
    buy purchase | lease rent hire | borrow | steal
    kill dead die drown | injure wound hurt | survive | arrest detain
    resign quit | dismiss sack fire | retire | suspend | promote
    hang | shoot shot | stab | strangle | drown | poison | burn
    first | second | third | fourth | fifth | last | only
    once | twice | thrice
    breakfast | lunch | dinner supper
    spring | summer | autumn | winter
"""


@cache
def contrasts() -> dict[str, tuple[tuple[int, int], ...]]:
    """For each word, the attributes it is a value of and which value: (line, place on the line)."""
    table: dict[str, list[tuple[int, int]]] = {}
    lines = [line.split("|") for line in _SETS.strip().splitlines()]
    for line, values in enumerate([*lines, DEMONYMS.split()]):
        for place, words in enumerate(values):
            for word in words.split():
                table.setdefault(word, []).append((line, place))
    return {word: tuple(places) for word, places in table.items()}
