"""English synonyms of the news desk: words that house style, space or taste exchange in any story."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final


# What belongs here: as in `synonyms.py`, nouns and adjectives of the same breadth that a desk puts for one another
# without telling the reader anything else; one line a group, base forms, irregular forms as well. A word of law that
# is narrower than another (murder, killing) does not belong, nor does a word that judges.
GROUPS: Final = """
    accusation charge
    annex annexe
    argument quarrel
    author writer
    auto automobile car
    autumn fall
    baby infant
    backer supporter
    bill invoice
    billboard hoarding
    blackout outage
    bushfire wildfire
    bystander onlooker
    cab taxi
    cabin hut
    ceasefire truce
    cellphone mobile phone
    cemetery graveyard
    chair chairman chairperson chairwoman
    chopper helicopter
    clergyman cleric
    clue lead
    coach manager
    complaint grievance
    contract deal
    concert gig
    coup putsch
    doctor dr
    doctorate phd
    professor prof
    government govt
    department dept
    laboratory lab
    advertisement advert ad
    headquarters hq
    influenza flu
    refrigerator fridge
    examination exam
    gymnasium gym
    telephone phone
    television tv telly
    veterinarian veterinary vet
    limousine limo
    rhinoceros rhino
    hippopotamus hippo
    mathematics maths math
    microphone mic
    dawn daybreak sunrise
    deadlock impasse stalemate
    debate discussion
    document paper
    driver motorist
    dusk nightfall sunset
    elder older
    eldest oldest
    elector voter
    electricity power
    entrance entry
    equipment gear kit
    exhibition show
    fan supporter
    ferry ferryboat
    fine penalty
    firearm gun
    flashlight torch
    flood flooding floodwater
    footage video
    forest woodland woods
    freedom liberty
    gangster mobster
    gasoline gas
    grandad grandfather grandpa
    grandma grandmother granny
    headmaster headteacher principal
    heist robbery
    hurdle obstacle
    insurgent rebel
    job post position
    judgment judgement ruling
    kidnapper abductor
    kidnapping abduction kidnap abduct
    ladies lady woman women
    landslide landslip
    last latest
    lawmaker legislator
    lawsuit suit
    leaflet flyer pamphlet
    lumber timber
    magazine periodical
    magnate mogul tycoon
    memo memorandum
    midday noon
    ministry department
    motorbike motorcycle
    motto slogan
    nationwide countrywide
    negotiation talks
    newspaper paper
    offence offense
    operation surgery
    owner proprietor
    parade procession
    path trail track
    pedestrian walker
    pensioner retiree
    pledge promise vow
    poster placard
    premiere debut
    pub bar
    racecourse racetrack
    recess break
    refuge shelter
    relative relation kin
    reservation booking
    rubble debris
    rug carpet
    scholar academic
    scientist researcher
    seafront waterfront promenade
    shareholder stockholder
    skipper captain
    spectacles glasses
    spokesman spokesperson spokeswoman
    stadium arena
    strike walkout stoppage
    summit peak
    superstore supermarket
    team squad side
    timetable schedule
    tornado twister
    trainers sneakers
    tweet post
    unidentified unknown unnamed
    vacation holiday
    vaccine jab vaccination
"""
