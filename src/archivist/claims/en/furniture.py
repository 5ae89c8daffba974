"""How English pages label what is not prose: patterns of page furniture.

Every pattern is anchored where it is used (at the start of a line or block, or over a whole line), reads typography in
its plain form and is compiled on first use. `(?-i:…)` marks what must be a capital where case is otherwise ignored.
What belongs in each pattern is said where it stands. A pattern is tried only where its line can match: `…_OPENERS` are
the words it can begin with (in lower case, without marks; "0" for any number; two words joined by "_" where the first
one opens many sentences), `…_MARKS` what it can contain instead, `…_LENGTH` the most code points that it can have.
What begins as one of `…_WHOLE` fits without being tried.
"""

from __future__ import annotations

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"

# What belongs here: the page itself. "The report" can be anybody's; "the article" is the page.
_THIS_PIECE = (
    r"(?:(?:this|our) (?:article|story|report|post|page|piece|headline|caption|version|column|(?:live )?blog|item)"
    r"|the (?:article|story|headline))"
)

# What belongs here: labels that open a correction or editor's note.
NOTE_LABEL = (
    r"(?:corrections?(?: and clarifications?| notice)?|clarifications?|amendments?|retraction"
    r"|editor'?s'? note|note from the editors?|note to (?:readers|editors)|publisher'?s note|disclaimer)"
    r"(?::|\. (?=[A-Z(\"])| ?[—-] |(?: \([^()\n]{1,40}\)|,? (?:on |made )?[^\n:]{3,25}\d[^\n:]{0,12}):)"
)
NOTE_LABEL_OPENERS = """
    correction corrections clarification clarifications amendment amendments retraction editor's editors' editors note
    publisher's publishers disclaimer
"""
NOTE_LABEL_WHOLE = (
    "correction:",
    "corrections:",
    "clarification:",
    "clarifications:",
    "amendment:",
    "amendments:",
    "retraction:",
    "disclaimer:",
)

# What belongs here: openings of sentences by which a page speaks of its own earlier wording.
NOTE_SENTENCE = (
    rf"an? (?:earlier|previous|prior|original) version of {_THIS_PIECE}"
    rf"|{_THIS_PIECE} (?:has been|was|is being) (?:since )?"
    r"(?:corrected|updated|amended|revised|clarified|changed|edited|modified|refiled)"
    rf"|{_THIS_PIECE} (?:originally|previously|initially|earlier|incorrectly|wrongly|mistakenly) "
    r"(?:stated|said|misstated|reported|gave|referred|described|identified|misidentified|spelled|misspelled|named)"
    r"|because of (?:an editing|a reporting|a production) error,"
    r"|(?:corrects|refiles|clarifies) [^\n]{0,160}\b(?:paragraphs?|headline|spelling|typo|attribution|story)\b"
)
NOTE_SENTENCE_OPENERS = """
    an_earlier a_previous a_prior an_original a_earlier an_previous an_prior a_original
    this_article this_story this_report this_post this_page this_piece this_headline this_caption this_version
    this_column this_live this_blog this_item our_article our_story our_report our_post our_page our_piece our_headline
    our_caption our_version our_column our_live our_blog our_item the_article the_story the_headline
    because_of corrects refiles clarifies
"""

# What belongs here: labels that announce news on the page itself and are followed by prose.
NEWS_LABEL = r"(?:UPDATED?|BREAKING(?: NEWS)?|DEVELOPING|LIVE|EXCLUSIVE|JUST IN|URGENT)(?: \d{1,2})?(?::| [—|-]) "

NEWS_LABEL_OPENERS = "update updated breaking developing live exclusive just urgent"

_NAME_WORD = r"(?:[A-Z][\w'.-]*|d[aeiou]s?|v[ao]n|de[nrl]?|la|le|al|bin|ibn|el)"
_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,4}}"

# What belongs here: a whole line that names who wrote the piece.
BYLINE = (
    rf"(?:(?:By|BY|Story by|Written by|Words by|Text by|Analysis by) {_NAME}(?:(?:, and |, | and | & ){_NAME}){{0,5}}"
    r"(?:(?:,| \||;| [—-]| in| for| at) ?[^\n.!?]{2,60})?"
    rf"|{_NAME}(?:, | \| )(?:Staff (?:Writer|Reporter)|Correspondent|[A-Z][\w' ]{{2,30}} "
    r"(?:Correspondent|Editor|Reporter|Writer)))\Z"
)
BYLINE_OPENERS = "by story written words text analysis"
BYLINE_MARKS = (" Writer", " Reporter", " Correspondent", " Editor", ", Correspondent")

