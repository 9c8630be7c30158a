"""Who a rule speaks to where word order hides it: behind the verb, after "a los emisores", in a Turkish clause."""

import re
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.language.cues import CueHit, phrase_pattern, phrases_regex
from lexatlas.language.lexicon import Lexicon, lexicon
from lexatlas.language.verb_second import late, two_part_actor, verb_second

_LONGEST_LEAD, _LONGEST_SUBJECT = 90, 12
_STEM_SUBJECT = re.compile(r"(?:^|[.;]\s)\W*([^.;,:]{3,80});\s*\W*$")
_SOON = 4
"""Words that may part a relative phrase from the verb of its clause."""
_STOP = re.compile(r"[;:.]\s")


def without_article(name: str, language: str) -> str:
    """Return the name of a body as it is compared: in small letters, without its article."""
    plain = name.casefold().strip()
    for article in (*lexicon(language).words("authorities", "articles"), "the"):
        if plain.startswith(article if article.endswith("'") else f"{article} "):
            return plain[len(article) :].strip()
    return plain


def in_main_clause(text: str, hit: CueHit, language: str) -> bool:
    """Return whether a modal is one of the main clause: not last in its clause (German), not behind "que"."""
    lex = lexicon(language)
    if verb_second(language):
        verb = re.compile(r"\w+").match(text, hit.start, hit.end)
        return verb is None or not late(text, verb.start(), verb.end(), language)
    if _soon_behind(text, hit.start, lex, language):
        return False
    before = lex.words("modals", "after_relative")
    return not before or _ends(text, hit.start, before, language) is None


def _soon_behind(text: str, at: int, lex: Lexicon, language: str) -> bool:
    """Whether a relative phrase stands a few words before a modal in its clause: "en que la autorización podrá"."""
    words, close = lex.words("modals", "relative"), lex.words("modals", "relative_close")
    clause = re.split(r"[,;:،]", text[max(0, at - _LONGEST_LEAD) : at])[-1]
    proviso = phrases_regex(lex.words("modals", "relative_not"), language)
    if not words or proviso.match(clause.lstrip()):
        return False
    if close and any(
        not clause[match.end() :].strip() for match in phrases_regex(close, language).finditer(clause)
    ):
        return True
    ends = [match.end() for match in phrases_regex(words, language).finditer(clause)]
    between = clause[ends[-1] :] if ends else ""
    # A verb between the two is that of the relative clause: "persons on whom the notice is served shall".
    verbs = [lex.words("modals", family) for family in ("relative_verb", "permitted", "required")]
    held = phrases_regex(tuple(verb for listed in verbs for verb in listed), language).search(between)
    return bool(ends) and len(between.split()) <= _SOON and held is None


def actor_of(text: str, start: int, end: int, family: str, plain: Span, language: str) -> Span:
    """Return the actor of the modal at `[start, end)`: `plain`, what stands before it, unless the order is another.

    An empty span where the words name none: "Es ist verboten, …", "Queda prohibida la emisión".
    """
    if verb_second(language):
        return two_part_actor(text, start, end, plain, language)
    within = phrases_regex(lexicon(language).words("actors", "within"), language).match(text, start, end)
    if within and len(text[within.end() : end].split()) > 1:
        # "En ningún caso los emisores pagarán": the verb ends the cue, the subject stands in it.
        return Span(within.end() + 1, text.rindex(" ", start, end))
    cut = _without_only(text, _behind_lead(text, plain, language), language)
    if cut.start < cut.end:
        return cut
    found = _addressee(text, end, language) or _inverted(text, end, language)
    told = lexicon(language).words("modals", "impersonal")
    barred = family == "prohibited" and (not told or _impersonal(text, start, end, language))
    return found or (_barred_thing(text, end, language) if barred else None) or cut


