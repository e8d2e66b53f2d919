"""Rules for site furniture: (name, pattern). What each list is for stands in `furniture`.

Patterns of LINES, LAST_LINES and BLOCKS fit a whole line, case aside (but for names, where case is the sign); the others mind
case throughout.
"""

_END = r"[\s.:!…»>→*]*"
_SITES = r"(?:Twitter|Facebook|Instagram|YouTube|Telegram|WhatsApp|LinkedIn|Google News|Google\+|TikTok|Pinterest|Reddit|Flipboard)"
_DAY = r"(?:[A-Z][a-z]{2,8},? )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}),? ?\d{4}"
_NAME = r"(?-i:[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|al-\w+|de|van|von|bin|the)){0,5})"
_NAMES = rf"{_NAME}(?:(?:,? and |, ){_NAME}){{0,8}}"
_PEOPLE = rf"{_NAMES}(?: in (?:the )?{_NAMES})?"
_AGENCY = (
    r"(?:AP|AFP|UPI|PTI|ANI|IANS|dpa|DPA|EFE|SANA|TASS|Tass|Xinhua|Reuters|REUTERS|Anadolu|"
    r"(?:The )?Associated Press|Agence France-Presse|[Aa]gencies)"
)
_WORK = r"(?:(?:additional |with )?(?:reporting|writing|editing|research)(?: and (?:writing|editing))?|compiled|translated|edited|written)"

