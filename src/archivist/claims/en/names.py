"""What English gives away about names: titles, the nouns names are built with, countries, and words that are no names.

Everything is in lower case unless said otherwise.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# What belongs here: words that stand before a person's name and say rank, office, calling or form of address.
TITLES = _words("""
    mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess duke duchess earl king
    queen prince princess emperor empress sheikh sultan emir pope cardinal archbishop bishop rev reverend father
    sister brother rabbi imam ayatollah pastor vicar canon dean monsignor president premier chancellor minister
    secretary senator sen rep representative congressman congresswoman governor gov mayor councillor councilor
    councilman councilwoman alderman assemblyman assemblywoman mp mep msp ambassador envoy commissioner delegate
    lawmaker speaker chairman chairwoman chairperson chair director manager officer executive ceo cfo coo cto
    founder owner boss leader chief head spokesman spokeswoman spokesperson general gen colonel col lieutenant lt
    captain capt major maj sergeant sgt corporal cpl private pvt admiral adm commander cmdr cmdre commodore marshal
    brigadier brig constable detective inspector superintendent supt sheriff deputy judge justice magistrate
    attorney prosecutor lawyer solicitor barrister counsel coach trainer striker midfielder defender goalkeeper
    winger batsman bowler pitcher quarterback doctor nurse surgeon scientist economist analyst historian author
    novelist poet writer journalist reporter editor photographer actor actress singer musician pianist violinist
    cellist composer conductor rapper artist painter sculptor architect engineer farmer teacher headteacher student
    activist campaigner comedian presenter broadcaster director-general secretary-general governor-general
    attorney-general vice-president vice-chancellor pm developer operator chipmaker carmaker automaker retailer
    lender drugmaker airline planemaker brewer rival midwife paramedic firefighter pilot skipper resident neighbour
    neighbor survivor witness tycoon billionaire administrator emeritus caretaker chancellor-designate whip
    ombudsman registrar provost rector warden treasurer curator referee jockey skater swimmer sprinter cyclist
    winemaker shipowner chef playwright filmmaker choreographer designer model comic host anchor columnist blogger
    meteorologist seismologist epidemiologist virologist biologist physicist chemist astronomer geologist
    psychologist sociologist criminologist pathologist democrat republican princes presidents senators messrs
""")

# What belongs here: words that only widen a title they stand right before ("Deputy", "Foreign", "Prime").
TITLE_WIDENERS = _words("""
    prime crown vice deputy assistant associate acting interim former ex late then senior junior chief executive
    managing foreign finance health defence defense interior home justice education transport trade labour labor
    energy environment agriculture culture economy industry treasury police fire district county state federal
    attorney battalion major lieutenant brigadier rear staff first second press communications operations financial
    technology medical general lead structural head co president-elect minister secretary opposition party union
    supreme lord right very most his her royal honourable honorable shadow arts fire-service social climate digital
    human resources information science world local regional provincial municipal village town city club team league
    film stage news music sports political legal policy research sales marketing product security intelligence naval
    army air
""")

# What belongs here: titles that are also surnames or open the names of places and bodies, and so are cut off only
# where
# a person's name follows.
AMBIGUOUS_TITLES = _words("""
    king queen prince princess duke earl baron count bishop pope cardinal dean vicar canon captain general major
    marshal judge justice father sister brother saint lord lady constable sheriff farmer painter singer teacher
    speaker chair doctor coach head boss leader chief pilot nurse secretary trainer dame sir poet model host anchor
    warden referee comic skipper resident premier democrat republican
""")

# What belongs here: nouns that, as the last word of a capitalised run, make it a place, a body, a building, an event
# or a work, and never a person.
TYPE_NOUNS = _words("""
    river lake creek sea ocean bay gulf strait channel canal island islands isle peninsula cape mount mountain
    mountains hills valley ridge range desert forest marsh park square street road avenue lane boulevard drive
    highway route bridge tunnel tower towers hall house palace castle hotel hospital clinic school college
    university academy institute museum gallery theatre theater library cathedral church mosque temple synagogue
    stadium arena airport station terminal port harbour harbor dam lock viaduct plant mine pit field reef falls
    beach coast county province state states district region territory city town village borough parish republic
    kingdom federation union court tribunal parliament congress senate assembly council cabinet ministry department
    office agency authority bureau board commission committee service services administration police army navy force
    forces guard guards corps party alliance league front movement coalition list association organisation
    organization society foundation trust fund bank exchange group holdings company corporation club team united
    rovers fire hurricane storm cyclone typhoon cup championship championships games olympics open prix festival
    week summit conference convention treaty accord agreement act bill law constitution war battle revolution
    uprising prize award awards times post herald tribune guardian journal gazette news magazine review press radio
    television network guild nations representatives councillors commons lords studies motors electric airlines
    airways railways foods homes housing semiconductor semiconductors pharmaceuticals industries energy partners
    technologies systems international capital logistics freight line lines marine shipping steel oil gas mining
    media entertainment studios records