def _behind_lead(text: str, plain: Span, language: str) -> Span:
    """Leave out an opening phrase up to its comma: "Para prestar servicios, los proveedores"."""
    leads = lexicon(language).words("actors", "leads")
    words = text[plain.start : plain.end]
    if not leads or not phrases_regex(leads, language).match(words):
        return plain
    comma = words.find(",")
    if comma < 0:
        return (
            _last_noun(text, plain, language)
            if not _whole_lead(words, leads, language)
            else Span(plain.end, plain.end)
        )
    rest = words[comma + 1 :]
    begin = plain.start + comma + 1 + len(rest) - len(rest.lstrip())
    return _behind_lead(text, Span(min(begin, plain.end), plain.end), language)


def _last_noun(text: str, plain: Span, language: str) -> Span:
    """Return the actor behind an opening phrase without a comma, from its noun on; else the whole."""
    nouns = lexicon(language).words("actors", "nouns")
    found = list(phrases_regex(nouns, language).finditer(text, plain.start, plain.end)) if nouns else []
    return Span(found[-1].start(), plain.end) if found else plain


def _whole_lead(words: str, leads: tuple[str, ...], language: str) -> bool:
    return phrases_regex(leads, language).fullmatch(words.strip()) is not None


@cache
def _addressees(language: str) -> re.Pattern[str]:
    lex = lexicon(language)
    leads = "|".join(phrase_pattern(word, language) for word in lex.words("actors", "after")) or "(?!)"
    until = "|".join(phrase_pattern(word, language) for word in lex.words("actors", "until")) or "(?!)"
    article = "|".join(word for word in lex.words("authorities", "articles") if word.isalpha()) or "(?!)"
    # A preposition before an article goes on with the noun: "a los emisores de las fichas".
    linked = "".join(rf"(?<!\s{word})" for word in lex.words("actors", "linked"))
    return re.compile(
        rf"\s+(?P<who>(?:{leads})\s?[^,.;:]{{2,{_LONGEST_LEAD}}}?)(?=\s+(?:{until})|{linked}\s+(?:{article})\s|[,.;:]|$)",
        re.IGNORECASE,
    )


def _addressee(text: str, end: int, language: str) -> Span | None:
    """Return whom a rule without a subject names: "Queda prohibido a los emisores conceder …"."""
    found = _addressees(language).match(text, end)
    return Span(*found.span("who")) if found else None


def _inverted(text: str, end: int, language: str) -> Span | None:
    """Return the subject behind its verb, up to the infinitive: "Tampoco podrán los proveedores utilizar …"."""
    articles = "|".join(map(re.escape, lexicon(language).words("authorities", "articles"))) or "(?!)"
    verbs = phrases_regex(lexicon(language).words("actors", "until"), language).pattern
    found = re.compile(rf"\s+((?:{articles})\s?[^,.;:]{{2,90}}?)(?=\s+(?:{verbs}))", re.IGNORECASE).match(
        text, end
    )
    return Span(*found.span(1)) if found else None


def act_barred(text: str, actor: Span, modal: Span, action: Span, language: str) -> bool:
    """Whether an act stands where the actor might, "Die Ausgabe von Token ist verboten.": it binds everybody."""
    before = actor.start < actor.end <= modal.start
    return (
        before
        and not text[action.start : action.end].strip(" .;,")
        and _impersonal(text, modal.start, modal.end, language)
    )


def _impersonal(text: str, start: int, end: int, language: str) -> bool:
    said = phrases_regex(lexicon(language).words("modals", "impersonal"), language)
    return said.match(text, start, end) is not None


def _barred_thing(text: str, end: int, language: str) -> Span | None:
    """Return what is barred, where it is no verb: "Queda prohibida la emisión de …", "Запрещается выпуск …"."""
    until = phrases_regex(lexicon(language).words("actors", "until"), language)
    rest = _barred(language).match(text, end)
    return None if rest is None or until.match(rest.group(1)) else Span(*rest.span(1))


