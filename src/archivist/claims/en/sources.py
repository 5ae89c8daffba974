"""English words that bound and describe a source: what begins, joins and ends the noun phrase that names it."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Personal pronouns that can be a source on their own.
PRONOUNS = _words("he she they i we you it")
# Pronouns that begin a relative clause and are its source.
RELATIVES = _words("who which that")
# Possessive pronouns: the source of what they own.
POSSESSIVES = _words("his her their its my our")
# Object pronouns: a whole addressee.
OBJECT_PRONOUNS = _words("me him her us them you it")
# Words that begin a noun phrase: articles, demonstratives, possessives, quantifiers.
DETERMINERS = POSSESSIVES | _words(
    """
    the a an this that these those your some any each every several many few both all another one no most other
    such
    """
)
# Those of them that can be a noun phrase by themselves.
PRONOMINAL = _words("many some few both all another one each most this that those")
# The genitive ending, which is also short for "is" and "has".
CLITICS = _words("'s ’s")
# The forms of "be", which make a passive with a participle.
BE = _words(
    """
    is are was were be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t
    """
)
# Auxiliary and modal verbs, with and without "not", and their short forms after an apostrophe.
AUXILIARIES = (
    BE
    | CLITICS
    | _words(
        """
    am has have had having do does did will would can could may might must shall should cannot ca wo not
    """
    )
    | _words("'re 've 'll 'd 'm ’re ’ve ’ll ’d ’m")
    | _words(
        """
    hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't mightn't mustn't shouldn't
    """
    )
    | _words(
        """
    hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t mightn’t mustn’t shouldn’t
    """
    )
)
# Heads of a plural subject that do not end in -s.
PLURALS = _words(
    """
    they we i you who that which people police men women media many some others both most several few
    """
)
# Words that make what ends in -s behind them no verb of theirs: subjects in another person, and what opens the name of
# a unit (five percentage points, two basis points).
NOT_SINGULAR = _words("they we i you percentage basis")
# Small numbers that no verb in -s agrees with, unless they end a name (Channel Four).
SEVERAL = _words("two three four five six seven eight nine ten eleven twelve")
# Adverbs that stand between a source and its cue and end in other letters than -ly.
ADVERBS = _words(
    """
    also then still now again once even ever never often always first just soon already so instead long further
    too meanwhile all together twice hardly yet thus both only earlier later
    """
)
# Words that make the clause after them part of another one.
SUBORDINATORS = _words(
    """
    that when while because if as after before although though since whether where which who whom whose unless
    until than what how why whereas lest
    """
)
# Those of them that open a sentence whose main clause follows.
FRONTED = _words(
    """
    while although though when after before as if because since once even lest until where
    """
)
# Words that join or subordinate a clause: a source does not reach over them.
CLAUSE_WORDS = (SUBORDINATORS - {"lest"}) | _words("but nor so once and or")
# Prepositions, also those of more than one use.
PREPOSITIONS = _words(
    """
    in on at after during with for from by despite under over since before through throughout following without
    among amid within until upon about as of to against between near into like via per outside inside across
    """
)
# Words for a day, a month or a part of the day; they can stand between a cue and its content.
TIME_WORDS = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon
    evening night noon midnight week month year weekend day ago recently then days weeks months years hours
    january february march april june july august september october november december jan. feb. mar. apr. jun.
    jul. aug. sept. sep. oct. nov. dec. mon. tue. wed. thu. fri. sat. sun. jan feb mar apr jun jul aug sept sep
    oct nov dec summer spring autumn fall winter
    """
)
# Means by which somebody says something, after "by": said by phone.
MEANS = _words("phone telephone email e-mail text letter fax radio video satellite")
# Words that make a time with one of those: last week, late Monday.
TIME_OPENERS = _words("last this next late early earlier later every each")
# What is spoken or written into: a phrase with one of them can stand between a cue and its content.
VENUES = _words(
    """
    interview interviews statement statements tweet tweets conference briefing email e-mail emails speech letter
    post posts hearing report call video filing filings memo note message remarks testimony release newsletter
    column editorial essay article book podcast rally appearance address ruling opinion affidavit court television
    tv radio twitter facebook instagram x meeting event forum debate press room campaign
    """
)
# Documents and bodies of findings that speak for themselves.
DOCUMENTS = _words(
    """
    statement letter report study poll polls survey memo email e-mail tweet post message note article editorial
    document documents complaint lawsuit filing affidavit indictment ad sign signs banner banners analysis book
    website data transcript figures records review bulletin release headline petition studies surveys tally
    average audit
    """
)
# Words before a colon that introduce a note, an item or a place, not someone's words.
NOT_LABELS = _words(
    """
    source sources note notes correction clarification update updated editor's editor’s photo picture image video
    watch read related more location date time where when what why how latest breaking example results result
    """
)
# Words before quotation marks that hold the title of a work or someone's nickname, not speech.
TITLED = _words("titled entitled headlined captioned nicknamed named subtitled labelled labeled")
# The same, and words before marks that can hold either.
TITLING = TITLED | CLITICS | _words("called dubbed known so-called")
# Words that say that the text withholds a name, in a description of the source.
WITHHELD = _words("anonymity anonymous anonymously unnamed unidentified undisclosed")
# Verbs after which "not to be named", "declined to be identified" and the like withhold a name.
NAMING = _words("named identified quoted")
# Verbs that withhold a name together with those: asked not to be named, spoke on condition of anonymity.
WITHHOLDING = _words("ask decline refuse request insist speak want")
# Words that deny such a verb.
REFUSING = _words("not declined refused")
# People who by the word itself are nobody in particular, also after "the".
INFORMANTS = _words("source sources insider insiders")
# Words that open the description of somebody not met before.
INDEFINITE = _words(
    """
    a an another one two three four five six seven eight several some many few both other multiple numerous dozens
    various senior top former
    """
)
# What follows the head of a description, besides prepositions: a person close to the talks.
AFTER_HEAD = _words("close familiar present whose")
# Nouns for people by what they are or do. Those in -er, -or, -ist, -ian, -man and the like need not be listed.
PEOPLE = _words(
    """
    official aide diplomat executive expert analyst witness resident friend relative colleague critic attorney
    detective student patient brother sister son daughter wife husband people boy girl child employee activist
    nurse scientist academic cleric priest monk guard captain chief head deputy associate ally candidate delegate
    applicant assistant accountant consultant migrant tenant defendant informant participant medic
    """
)
PERSON_ENDINGS = ("er", "or", "our", "ist", "ian", "man", "men", "woman", "women", "person", "ee", "ess")
# Words in -er, -or and the like that are no people.
NOT_PEOPLE = _words(
    """
    newspaper paper letter order number center chamber poster newsletter other quarter power matter answer offer
    register folder banner ledger computer chapter monitor factor sector error mirror corridor labor labour harbor
    harbour motor tower river committee business congress press four hour colour
    """
)
# What belongs here: titles of men and of women, and endings of nouns for them; the other pronoun does not take up whom
# they name.
TITLES_HE = _words("mr sir lord baron count duke king prince father brother")
TITLES_SHE = _words("mrs ms miss dame lady baroness countess duchess queen princess sister")
ENDINGS_HE = ("man",)
ENDINGS_SHE = ("woman",)