""")

# What belongs here: those of them that take another's name without being part or body of it: "Lisbon Street", "Oduya
# Tower", "Tokyo University".
SETTINGS = _words("""
    river lake creek sea ocean bay gulf strait channel canal island islands isle peninsula cape mount mountain
    mountains hills valley ridge range desert forest marsh park square street road avenue lane boulevard drive
    highway route bridge tunnel tower towers hall house palace castle hotel hospital clinic school college
    university academy institute museum gallery theatre theater library cathedral church mosque stadium arena airport
        station terminal port harbour harbor dam lock beach coast county province state district region fire
    hurricane storm
    cup championship games open prix festival week summit conference convention treaty accord agreement act bill law
    war battle prize award awards times post herald tribune guardian journal gazette news magazine review foundation
    trust
""")

# What belongs here: legal forms and "group" words that a company's name may have or lack and stay the same company's.
CORPORATE = _words("""
    inc incorporated corp corporation co company companies ltd limited llc llp lp plc pte pty gmbh ag sa nv bv ab oy
    as spa srl kk group holdings holding
""")

# What belongs here: nouns that take "of", "for" or "on" and another noun inside one proper name.
OF_HEADS = _words("""
    bank court house university ministry department republic kingdom gulf isle bay association organisation
    organization institute academy college school society board bureau council committee commission office chamber
    church city state states union federation league confederation conference convention congress assembly guild
    fund trust foundation centre center centres centers museum library hall tower palace cape strait straits sea
    lake mount battle treaty declaration agreement accord peace bill act order knights sons daughters friends houses
    campaign movement party front army king queen prince duke faculty doctors reporters alliance coalition network
    ivory commonwealth dominion democratic people's islands isles port district county province welfare
""")

# What belongs here: groups that bodies and events are for, as the first word of their names ("Women's World Cup").
BENEFICIARIES = _words(
    "women men children people girls boys veterans mothers fathers workers farmers players teachers"
)

# What belongs here: nouns that take "on" and their subject inside one proper name.
DELIBERATIONS = _words(
    "committee commission council convention conference panel summit agreement treaty subcommittee institute"
)

# What belongs here: abbreviations of currencies and units written with a capital.
UNITS = _words("rs re tk rp kr fr hz khz mhz ghz kw mw gw kwh mwh mph kph bn tn")

# What belongs here: lower-case words inside names taken from other languages.
PARTICLES = _words("""
    de del della der den des di da das do dos du la le las los van von zu zur ter ten al el bin ibn bint y e af
""")

# What belongs here: suffixes after a hyphen that make an adjective of a name.
HYPHEN_SUFFIXES = _words("""
    based led like style born backed owned run made controlled held occupied brokered mediated bound trained funded
        sponsored area wide era linked aligned friendly listed flagged speaking powered winning built educated only
    themed inspired
    registered designed bred supplied dominated affiliated raised loyal sized to language
""")

# What belongs here: prefixes that make an adjective or adverb of a name, with a hyphen.
HYPHEN_PREFIXES = _words("trans non anti pro ex mid pre post inter pan sub cross then neo un semi late early all")

# What belongs here: what somebody can be secretary, chief or leader of, as part of the title.
OFFICES = _words("state staff exchequer treasury opposition house defense defence")

# What belongs here: words that follow a name which is the subject of a sentence, besides forms in -ed.
PREDICATES = _words("""
    is was has had will would can could may might must should shall does did do said says told added also who which and
    or then now still never not already later became began made took gave came went got led lost won beat met ran left
        kept held felt saw knew found put set wrote spoke stood fell rose grew sold bought paid built brought hit
    chose drew
    broke sent remains faces plans wants hopes expects denies insists believes thinks claims argues warns owns operates
    makes takes gives runs leads plays
""")

# What belongs here: words before a number that belongs to the name.
NUMBERED = _words("""
    route highway interstate flight article section chapter gate terminal platform unit boeing airbus apollo channel
    formula pier reactor district motorway resolution group pool
