"""Duties that are denied free, a time that is given allows, and what is told ends where another rule begins."""

import pytest

from lexatlas.analysts.extractive.facts import extract
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import Definition, LegalDate, Norm, Period
from lexatlas.language.units import unit_words
from tests.language.texts import structured


def _rules(words, language="en"):
    text = CanonicalText(words, ()) if isinstance(words, str) else words
    facts = [one.fact for one in extract(text, language) if isinstance(one.fact, Norm)]
    return [(fact.kind, fact.actor) for fact in facts]


FREED = [
    ("en", "No further file shall be required for a later sale.", ""),
    ("en", "Where a bank sells tokens, it shall not be subject to Articles 2 and 3.", ""),
    ("en", "No keeper is required to answer such a letter.", ""),
    ("fr", "Nul n'est tenu de répondre à une telle lettre.", ""),
    ("fr", "Le dépositaire ne peut être tenu de répondre à la lettre.", "Le dépositaire"),
    ("es", "Nadie está obligado a contestar la carta.", ""),
    ("it", "Nessuno è tenuto a rispondere alla lettera.", ""),
    ("pt", "Ninguém é obrigado a responder à carta.", ""),
    ("de", "Niemand muss auf einen solchen Brief antworten.", ""),
    ("ru", "Никто не обязан отвечать на такое письмо.", ""),
    ("vi", "Không ai phải trả lời thư đó.", ""),
    ("mt", "Ħadd ma huwa obbligat iwieġeb l-ittra.", ""),
]


@pytest.mark.parametrize(("language", "words", "actor"), FREED)
def test_who_is_not_bound_is_free_and_nobody_is_named_as_the_one_who_may(language, words, actor):
    assert _rules(words, language) == [("permission", actor)]


BARRED = [
    ("en", "No keeper shall sell tokens."),
    ("en", "The keeper shall not be subject to a second fee."),
    ("fr", "Nul ne peut vendre des jetons."),
    ("es", "Nadie podrá vender fichas."),
    ("de", "Niemand darf Token verkaufen."),
]


@pytest.mark.parametrize(("language", "words"), BARRED)
def test_what_nobody_may_do_stays_barred(language, words):
    assert [kind for kind, _ in _rules(words, language)] == ["prohibition"]


GIVEN = [
    ("en", "Keepers shall have ten days from the date of the draft to comment on it.", "Keepers"),
    ("en", "The keeper shall have an opportunity to answer the letter.", "The keeper"),
    ("fr", "Le dépositaire doit disposer de dix jours pour répondre.", "Le dépositaire"),
    ("es", "El emisor deberá disponer de diez días para responder.", "El emisor"),
    ("it", "Il custode deve disporre di dieci giorni per rispondere.", "Il custode"),
    ("pt", "O emitente deve dispor de dez dias para responder.", "O emitente"),
]


@pytest.mark.parametrize(("language", "words", "actor"), GIVEN)
def test_who_is_given_time_or_an_opportunity_may_use_it(language, words, actor):
    assert _rules(words, language) == [("permission", actor)]


def test_who_must_have_a_thing_is_bound():
    assert _rules("The keeper shall have a reserve.") == [("requirement", "The keeper")]


TWO_RULES = [
    ("en", "A keeper must answer where the Board asks in writing and must keep a copy.",
     "where the Board asks in writing"),
    ("fr", "Le dépositaire doit répondre si le greffe le demande et doit garder une copie.",
     "si le greffe le demande"),
    ("es", "El emisor deberá contestar cuando lo pida el registro y deberá guardar una copia.",
     "cuando lo pida el registro"),
    ("it", "Il custode deve rispondere se la Banca lo chiede e deve conservare una copia.",
     "se la Banca lo chiede"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "condition"), TWO_RULES)
def test_a_condition_ends_where_a_second_rule_begins(language, words, condition):
    (fact,) = [one.fact for one in extract(CanonicalText(words, ()), language) if isinstance(one.fact, Norm)]
    assert fact.conditions == (condition,)


