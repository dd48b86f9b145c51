"""Words the site never says to a reader: verdicts. A right is worth asking for, never granted or refused here.

Knows words of each language. Must not know where they stand.
"""

import re
from collections.abc import Iterator

from .messages import say

_VERDICTS = {
    "fr": r"(?:vous|tu) (?:n['’])?(?:avez|as|aurez|auras) (?:bien |donc |automatiquement )?(?:pas )?(?:le )?droit (?:à|au|aux|de)\b"
    r"|(?:vous êtes|tu es) (?:in)?éligibles?",
    "nl": r"(?:u|je|jij) (?:heb|hebt|heeft) (?:geen |wel )?recht op|(?:u|je|jij) (?:komt?|kom) (?:niet )?in aanmerking",
    "de": r"(?:Sie|du) (?:haben|hast|hätten|hättest) (?:\w+ ){0,3}?(?:Recht|Anspruch) auf"
    r"|(?:haben|hast) (?:Sie|du) (?:\w+ ){0,3}?(?:Recht|Anspruch) auf"
    r"|(?:Ihnen|dir) (?:steht|stehen) (?:[\w,]+ ){1,8}zu\b|(?:steht|stehen) (?:Ihnen|dir) (?:[\w,]+ ){1,8}zu\b"
    r"|(?:Sie|du) (?:sind|bist) (?:nicht )?(?:\w*anspruchs|\w*leistungs|\w*bezugs)?berechtigt|anspruchsberechtigt",
    "ar": r"(?:لك|لكم|لديك|لديكم|عندك|عندكم) (?:كل |أي )?(?:ال)?حق[ّا]? (?:في |ب)(?!أن)"
    r"|(?:يحقّ? لك|من حقك) (?!أن|ألا)|(?:يحقّ? لك|من حقك) أن (?:تحصل|تستلم|تأخذ|تتلقى|تنال)"
    r"|(?:أنت|إنك|لست) (?:غير )?(?:مؤهّ?ل|مستحقّ?)"
    r"|تستحقّ? (?:هذه |هذا )?(?:ال)?ـ?(?:دخل|إعانة|مساعدة|منحة|معاش|تعويض|RIS|ERIS|GRAPA)",
    "en": r"you (?:are|will be|are not|aren['’]t) (?:not )?(?:entitled|eligible)|you qualify for",
}


def verdicts(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Every verdict in `text`: its line (1-based), and what to say instead."""
    pattern = _VERDICTS.get(language)
    for match in re.finditer(pattern, text, re.IGNORECASE) if pattern else ():
        sentence = say(
            "'{words}' is a verdict: "
            "say that a right is worth asking for, to be checked, or that there is another way first.",
            words=match[0],
        )
        yield text.count("\n", 0, match.start()) + 1, sentence
