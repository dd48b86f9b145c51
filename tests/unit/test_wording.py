"""No verdict in any language; the words we use instead pass."""

import pytest
from bonguichet.wording import verdicts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Vous avez droit au RIS."),
        ("fr", "Vous n’avez pas droit à cette aide."),
        ("fr", "tu as droit à une aide"),
        ("fr", "Vous êtes éligible."),
        ("nl", "U hebt recht op een leefloon."),
        ("nl", "Je komt niet in aanmerking."),
        ("en", "You are entitled to help."),
        ("en", "you are not eligible"),
        ("ar", "لديك الحق في دخل الاندماج."),
        ("ar", "ليس لك حق في هذه المساعدة."),
        ("ar", "يحق لك الحصول على الـRIS."),
        ("ar", "من حقك أن تستلم الإعانة."),
        ("ar", "أنت غير مؤهل."),
        ("ar", "تستحق الـGRAPA."),
    ],
)
def test_a_verdict_is_found(language, text):
    assert list(verdicts(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Vous avez le droit d’être accompagné·e : cela ne dit rien d’une aide."),
        ("fr", "Cela peut valoir la peine d’être demandé."),
        ("nl", "Het kan de moeite waard zijn om dit aan te vragen."),
        ("en", "It may be worth asking for."),
        ("ar", "قد يستحق الأمر أن تطلب دخل الاندماج."),
        ("ar", "من حقك أن يرافقك شخص: هذا لا يقول شيئا عن مساعدة."),
    ],
)
def test_other_words_pass(language, text):
    assert list(verdicts(text, language)) == []