""")

# What belongs here: days and months, which are dates and not names.
CALENDAR = _words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep
    sept oct nov dec
""")

# What belongs here: abbreviations with capitals that are common nouns, titles, time zones or units.
COMMON_ACRONYMS = _words("""
    ceo cfo coo cto pm mp mps mep am gmt bst est edt pst pdt cst cet cest utc jst ist tv dna rna gdp id ai it hr pr
    uv faq ok vip asap diy phd ma ba bsc mba cctv usb gps suv suvs atm pc pcs hiv aids ipo ipos eps ngo ngos iq dj
    mc usd eur gbp jpy ad bc ii iii iv vi vii viii ix xi xii
""")

# What belongs here: adjectives and nouns of belonging to a country, people, continent, faith or language; alone they
# name nobody.
DEMONYMS = """
    afghan african albanian algerian american argentine argentinian armenian asian australian austrian azerbaijani
    bahraini bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian
    cameroonian canadian chilean chinese colombian congolese croatian cuban cypriot czech danish dutch ecuadorian
    egyptian emirati english eritrean estonian ethiopian european filipino finnish french georgian german ghanaian
    greek guatemalan haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian
    ivorian jamaican japanese jordanian kazakh kenyan korean kurdish kuwaiti latvian lebanese liberian libyan
    lithuanian malaysian maltese mexican moldovan mongolian moroccan mozambican namibian nepali nepalese nicaraguan
    nigerian norwegian omani pakistani palestinian panamanian paraguayan peruvian polish portuguese qatari romanian
    russian rwandan salvadoran saudi scottish senegalese serbian singaporean slovak slovenian somali spanish
    sudanese swedish swiss syrian taiwanese tajik tanzanian thai tibetan tunisian turkish ugandan ukrainian
    uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean christian muslim jewish catholic
    protestant hindu buddhist sikh islamic sunni shia arab arabic latin hebrew orthodox anglican western eastern
    northern southern cornish texan californian londoner parisian jew scot dane swede
    finn pole turk serb croat kurd spaniard briton brit dutchman frenchman englishman irishman welshman filipina
"""

# What belongs here: words that open a sentence and are in no case part of the name that follows: pronouns,
# determiners,
# prepositions, conjunctions, auxiliaries, number words, adverbs of time, place and connection, greetings.
FUNCTION_WORDS = _words("""
    a an the this that these those my your his her its our their whose which what who whom it he she they we you i
    there here one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands some any all
    both each every either neither many much more most few fewer several other others another such no none nobody
    nothing someone anyone everyone everybody everything something half about above across after against along among
    around as at before behind below beneath beside besides between beyond by despite down during except for from in
    inside into like near of off on onto out outside over past per since than through throughout till to toward
    towards under until unlike up upon via with within without and but or nor so yet because although though while
    whereas if unless whether when whenever where wherever why how once only even just also too very then now today
    tomorrow yesterday tonight later earlier soon still already again ever never always often sometimes usually
    perhaps maybe meanwhile however moreover furthermore therefore thus hence instead indeed otherwise nonetheless
    nevertheless not is are was were be been being am do does did has have had can could may might must shall should
    will would let please yes well oh ah hello hi thank thanks sorry thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion zero
    quarter dozen twice amid amidst ahead alongside versus whatever whoever whichever
""")

# What belongs here: adjectives, verbs in the imperative and nouns that open an English sentence without an article
# and,
# standing alone there, are no name. (Plurals and words with a telling ending are recognised by that.)
OPENERS = _words("""
    good great new old young big small large little long short high low last next first second third final best
    worst better worse early late recent former current public private local national international foreign federal
    central military political economic financial social human natural official police staff crew output turnout
    revenue profit power gold oil gas water food fuel petrol traffic trade play progress work research evidence data
    inflation unemployment growth demand supply support opposition security justice peace war violence crime health
    education money time life death love hope fear part people men women children parents students workers voters
    nearly almost roughly approximately additionally according given asked told based following including regarding
    concerning compared due prior thanks together apart far free full heavy strong weak hot cold warm dry wet dark
    light open closed dead alive missing aid access action attention breakfast lunch dinner bail bread business care
    cash coal coffee competition corn cotton counsel credit damage debate detail drought electricity enrolment entry
    equipment exports imports fighting finance fire flooding football freedom furniture guidance harvest help
    history housing ice income industry information insurance interest investment labour labor land law leadership
    legislation literature livestock luck management material measles meat medicine membership merchandise metal
    milk morale motion music news nobody opinion outside parking participation pay performance permission
    photography planning poverty practice pressure production property protest rail rain rainfall rent repair
    residence rice rock rubbish safety salt sand sea shipping silence smoke snow soil space speech spending sport
    steam steel stock storage success sugar surgery talk tax tea technology teenage tourism training transport
    travel treatment truth turnover vandalism visibility wealth weather welfare wheat wind wine wood world wreckage
    youth sales shares prices talks commuter passenger shopper motorist driver victim suspect defendant patient
    pupil customer consumer investor shareholder bystander onlooker visitor volunteer villager protester protestor
    online offline cross add ask be bring build buy call check choose click come contact cut do drive eat end enter
    fill find follow get give go have hear hold join keep know learn leave listen look make mix move note order
    place put read remember remove run save say see send serve set share show sign sit spend stand start stay stop
    take tell think try turn use visit wait walk watch write consider imagine suppose expect footage video reaction
    coverage emergency rescue aerial satellite social-media cctv
""")

