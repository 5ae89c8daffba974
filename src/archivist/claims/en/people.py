"""English words for what somebody is: kin, calling, office, rank, creed, part in a case or a contest."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final


# What belongs here: as in `contrasts.py`, on each line words of which only one can be true of the same person in the
# same respect. Words between two bars mean the same.
PEOPLE: Final = """
    father dad | stepfather | mother mum mom | stepmother | brother | sister | stepbrother | stepsister | son | \
        daughter | uncle | aunt | nephew | niece | cousin | grandfather | grandmother | grandson | granddaughter | \
        husband | wife | widow | widower | fiance | fiancee | boyfriend | girlfriend | neighbour neighbor | \
        colleague | friend
    man men | woman women | boy | girl | child children | baby infant | toddler | teenager
    child children kid minor juvenile | adult grown-up
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
    christian | muslim | jewish | hindu | buddhist | sikh | catholic | protestant | sunni | shia | atheist
    conservative | liberal | socialist | communist | nationalist | centrist
    single unmarried | married | divorced | widowed | engaged
    critic reviewer | audience fan
    left-handed | right-handed
    amateur | semi-professional | professional
    rookie | veteran
    starter | substitute
    soprano | alto contralto mezzo-soprano | tenor | baritone | bass
    caterer | musician | florist | photographer | barber hairdresser | butler | chauffeur | courier postman mailman | \
        bricklayer builder | roofer | welder | blacksmith | joiner | decorator | gardener | beekeeper | gamekeeper | \
        forester logger lumberjack | rancher herder | winemaker vintner | brewer | distiller | grocer | fishmonger | \
        greengrocer | jeweller jeweler | watchmaker | cobbler | seamstress | weaver | potter | printer | bookseller | \
        publisher | editor | translator | interpreter | historian | archaeologist | geologist | biologist | \
        chemist | physicist | mathematician | astronomer | economist | psychologist | psychiatrist | philosopher | \
        meteorologist forecaster | seismologist | volcanologist | epidemiologist | virologist | pathologist | \
        coroner | prosecutor | juror | bailiff | clerk | notary | diplomat | envoy | consul | spy | astronaut | \
        diver | lifeguard | climber mountaineer | jockey | cyclist | runner | swimmer | boxer | wrestler | gymnast | \
        skier | skater | golfer | sprinter | rower | referee umpire | coach trainer | steward | \
        stationmaster | conductor | signalman | bargeman | skipper | helmsman | deckhand | stoker | \
        docker stevedore | \
        trucker | cabbie | mechanic | machinist | bartender barman | receptionist | cashier | secretary | auditor | \
        broker | trader | insurer | landlord | tenant | priest vicar pastor minister | imam | rabbi | monk | nun | \
        comedian | magician | clown | juggler | drummer | guitarist | pianist | violinist | trumpeter | \
        veterinarian vet | zookeeper | ranger warden | janitor | babysitter nanny | \
        headteacher headmaster principal | \
        professor lecturer | choirmaster | organist | sexton
    pedestrian | cyclist | motorist driver | passenger | rider
    patient | visitor | nurse | doctor
    victim | witness | suspect | bystander | perpetrator
    landlord | tenant | neighbour neighbor
    seller vendor | buyer purchaser
    winner | loser | runner-up
    plaintiff claimant | defendant
    bride | groom bridegroom | guest
    novelist | playwright dramatist | screenwriter | essayist | biographer | lyricist | librettist
    army | navy | coastguard | militia
    infantry | cavalry | artillery
    pregnant | infertile
    blind | deaf | mute
    deaf | lame
    king | bishop | knight | rook | pawn
    married | unmarried
    biological | adoptive adopted | foster | step | half
    elder older | younger
    twin | elder | younger
    vocalist singer | guitarist | bassist | drummer | keyboardist
    producer | director | screenwriter | cinematographer | composer
    protagonist hero heroine | antagonist villain
    host presenter | contestant | judge
    goalkeeper | defender | midfielder | forward striker
    manager | captain | coach | chairman chairwoman chair
    founder | successor | predecessor
    candidate | incumbent
    democrat democratic | republican
    sunni | shiite
    bachelor | master | doctorate
    freshman | sophomore | junior | senior
    infant | primary | secondary
    creditor | debtor
    lender | borrower
    employer | employee
    host | guest
    predator | prey
    champion winner | finalist | semifinalist | quarterfinalist
    resident | citizen | visitor | commuter | immigrant migrant | refugee
    parent | child offspring | sibling | spouse | ancestor | descendant
    mentor | protege apprentice pupil
    prosecution prosecutor | defence defense
    baron | viscount | earl | marquess | duke | baronet | knight
    mayor | deputy | councillor councilor | alderman
    crew | passenger
    pilot | passenger | copilot
"""