# What belongs here: pronouns that are a whole source, by which a named one is taken up or asked for.
ALONE = PRONOUNS | RELATIVES
# What belongs here: pronouns by which somebody who speaks means themselves. Outside quotation marks: the article.
OWN_VOICE = _words("i we")
# What belongs here: pronouns with which the content of a claim begins where its source speaks of itself.
TAKING_UP = _words("he she it they")
# What belongs here: words that open the description of somebody not met before.
INTRODUCING = _words("a an one another some several two three many other people")
# What belongs here: words for somebody whose words are those of the body spoken for.
SPOKESPERSONS = _words("spokesman spokesmen spokeswoman spokeswomen spokesperson spokespersons spokespeople")

# What belongs here: question words that open a subordinate clause without a subject before it.
QUESTIONS = _words("how what why whether where who if")
# What belongs here: words that open a clause of content.
MARKING = _words("that how what why whether")
# What belongs here: words after a cue that show that no content follows.
NO_CONTENT = _words("of about by and or but with so while when for than") | {")"}
# What belongs here: words that loosen a quantity, alone or in pairs.
LOOSENING = _words("about around over under between")
LOOSENING_PAIRS = frozenset({("at", "least"), ("at", "most"), ("up", "to")})
# What belongs here: words after a number that make a time of day of it.
OF_THE_CLOCK = _words("a.m p.m a.m. p.m. am pm o'clock noon midnight")
# What belongs here: words that open a phrase or clause that tells when something was said.
TIMING = _words("as when while after before during at in on")
