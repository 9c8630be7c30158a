from collections import Counter

import pytest

from lexatlas.core.evidence import CanonicalText
from lexatlas.language.cues import CueMatcher
from lexatlas.retrieval.passages import Passage, passages
from lexatlas.retrieval.rank import Closeness, query, rank
from tests.language.texts import STATUTE, structured

CUES = {"commencement": ("enters into force",), "licence": ("licen*", "permit")}
HAN = structured("""
<article 1|第一条> 为了保护当事人，制定本法。
<article 2|第二条> 经营者应当公开其登记簿。
<article 3|第三条> 监督部门每年检查经营者。
""")


def passages_of(
    text: CanonicalText, language: str = "en", cues: dict[str, tuple[str, ...]] | None = None
) -> list[Passage]:
    hits = CueMatcher(CUES if cues is None else cues, language).find(text.text)
    return passages(text, hits, language, "snap")


def locators(found: list) -> list[str]:
    return [one.passage.unit.locator for one in found]


def test_the_passage_that_speaks_of_it_comes_first():
    rules = [passage for passage in passages_of(STATUTE) if passage.unit.part == "operative"]
    found = rank(query((), {"en": ["licences", "holding"]}), rules)
    assert found[0].passage.unit.locator == "Article 4(1), point (a)"
    assert found[0].passage.snapshot == "snap"


def test_cue_families_lift_a_passage_above_mere_words():
    found = rank(query(["commencement"], {}), passages_of(STATUTE))
    assert locators(found) == ["Article 5(1)"]
    assert found[0].passage.families == {"commencement"}
    mixed = rank(query(["commencement"], {"en": ["licence", "holding"]}), passages_of(STATUTE))
    assert mixed[0].passage.unit.locator == "Article 5(1)"
    assert len(mixed) > 1


def test_ties_fall_in_reading_order_and_nothing_found_is_empty():
    listed = passages_of(STATUTE)
    twice = rank(query((), {"en": ["shop"]}), [*listed, *listed])
    orders = [one.order for one in twice if one.score == twice[0].score]
    assert orders == sorted(orders)
    assert len(orders) > 1
    assert rank(query(["nothing"], {"en": ["giraffe"]}), listed) == []
    assert rank(query(["commencement"], {"en": ["shop"]}), []) == []


def test_the_rarer_what_is_shared_the_nearer_and_a_heading_weighs_half():
    plain = passages_of(STATUTE, cues={})
    common = [each_with(passage, families={"asset"}) for passage in plain[:-1]]
    rare = each_with(plain[-1], families={"asset", "custody"})
    near = Closeness([*common, rare])
    assert near.of(rare, query(["custody"], {})) > near.of(rare, query(["asset"], {})) > 0
    under = each_with(plain[0], headings={"custody"})
    assert near.of(under, query(["custody"], {})) == pytest.approx(near.of(rare, query(["custody"], {})) / 2)


def test_a_long_passage_that_holds_the_word_too_says_less_of_it():
    plain = passages_of(STATUTE, cues={})
    short = each_with(plain[0], terms=["keep", "regist"])
    long = each_with(plain[0], terms=["keep", "regist", "one", "two", "three", "four"])
    found = rank(query((), {"en": ["register"]}), [long, short])
    assert [one.order for one in found] == [1, 0]


def test_han_is_sought_by_pairs_and_each_language_by_its_own_words():
    han = passages_of(HAN, "zh", {})
    wanted = query((), {"zh": ["登记簿"], "en": ["register"]})
    assert wanted.terms == {"zh": {"登记", "记簿"}, "en": {"regist"}}
    assert [one.passage.words for one in rank(wanted, han)] == ["经营者应当公开其登记簿。"]
    assert rank(query((), {"en": ["登记簿"]}), han) == []


def each_with(
    passage: Passage,
    families: set[str] | None = None,
    headings: set[str] | None = None,
    terms: list[str] | None = None,
) -> Passage:
    return Passage(
        unit=passage.unit,
        words=passage.words,
        language=passage.language,
        snapshot=passage.snapshot,
        families=frozenset(families or ()),
        terms=passage.terms if terms is None else Counter(terms),
        heading_families=frozenset(headings or ()),
    )