LINES = (
    ("copyright", r"(?:copyright\W{0,3})?(?:©|&copy;|\(c\)\W{0,3}(?:copyright|\d{4})).*"),
    ("copyright", r"copyright \d{4}.*|.{0,150}\ball rights reserved" + _END),
    ("copyright", r"(?:no part of )?this (?:material|article|content|story|report) may not be (?:published|reproduced|copied)\b.*"),
    ("cookie notice", r"(?:we|this (?:web)?site|our (?:web)?site) (?:and our partners )?uses? cookies\b.*"),
    ("cookie notice", r"by (?:continuing|using|clicking)\b.{0,80}\b(?:cookies?|privacy policy|terms of (?:use|service))\b.*"),
    ("cookie notice", r"(?:accept|reject|manage)(?: all)? cookies" + _END + r"|cookie (?:policy|settings|preferences|notice)" + _END),
    (
        "newsletter",
        r"(?=.*\b(?:newsletters?|e-?mails?|alerts?|updates|inbox|digest|briefings?|channel|podcast)\b)"
        r"(?:sign up|subscribe|register)(?: now| here| today| for free)?(?: (?:to|for|with)\b.*)?",
    ),
    ("newsletter", r"(?:click here to )?subscribe(?: now| here| today)?" + _END + r"|get (?:the|our) .{0,80}\b(?:in|to) your inbox.*"),
    ("newsletter", r"(?:enter )?your e-?mail(?: address)?" + _END + r"|newsletter(?: sign-?up)?" + _END),
    ("follow", rf"(?:follow|like|find|join) (?:us|our (?:page|channel))\b.{{0,40}}\b{_SITES}\b.{{0,80}}|follow us" + _END),
    ("follow", rf"(?:on twitter,? )?follow .{{1,120}}(?:@\w|https?://|\bon {_SITES}).{{0,120}}|follow @\w.{{0,60}}"),
    ("follow", r"(?:e-?mail|questions|feedback|tips|contact)\b.{0,100}\b[\w.-]+@[\w-]+\.\w+.{0,60}"),
    ("follow", r"(?:do you|are you) .{1,60}\? like (?:the|our) page" + _END + r"|share and comment below" + _END),
    ("follow", r"for more,? .{0,60}\b(?:sign up for|download (?:our|the) app)\b.{0,80}"),
    ("read more", r"(?:read|see) (?:more|also|next|the full story)" + _END),
    ("read more", r"(?:read (?:more|also|next|the full (?:story|article))|see also|also read|related|don['’]t miss) ?(?::|>>|»).*"),
    ("read more", r"read the (?:rest|full (?:story|article|report|interview))(?: of (?:the|this) \w+)? (?:here|at .{1,40})" + _END),
    ("read more", rf"also (?:on|from) {_NAME}:.*"),
    ("video", r"(?:watch|listen to) .{0,100}\b(?:above|below|here)" + _END + r"|we are sorry,? ?this video is\b.*"),
    ("video", r"\[(?:video|photo|image|embed|gallery|audio|map|graphic)s?\b[^\]]*\]\.?"),
    ("read more", r"(?:continue|keep) reading(?: the main story| below)?" + _END + r"|click here to read\b.*"),
    ("share", r"(?:share|tweet|pin it|print|e-?mail|save)(?: this(?: (?:article|story|page|post))?)?" + _END),
    ("share", rf"share (?:this )?(?:article |story |post )?(?:on|via|with) (?:{_SITES}|e-?mail|friends)\b.{{0,60}}"),
    ("share", rf"{_SITES}(?:[\s,|/]+{_SITES})+"),
    ("share", r"click to (?:share|e-?mail|print)\b.*|like this:|like loading" + _END + r"|copy link|link copied" + _END),
    ("advertisement", r"(?:[-–—\[(] ?)?advertise?ment(?: ?[-–—\])])?" + _END + r"|sponsored(?: content| links?)?" + _END),
    ("advertisement", r"(?:story|article|report) continues below(?: (?:this )?advertise?ment)?" + _END),
    ("advertisement", r"(?:skip|scroll (?:down|past)|continue reading)\b.{0,30}\b(?:ads?|advertise?ment)" + _END),
    ("comment form", r"your e-?mail address will not be published\b.*|required fields are marked\b.*"),
    ("comment form", r"save my name,? e-?mail\b.*|you must (?:be logged|log) in to (?:post|leave|comment)\b.*"),
    ("comment form", r"(?:post comment|cancel reply|comments? (?:are )?closed|no comments(?: yet)?)" + _END),
    ("comment form", r"notify me of (?:new|follow-?up)\b.*"),
    ("photo credit", r"[\[(]?(?:photo|image|picture)s?(?: credit| by| courtesy of)?: .{0,120}"),
    ("photo credit", rf"(?:photos? )?(?:via )?(?:getty(?: images)?|{_AGENCY})(?: photo)?(?: ?/ ?{_NAME})*" + _END),
    ("database label", r"(?:abstract|full text)(?:[.:]? correction appended)?" + _END),
    ("hat tip", r"\(?h/t\b:?.{0,60}\)?\.?"),
    ("separator", r"[\W_]{2,}"),
    ("mark-up", r"(?:</?[a-z][^<>]*>[\s.]*)+"),
    ("syndication", r"\W*except for the headline\b.*"),
    ("syndication", r"\W*this (?:story|article|report) (?:has not been edited by|is auto-generated|(?:was|is) published from a)\b.*"),
    ("syndication", rf"\W*\(?with (?:files|inputs?|reporting|additional reporting) (?:from|by) {_NAMES}[.)]*"),
    ("syndication", rf"\(with {_AGENCY}\b.{{0,60}}\)"),
    ("syndication", r"\W*\(?with (?:agency inputs?|(?:files|inputs?) from agencies)[.)]*"),
    ("credit", rf"\W*{_WORK} (?:by|from) {_PEOPLE}(?:[;,.] (?:and )?{_WORK} by {_PEOPLE})*[.)]*"),
    (
        "credit",
        rf"\W*(?:{_NAMES}|the associated press|agencies)(?: staff| writers?)? (?:also )?contributed(?: reporting)?"
        rf"(?: to this (?:report|article|story|post))?(?: from (?:the )?{_NAMES})?[.)]*",
    ),
    ("credit", rf"(?:contributing|contributors?): {_NAMES}" + _END),
)