TERMS = [
    ("en", '"token" means a thing that can be sold; "keeper" shall have the same meaning as in another Act.',
     ["token", "keeper"]),
    ("fr", "« jeton » désigne une chose que l'on vend; « dépositaire » désigne qui garde des jetons.",
     ["jeton", "dépositaire"]),
    ("es", "«ficha» significa una cosa que se vende; «custodio» significa quien guarda fichas.",
     ["ficha", "custodio"]),
    ("de", "„Token“ bezeichnet eine Sache; „Verwahrer“ bezeichnet eine Person, die Token verwahrt.",
     ["Token", "Verwahrer"]),
    ("mt", '"token" tfisser ħaġa li tista\' tinbiegħ; "detentur" għandu jkollu l-istess tifsira.',
     ["token", "detentur"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "terms"), TERMS)
def test_two_meanings_that_run_on_are_two_definitions(language, words, terms):
    text = CanonicalText(words, ())
    found = [one for one in extract(text, language) if isinstance(one.fact, Definition)]
    assert [one.fact.term for one in found] == terms
    assert [terms[1] in unit_words(text, one.unit).words for one in found] == [False, True]


CUT = [
    ("en", "He is liable to prison for a term of not more than two years less a day."),
    ("fr", "Il est passible d'un emprisonnement de deux ans moins un jour."),
    ("es", "Será castigado con prisión de dos años menos un día."),
    ("de", "Die Strafe beträgt zwei Jahre abzüglich eines Tages."),
    ("it", "La pena è di due anni meno un giorno."),
]


@pytest.mark.parametrize(("language", "words"), CUT)
def test_a_length_from_which_something_is_taken_is_no_whole_number_of_years(language, words):
    assert [one.fact for one in extract(CanonicalText(words, ()), language) if one.kind == "period"] == []


STARTS = [
    ("en", "The Board shall promptly and in any event within two days following receipt of a request answer.",
     ""),
    ("en", "The Board shall, within two days of receipt of a request, assess whether the file is complete.",
     "of receipt of a request"),
    ("en", "The Board shall answer the keeper within two days following receipt of a request.",
     "following receipt of a request"),
    ("de", "Die Behörde muss innerhalb von zehn Tagen nach Eingang des Antrags den Empfang bestätigen.", ""),
    ("es", "La autoridad deberá en el plazo de diez días desde la recepción de la carta contestar.", ""),
    ("it", "La Banca deve entro dieci giorni dal ricevimento della domanda confermare la ricezione.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "start"), STARTS)
def test_where_a_verb_may_follow_an_event_its_end_is_shown_by_a_comma_alone(language, words, start):
    found = [one.fact for one in extract(CanonicalText(words, ()), language) if isinstance(one.fact, Period)]
    assert [one.start for one in found] == [start]


def test_what_is_counted_from_a_publication_is_not_its_day():
    found = extract(CanonicalText("Comments are due 30 days after publication in the gazette.", ()), "en")
    assert [one.fact for one in found if isinstance(one.fact, LegalDate)] == []


SUBJECTS = structured("""
<article 1|Article 1>
  <paragraph 1> 1. The terms that the Board may set include terms on any of these matters:
    <item a> (a) the sales that the keeper or the agent of a keeper may undertake;
    <item b> (b) the place of business of the keeper.
  <paragraph 2> 2. The notice must state:
    <item a> (a) the time for which the goods may be kept;
    <item b> (b) the name of the keeper.
""")


def test_a_noun_that_a_clause_describes_gives_no_leave():
    assert _rules(SUBJECTS) == [("requirement", ""), ("requirement", "")]


LIMBS = structured("""
<article 1|Article 1>
  <paragraph 1> 1. A keeper —
    <item a> (a) who is asked for a file; and
    <item b> (b) who will not hand it out, must name its owner.
""")


def test_both_limbs_that_say_who_is_bound_are_told():
    told = [unit_words(LIMBS, one.unit).words for one in extract(LIMBS, "en") if isinstance(one.fact, Norm)]
    assert all("who is asked for a file" in words for words in told)


def test_what_leads_up_to_a_rule_is_none_of_its_actor():
    words = "Depending on the result of such tests, the Board may raise the fee."
    (fact,) = [one.fact for one in extract(CanonicalText(words, ()), "en") if isinstance(one.fact, Norm)]
    assert (fact.actor, fact.conditions) == ("the Board", ("Depending on the result of such tests",))


LIFTED = [
    ("en", "Section 5, Divisions 4 to 8 of this Part and Part 5 do not apply to a keeper of bonds.",
     "Section 5, Divisions 4 to 8 of this Part and Part 5"),
    ("en", "The duty under section 5 does not apply to banks.", "The duty under section 5"),
    ("fr", "L'article 5 ne s'applique pas aux banques.", "L'article 5"),
    ("es", "El artículo 5 no se aplicará a los bancos.", "El artículo 5"),
    ("it", "L'articolo 5 non si applica alle banche.", "L'articolo 5"),
    ("zh", "第五条不适用于银行。", "第五条"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "what"), LIFTED)
def test_what_is_lifted_is_told_with_whom_it_frees(language, words, what):
    (fact,) = [one.fact for one in extract(CanonicalText(words, ()), language) if isinstance(one.fact, Norm)]
    assert (fact.kind, fact.actor, fact.action.startswith(f"{what} … ")) == ("permission", "", True)
    assert what not in fact.conditions


WHOLE_STARTS = [
    ("en", "Banks shall, within 30 days after a seizure under section 18(1) or a fine under section 19, report it.",
     "after a seizure under section 18(1) or a fine under section 19"),
    ("en", "It shall apply within three months of notification of the act to the Board and to the Bank.",
     "of notification of the act to the Board and to the Bank"),
    ("de", "Die Frist beträgt drei Monate nach Anzeige der Sache (Vordruck) an das Amt.",
     "nach Anzeige der Sache (Vordruck) an das Amt"),
    ("fr", "Le délai est de trois mois suivant la remise au greffe (tome 2) et à la banque.",
     "suivant la remise au greffe (tome 2) et à la banque"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "start"), WHOLE_STARTS)
def test_an_event_goes_on_behind_a_bracket_and_to_a_second_of_its_kind(language, words, start):
    found = [one.fact for one in extract(CanonicalText(words, ()), language) if isinstance(one.fact, Period)]
    assert [one.start for one in found] == [start]


CITED = [
    ("en", "The Board shall, after the period of 60 days referred to in paragraph 2, answer."),
    ("fr", "Passé le délai de soixante jours visé au paragraphe 2, le greffe répond."),
    ("es", "Transcurrido el plazo de sesenta días mencionado en el apartado 2, el registro contestará."),
    ("it", "Decorso il termine di sessanta giorni di cui al paragrafo 2, la Banca risponde."),
]


@pytest.mark.parametrize(("language", "words"), CITED)
def test_a_time_that_is_set_elsewhere_is_not_told_again(language, words):
    assert [one for one in extract(CanonicalText(words, ()), language) if one.kind == "period"] == []


def test_what_must_be_stated_is_no_part_of_the_clause_before_it():
    words = "An application must include if the applicant is a firm, the seat of the firm."
    (fact,) = [one.fact for one in extract(CanonicalText(words, ()), "en") if isinstance(one.fact, Norm)]
    assert fact.conditions == ()


BOTH = structured("""
<article 1|Article 1>
  <paragraph 1> 1. A keeper must hold a large licence if —
    <item a> (a) the value of its sales passes 100 tokens; or
    <item b> (b) both of the following apply:
      <item i> (i) the keeper lends tokens;
      <item ii> (ii) the value of its loans passes 10 tokens.
""")


def test_one_of_two_conditions_that_must_both_hold_is_not_told_alone():
    told = [unit_words(BOTH, one.unit).words for one in extract(BOTH, "en") if isinstance(one.fact, Norm)]
    assert all(("lends tokens" in words) == ("value of its loans" in words) for words in told)


POWERS = [
    ("en", "Such a person shall, for the purposes of this Act, have all the powers of the Board.", "Such a person"),
    ("en", "Such a person shall have, for the purposes of this Act, all the powers of the Board.", "Such a person"),
    ("mt", "Dik il-persuna għandha jkollha, għall-finijiet ta' dan l-Att, is-setgħat kollha tal-Bord.",
     "Dik il-persuna"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "actor"), POWERS)
def test_a_power_behind_an_aside_permits(language, words, actor):
    assert _rules(words, language) == [("permission", actor)]


HIGHER = [
    ("Il-multa hija ogħla minn mija u ħamsin elf euro (€150,000).", "more_than"),
    ("Multa mhux ogħla minn mija u ħamsin elf euro (€150,000).", "at_most"),
]


@pytest.mark.parametrize(("words", "sign"), HIGHER)
def test_what_is_higher_is_more_in_maltese(words, sign):
    found = [one.fact for one in extract(CanonicalText(words, ()), "mt") if one.kind == "money"]
    assert [one.comparator for one in found] == [sign]


def test_of_several_ways_out_the_first_says_whether_a_licence_is_needed():
    words = "A person must not enter unless the person is (a) the judge; or (b) a licensed keeper."
    assert _rules(words) == [("prohibition", "A person")]
    words = "A person must not sell tokens unless the person (a) is licensed; or (b) is a bank."
    assert [kind for kind, _ in _rules(words)] == ["prohibition", "requirement"]


def test_a_lettered_rule_that_runs_on_is_a_rule_of_its_own():
    words = "The keeper shall make its decision public.\n(e) The buyer may sell the book."
    assert _rules(words) == [("requirement", "The keeper"), ("permission", "The buyer")]


CUT_STEM = structured("""
<article 1|Article 1>
  <paragraph 1> 1. The Board may, by notice in
    <item a> (a) a keeper of tokens;
    <item b> (b) a buyer of tokens.
""")


def test_a_stem_whose_words_are_lost_gives_no_rule():
    assert _rules(CUT_STEM) == []


DEFINED = structured("""
<article 1|Article 1>
  <definition treaty||definition> "treaty" means the treaty that was signed at Veyland on 2 May 2031;
""")


def test_a_treaty_that_a_definition_names_is_not_this_law():
    found = extract(DEFINED, "en")
    assert [one.fact for one in found if isinstance(one.fact, LegalDate)] == []


WITHDRAWN = [
    ("en", "The application is withdrawn on 28 January 2031."),
    ("it", "La domanda è revocata il 28 gennaio 2031."),
    ("fr", "La demande est annulée le 28 janvier 2031."),
    ("es", "La solicitud queda derogada el 28 de enero de 2031."),
]


@pytest.mark.parametrize(("language", "words"), WITHDRAWN)
def test_an_application_that_is_withdrawn_is_no_law_that_ends(language, words):
    found = extract(CanonicalText(words, ()), language)
    assert [one.fact for one in found if isinstance(one.fact, LegalDate)] == []


def test_of_two_verbs_of_which_one_tells_who_is_meant_neither_is_taken_for_the_other():
    words = (
        "Any person who, as from the first day of the year shall seek to sell tokens, shall ask the Board."
    )
    assert _rules(words) == []


def test_a_duty_named_by_a_noun_is_borne_by_the_noun_behind_it_alone():
    text = structured("""
<article 1|المادة 1>
  <paragraph 1> تلتزم الهيئة بالتحقق من الآتي:
    <item a> أ- التزام المصارف بمسك الدفاتر والإفصاح عنها.
""")
    assert _rules(text, "ar") == [("requirement", "المصارف")]


@pytest.mark.parametrize("letter", ["(a)", "( a )"])
def test_the_letter_of_an_item_in_the_line_is_no_part_of_who_or_when(letter):
    words = f"Where a client has agreed to be served by message — {letter} the Board may serve the notice by message."
    facts = [one.fact for one in extract(CanonicalText(words, ()), "en")]
    [fact] = [fact for fact in facts if isinstance(fact, Norm)]
    assert (fact.actor, fact.conditions) == (
        "the Board",
        ("Where a client has agreed to be served by message",),
    )