# What belongs here: agencies and picture services as they stand in a credit; of two names the longer one first.
AGENCIES = (
    *("Kyodo News", "Kyodo", "Reuters", "REUTERS", "AP", "AFP", "EPA", "EFE", "ANSA", "DPA", "dpa", "PA Media", "PA"),
    *("PTI", "ANI", "TASS", "Xinhua", "Yonhap", "UPI", "Bloomberg", "CNA", "Anadolu", "The Associated Press"),
    *("Associated Press", "Agence France-Presse", "Press Association", "Getty Images", "Getty", "IANS", "CP"),
)
_AGENCY = f"(?:{'|'.join(AGENCIES)})"

# What belongs here: words of a credit in brackets that say that it is one of a picture.
CREDIT_WORDS = """
    photo photos Photo Photos PHOTO image images Image Images picture pictures Picture Pictures courtesy Courtesy
    handout Handout
"""

# What belongs here: verbs that make a sentence of words in brackets ("a photo of him was in it"), which is no credit.
NO_CREDIT_WORDS = """
    is are was were had has have did does do could would will may might must should cannot
"""

# What belongs here: what in a credit speaks of a picture ("/": a photographer before the agency).
PICTURE_WORDS = """
    photo photos photograph photographs image images picture pictures courtesy handout handouts via getty
"""
PICTURE_MARK = "/"

_WORK = r"(?:reporting|writing|editing|research|translation|graphics|production)"
_CREW_WORD = rf"(?:(?-i:[A-Z])[\w.'-]*|and|in|by|for|of|the|at|from|with|additional|further|{_WORK})"

# What belongs here: a whole line that says whose report or picture it is.
CREDIT_LINE = (
    rf"(?:(?:(?:additional |further )?{_WORK}(?: and {_WORK})? by|(?:compiled|translated|edited) by)"
    rf"(?:[ ,;&/]{{1,2}}{_CREW_WORD}){{1,40}}\.?"
    r"|(?:photo(?:graph)?|image|picture|illustration|graphic|video|(?:photo|image|picture|video) credit|image source"
    r"|credit|source)s?(?::|,| by) ?[^\n.!?]{1,80}"
    r"|(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}|by ))[^\n]{0,200}|all rights reserved\.?"
    rf"|(?:[^\n.!?]{{1,60}}/)?Getty Images|={{2,3}} ?{_AGENCY}"
    rf"|[^\n.!?]{{3,160}} contributed (?:to {_THIS_PIECE}|reporting\b[^\n.!?]{{0,80}})\.?)\Z"
)
CREDIT_LINE_OPENERS = """
    additional further reporting writing editing research translation graphics production compiled translated edited
    photo photograph image picture illustration graphic video credit source photos photographs images pictures
    illustrations videos credits sources © c copyright all
"""
CREDIT_LINE_MARKS = ("Getty Images", "==", " contributed ", "©")

# What belongs here: labels that open a caption.
CAPTION_LABEL = (
    r"(?:FILE(?: PHOTO)?(?::| ?[—-]) |File (?:photo|image|picture)\b|(?:Photo|Image|Picture|Photo caption"
    r"|Image caption|Media caption|Video caption|Caption)(?::|,) |Pictured\b(?=[:,]| (?:above|below|left|right|here))"
    r"|\((?:Pictured|File photo)|(?:This|In this) (?:undated |file |handout |combination |aerial |satellite "
    rf"|{_MONTH}\.? \d{{1,2}}, \d{{4}},? ){{0,3}}(?:photo|image|picture)\b)"
)
CAPTION_MARKS = ("photo", "image", "icture", "Photo", "Image", "PHOTO", "FILE", "aption")

# What belongs here: verbs by which captions say what a picture shows, in the present.
CAPTION_VERBS = """
    hold holds speak speaks arrive arrives attend attends walk walks stand stands sit sits look looks pose poses shake
    shakes wave waves gesture gestures addresses deliver delivers leave leaves meet meets greet greets listen listens
    show shows smile smiles watch watches gather gathers carry carries work works inspect inspects visit visits
    celebrate celebrates react reacts answer answers take takes lie lies burn burns rises run runs play plays hug hugs
    light lights
"""
CAPTION_PHRASES = ("is seen", "is pictured", "is shown", "are seen", "are pictured", "are shown")

_REGION = r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){0,2})?"
_ON_DAY = rf"(?:,? {_MONTH}\.? \d{{1,2}})?"

_IN_CAPITALS = rf"[A-Z][A-Z'.]{{2,}}(?:[ /-][A-Z][A-Z'.]*){{0,4}}{_REGION}"
_AS_NAME = rf"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){{0,3}}{_REGION}"
_TO_PROSE = r" ?(?:--|[—-])(?= [\"']?[A-Z\d])"