def _without_only(text: str, actor: Span, language: str) -> Span:
    """Leave out a word such as "sólo" that stands between the actor and its verb, or alone before the verb."""
    only = phrases_regex(lexicon(language).words("conditions", "restriction"), language)
    ends = [
        match.start() for match in only.finditer(text, actor.start, actor.end) if match.end() == actor.end
    ]
    if not ends:
        return actor
    return Span(actor.start, actor.start + len(text[actor.start : ends[0]].rstrip()))


@cache
def _barred(language: str) -> re.Pattern[str]:
    """The words behind a bar up to the sign or the word that opens a clause."""
    conditions = lexicon(language).families("conditions")
    cues = sorted(
        {*conditions.get("opening", ()), *conditions.get("exception", ())}, key=lambda cue: (-len(cue), cue)
    )
    opens = "|".join(phrase_pattern(cue, language) for cue in cues) or "(?!)"
    return re.compile(rf"\s+([^,;:]{{3,200}}?)(?=\s+(?:{opens})|[,;:]|\.(?:\s|$)|$)", re.IGNORECASE)


@cache
def _ends_words(language: str) -> re.Pattern[str]:
    return phrases_regex(lexicon(language).words("actors", "ends"), language)


def subject_by_noun(text: str, stop: int, clauses_end: int, language: str) -> tuple[Span, Span] | None:
    """Return the subject of a sentence whose nouns bear no mark: up to the first noun that acts; None for none.

    A noun that "and", "or" or "other than" follows is not the last one.
    """
    begin = max([clauses_end, *(match.end() for match in _STOP.finditer(text, 0, stop))])
    begin += len(text[begin:stop]) - len(text[begin:stop].lstrip(" ,\n"))
    stem = _STEM_SUBJECT.search(text, 0, begin)
    if stem and _ends_words(language).fullmatch(stem.group(1).split()[-1]):
        # "Platformlar; a) …": the subject stands alone before the list of what it may not do.
        return Span(*stem.span(1)), Span(begin, begin)
    nominal = phrases_regex(lexicon(language).words("actors", "nominal"), language)
    whole = text[begin:stop].rstrip()
    if any(match.end() == len(whole) for match in nominal.finditer(whole)):
        # "İzinsiz jeton ihraç edilmesi yasaktır": an act stands where a subject might, and binds everybody.
        return Span(begin, begin), Span(begin, begin)
    on = phrases_regex(lexicon(language).words("actors", "goes_on"), language)
    compound = phrases_regex(lexicon(language).words("actors", "compound"), language)
    for match in _ends_words(language).finditer(text, begin, stop):
        words = text[begin : match.end()]
        aside = "," in words[: match.start() - begin] and len(words.split()) > _LONGEST_SUBJECT
        if aside or len(words) > 2 * _LONGEST_LEAD:
            return None
        rest = text[match.end() : stop].lstrip()
        behind = stop - len(text[match.end() : stop].lstrip())
        closed = _closing(language).search(rest) if _agent(language).match(rest) else None
        if closed:
            # "Kurul tarafından izin verilmedikçe …": who acts in a clause is not who the rule is for.
            return subject_by_noun(text, stop, behind + closed.end(), language)
        if compound.match(rest):
            # "Müşteri varlıklarını saklayan kuruluşlar": the first noun is part of the second.
            continue
        if not on.match(rest):
            return Span(begin, match.end()), Span(match.end(), match.end())
    return None


def _agent(language: str) -> re.Pattern[str]:
    return phrases_regex(lexicon(language).words("actors", "agent"), language)


def _closing(language: str) -> re.Pattern[str]:
    return phrases_regex(lexicon(language).words("conditions", "closing"), language)


def _ends(text: str, at: int, words: tuple[str, ...], language: str) -> re.Match[str] | None:
    window = text[max(0, at - 24) : at]
    hits = [
        match
        for match in phrases_regex(words, language).finditer(window)
        if not window[match.end() :].strip()
    ]
    return hits[-1] if hits else None