# What belongs here: endings that mark a common noun, adjective, adverb or participle, not a name.
COMMON_ENDINGS = (
    *("ing", "ed", "ly", "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "hood", "ful", "less"),
    *("ous", "ible", "able", "ical", "ative", "s"),
)

# What belongs here: words that set a place apart from another that shares the rest of its name.
QUALIFIERS = _words("""
    north south east west northern southern eastern western central upper lower little great greater big new old
    inner outer mid saint st san santa port fort mount lake cape northeast northwest southeast southwest democratic
    people's social christian national royal sri liberal conservative progressive independent
""")

# What belongs here: endings of personal names that may be left out.
NAME_TAILS = _words("""
    jr sr ii iii iv phd md qc kc mp obe mbe cbe esq
""")

# What belongs here: nouns by which a text refers to what it has named, or is about to name: the country, the group.
KINDS_OF_NAMES = _words("""
    country nation state city town village capital region province county district island continent area place
    company firm group team club party agency organisation organization body institution university school hospital
    newspaper magazine network band film book show game tournament race man woman person figure author
    year day month week season
""")

# What belongs here: Roman numbers as they stand behind a name.
NUMERALS = frozenset(
    numeral.upper()
    for numeral in _words("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii")
)

# What belongs here: what is counted with such a number that belongs to its name: World War II.
SERIES = _words("""
    war world bowl act part phase stage chapter volume title class type group tier league division route
""")

# What belongs here: abbreviations that carry a full stop inside a name or before one.
DOTTED = _words("""
    mr mrs ms dr prof st ste mt ft jr sr gov sen rep gen col lt capt maj sgt cpl rev hon pres supt cmdr adm no vs
""")

# What belongs here: states, regions and bodies that news calls by several names: the first of a line is the key; a
# form
# in capitals counts only in capitals.
ALIASES = """
    United States|United States of America|US|U.S.|USA|U.S.A.|America
    United Kingdom|UK|U.K.|Britain|Great Britain
    United Nations|UN|U.N.
    European Union|EU|E.U.
    United Arab Emirates|UAE|U.A.E.|Emirates
    North Atlantic Treaty Organization|North Atlantic Treaty Organisation|NATO|Nato
    World Health Organization|World Health Organisation|WHO
    World Trade Organization|World Trade Organisation|WTO
    International Monetary Fund|IMF
    International Atomic Energy Agency|IAEA
    Association of Southeast Asian Nations|ASEAN|Asean
    Organization of the Petroleum Exporting Countries|OPEC|Opec
    Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC|Congo-Kinshasa
    Republic of the Congo|Congo-Brazzaville
    South Korea|Republic of Korea|S. Korea
    North Korea|Democratic People's Republic of Korea|DPRK|N. Korea
    China|People's Republic of China|PRC
    Taiwan|Republic of China
    Russia|Russian Federation
    Czech Republic|Czechia
    Netherlands|Holland
    Myanmar|Burma
    New Zealand|NZ|N.Z.
    Saudi Arabia|KSA
    Ivory Coast|Côte d'Ivoire|Cote d'Ivoire
    Eswatini|Swaziland
    Turkey|Türkiye|Turkiye
    East Timor|Timor-Leste
    Cape Verde|Cabo Verde
    Vatican|Holy See|Vatican City
    Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia
    North Macedonia|Macedonia
    Saint Petersburg|St. Petersburg|St Petersburg
    Kyiv|Kiev
    Mumbai|Bombay
    New York|New York City|NYC
    Los Angeles|LA|L.A.
    Washington|Washington D.C.|Washington DC|D.C.
    Central Intelligence Agency|CIA
    Federal Bureau of Investigation|FBI
    Food and Drug Administration|FDA
    Securities and Exchange Commission|SEC
    Centers for Disease Control and Prevention|Centers for Disease Control|CDC
    Trinidad and Tobago|Trinidad
    Antigua and Barbuda|Antigua
    Marks and Spencer|Marks & Spencer|M&S
    Johnson and Johnson|Johnson & Johnson|J&J
"""

# What belongs here: other countries, continents and great cities, which are names even where nothing else shows it.
PLACES = """
    Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas Bahrain
    Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Botswana Brazil Brunei Bulgaria Burundi Cambodia
    Cameroon Canada Chad Chile Colombia Comoros Croatia Cuba Cyprus Denmark Djibouti Dominica Ecuador Egypt Eritrea
    Estonia Ethiopia Fiji Finland France Gabon Gambia Georgia Germany Ghana Greece Grenada Guatemala Guinea Guyana
    Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan
    Kenya Kiribati Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania
    Luxembourg Madagascar Malawi Malaysia Maldives Mali Malta Mauritania Mauritius Mexico Micronesia Moldova Monaco
    Mongolia Montenegro Morocco Mozambique Namibia Nauru Nepal Nicaragua Niger Nigeria Norway Oman Pakistan Palau
    Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Rwanda Samoa Senegal Serbia Seychelles
    Singapore Slovakia Slovenia Somalia Spain Sudan Suriname Sweden Switzerland Syria Tajikistan Tanzania Thailand
    Togo Tonga Tunisia Turkmenistan Tuvalu Uganda Ukraine Uruguay Uzbekistan Vanuatu Venezuela Vietnam Yemen Zambia
    Zimbabwe England Scotland Wales Korea Congo Gaza Africa Asia Europe Antarctica Oceania Tibet Crimea Kashmir
    Catalonia Bavaria Siberia Hawaii Alaska Texas California Florida Ohio Illinois Virginia Arizona Kansas Arkansas
    Minnesota Massachusetts Michigan Oregon Nevada Utah Colorado London Paris Berlin Madrid Rome Athens Brussels
    Vienna Warsaw Prague Budapest Lisbon Dublin Oslo Stockholm Helsinki Copenhagen Moscow Ankara Istanbul Cairo
    Tehran Baghdad Damascus Beirut Jerusalem Riyadh Doha Dubai Kabul Islamabad Karachi Delhi Dhaka Kolkata Bangkok
    Hanoi Jakarta Manila Beijing Shanghai Tokyo Osaka Kyoto Seoul Pyongyang Taipei Sydney Melbourne Canberra
    Auckland Wellington Nairobi Lagos Accra Kinshasa Khartoum Tripoli Tunis Johannesburg Toronto Ottawa Montreal
    Vancouver Chicago Boston Houston Dallas Miami Seattle Denver Detroit Philadelphia Atlanta Manchester Liverpool
    Birmingham Glasgow Edinburgh Cardiff Belfast Leeds Geneva Zurich Milan Naples Barcelona
"""

# What belongs here: words of names that have a short form, a familiar form or another English spelling, as
# "variant=usual".
SPELLINGS = """
    st=saint ste=saint mt=mount ft=fort univ=university dept=department govt=government natl=national
    intl=international ave=avenue rd=road blvd=boulevard centre=center defence=defense labour=labor harbour=harbor
    theatre=theater organisation=organization programme=program &=and co=company corp=corporation ltd=limited
    inc=incorporated utd=united olympic=olympics
    bob=robert rob=robert bill=william will=william mike=michael jim=james joe=joseph tom=thomas dick=richard
    rick=richard dan=daniel dave=david ed=edward ted=edward tony=anthony chris=christopher nick=nicholas matt=matthew
    ben=benjamin sam=samuel steve=stephen steven=stephen andy=andrew greg=gregory jeff=jeffrey ken=kenneth ron=ronald
    don=donald liz=elizabeth beth=elizabeth kate=katherine kathy=katherine sue=susan pam=pamela deb=deborah
    debbie=deborah peggy=margaret maggie=margaret meg=margaret charlie=charles chuck=charles fred=frederick
    larry=lawrence pete=peter phil=philip tim=timothy vince=vincent zach=zachary alex=alexander
"""