# What belongs here: the place of writing, in capitals or with the agency, and what goes with it, up to the dash.
DATELINE = (
    rf"(?:{_IN_CAPITALS}{_ON_DAY}(?: \({_AGENCY}\))?{_TO_PROSE}"
    rf"|{_AS_NAME}{_ON_DAY} \({_AGENCY}\) ?(?:--|[—:-])(?= ))"
)

DATELINE_WITHOUT_AGENCY = _IN_CAPITALS + _ON_DAY + _TO_PROSE

_BY_AGENCY = rf" \({_AGENCY}\)"
_DAY_AND_AGENCY = rf",? {_MONTH}\.? \d{{1,2}}(?:, \d{{4}})?(?:{_BY_AGENCY})?"

# What belongs here: the same with nothing after it on its line: in capitals with a day, the agency or the dash, else
# with a day and the agency.
DATELINE_ALONE = (
    rf"(?:{_IN_CAPITALS}(?:(?:{_DAY_AND_AGENCY}|{_BY_AGENCY})(?: ?(?:--|[—-]))?| ?(?:--|—))"
    rf"|{_AS_NAME},? {_MONTH}\.? \d{{1,2}}{_BY_AGENCY}(?: ?(?:--|[—-]))?)\Z"
)

DATELINE_MARKS = ("- ", "— ", "): ", ") : ")

_CLOCK = r"\d{1,2}(?:[:.]\d{2}(?::\d{2})?)? ?(?:a\.?m\.?|p\.?m\.?)?(?: ?\(?(?:(?-i:[A-Z]{2,4})|local time)\b\)?)?"
_DAY = (
    rf"(?:{_WEEKDAY},? )?(?:{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d{{1,2}} {_MONTH}\.?(?:,? \d{{4}})?|\d{{4}}-\d\d-\d\d)"
)
_MOMENT = (
    rf"(?:(?:at |on )?(?:{_DAY}|{_CLOCK})(?:[, ]{{1,2}}(?:at |on )?(?:{_CLOCK}|{_DAY}))?"
    r"|\d{1,3} (?:minutes?|hours?|days?) ago)"
)

# What belongs here: a whole line that says when the page or an entry was published or changed.
STAMP_LINE = (
    r"(?:(?:(?:last |first |originally )?(?:updated|published|posted|modified|filed|issued)(?: online)?:? ?)?"
    rf"{_MOMENT}(?: ?[|•·/] ?(?:(?:last )?updated:? )?{_MOMENT})?\.?)\Z"
)
STAMP_LINE_OPENERS = """
    0 last first originally updated published posted modified filed issued at on mon tue tues wed thu thurs fri sat sun
    monday tuesday wednesday thursday friday saturday sunday jan feb mar apr may jun jul aug sep sept oct nov dec
    january february march april june july august september october november december
"""
STAMP_LINE_LENGTH = 160

# What belongs here: a time of day that opens a live-blog entry, up to what divides it from the entry's prose.
STAMP_HEAD = r"\d{1,2}[:.]\d{2}(?: ?(?:a\.?m\.?|p\.?m\.?))?(?: [A-Z]{2,4})? ?(?::|[|—-])(?= )"

# What belongs here: openings of lines that ask the reader to read, watch, buy, share or join something.
PROMOTION = (
    r"(?:(?:read (?:more|also|next|on|the full)|also read|see also|see more|more on this|more from [^\n:]{1,30}"
    r"|more stories|most (?:read|popular|viewed)|related(?: (?:stories|articles|content|news|topics))?"
    r"|recommended|trending"
    r"|don'?t miss|you may (?:also )?like|further reading|in pictures|in case you missed it|watch|listen|explainer"
    r"|opinion|analysis|live updates)(?::| [|»›>])"
    r"|read (?:more|our full|the full)\b|(?:click|tap) here\b|subscribe (?:to|now|here|for|today)\b"
    r"|sign up (?:to|for|now|here)\b|follow (?:us|our|@)|like us on\b|join (?:us|our)\b"
    r"|download (?:our|the) (?:\w+ ){0,3}app\b|get (?:our|the latest|the best of|more from)\b"
    r"|support our (?:journalism|work)\b|become a (?:member|subscriber)\b"
    r"|share (?:this|on)\b|skip (?:advert|ad|past)\b|advertisement\Z|(?:story|article) continues (?:below|after)\b"
    r"|continue reading\b|do you have a (?:story|tip)\b|(?:email|contact) us\b|comments? (?:are )?closed\b)"
)
PROMOTION_OPENERS = """
    read also_read see more most_read most_popular most_viewed related recommended trending don't dont you_may further
    in_pictures in_case watch listen explainer opinion analysis live click tap subscribe sign follow like_us join
    download get_our get_the get_more support become share skip advertisement story_continues article_continues
    continue do_you email contact comment comments
"""