# What its author is, in the signature of an opinion piece.
_POST = (
    r"columnist|contributor|contributing (?:editor|writer)|(?:senior )?editor[ -]at[ -]large|editor(?:[ -]in[ -]chief)? of|"
    r"(?:co-)?author of|senior fellow|fellow (?:at|of|with)|professor\b.{0,60}\b(?:at|of)|member of .{1,40}\bboard of contributors|"
    r"reporter (?:for|at)|correspondent for"
)
LAST_LINES = (
    (
        "signature",
        rf"(?-i:(?!He |She |It |They |This )){_NAME}(?:, [^,]{{1,80}},)? (?:is|edits|writes) "
        rf"(?:[\w’'-]+ ){{0,12}}?(?:[\w’'-]+, )?(?:{_POST})\b.*",
    ),
    ("signature", rf"[-–—]+ ?{_NAME}\.?"),
    ("credit", rf"{_NAMES} reported from {_NAMES}(?:; {_NAME},? from {_NAMES})*\.?"),
    (
        "note",
        r"(?:this|an earlier version of this) (?:story|article|post|piece|report) (?:has been|was|had)\b.{0,80}"
        r"\b(?:updated|corrected|misstated|incorrectly)\b.*",
    ),
    ("note", r"corrections?:.*"),
)

BLOCKS = (
    (
        "related",
        r"(?:related|recommended|trending|most[ -](?:read|popular|viewed))"
        r"(?: (?:articles?|posts?|stor(?:y|ies)|news|topics|links|reads?|reading|videos?|content|coverage))?",
    ),
    ("related", r"(?:popular|more|similar|other) (?:articles?|posts?|stories|reads?|videos?|(?:stories )?from (?:the web|our network))"),
    ("related", r"you (?:may|might) also (?:like|be interested in|enjoy)"),
    ("related", r"(?:check|read|see) also|also read|read next|up next|what to read next"),
    ("comment form", r"(?:leave|post|write|add) (?:a |your )(?:reply|comment|response)(?: cancel reply)?|\d+ comments?|comments"),
)

AFTER_SENTENCE = (
    (
        "credit",
        r"\(?(?:Additional )?[Rr]eporting(?: and [Ww]riting)? by [^()\n]{3,400}?; ?[^()\n]{0,200}?"
        r"[Ee]diting by [^()\n;.]{3,160}[.)]{0,2}",
    ),
    ("credit", rf"[-–—]+ ?{_AGENCY}\.?|[(\[]{_AGENCY}[)\]]\.?"),
    ("credit", rf"\(Sources?: ?[^()\n]{{2,80}}\)|Sources?: ?{_NAMES}\.?|Source {_NAME}(?: and agencies)?"),
    ("credit", r"\([Ww]ith (?:(?:files|inputs?|reporting) from )?[A-Z][^()\n]{2,80}\)"),
    ("credit", r"(?:The )?[Aa]genc(?:ies|y) (?:staff )?contributed to this (?:report|article|story)\.?"),
    ("credit", r"This (?:article|report|story) is an? (?:edited|abridged) (?:translation|version)[^.\n]{0,80}\."),
    ("credit", rf"(?:Contributing|Contributors?): {_NAMES}(?: of [^.\n]{{2,40}})?\.?"),
    ("credit", rf"{_NAMES} contributed to this (?:report|article|story)\."),
    (
        "copyright",
        rf"(?:(?:Copyright ?)?©|Copyright(?= \d)) ?(?:\d{{4}}(?:[-–]\d{{4}})?,? )?(?:{_NAMES}|[\w.-]+\.\w{{2,4}})\.?"
        r"(?:,? [Aa]ll [Rr]ights [Rr]eserved\.?)?",
    ),
    ("read more", r"(?:Read|See) (?:Also|More|Next)"),
    ("follow", rf"Follow {_NAMES} on (?:Twitter|Facebook)[\s:,]{{0,3}}(?:(?:at )?@\w+)?\.?"),
    ("share", r"Twitter|Facebook|MoreImage|Print|Tweet"),
    ("updated", rf"Last [Uu]pdated?:? {_DAY}[^.\n]{{0,40}}"),
)

GLUED = (
    ("house line", r"Our Standards: ?The Thomson Reuters Trust Principles\.?"),
    ("comment form", r"Community standards ?(?:Discussion)?|Comment via (?:Facebook|Sputnik News)"),
)

OPENINGS = (
    ("posted", rf"(?:Date of publication|Posted on|Published(?: on)?|Last updated(?: (?:at|on))?):? {_DAY}"),
    ("share", r"Print this page|Print Tweet|SEND http\w+|Views \d+"),
)
