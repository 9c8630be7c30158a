from tests.analysts.veyland import LICENCE, PROVIDERS, Law, draft

TABLE = """
<h2>Schedule</h2>
<table>
<tr><th>Class</th><th>Own funds</th></tr>
<tr><td>Class 1</td><td>EUR 50,000</td></tr>
<tr><td>Class 2</td><td>EUR 125,000</td></tr>
</table>
"""


def told(rule):
    words = f"""<html><head><title>Digital Asset Act</title></head><body>
<h1>Digital Asset Act</h1>
<h3>Article 1</h3><p>{LICENCE}</p>
<h3>Article 2</h3><p>{rule}</p>
{TABLE}</body></html>"""
    made = draft(Law(words, name="act.html"), topic=PROVIDERS)
    return [(claim.sentence, claim.facts) for claim in made.claims if claim.question == "capital"]


CALLS = "A licensee shall hold own funds of at least the amount in the Schedule for its class."


def test_the_rows_of_a_schedule_stand_beside_the_rule_that_refers_to_it_without_facts_of_their_own():
    first, *rows = told(CALLS)
    assert first[0] == CALLS
    assert rows == [("Class 1 EUR 50,000", ()), ("Class 2 EUR 125,000", ())]


def test_a_schedule_that_no_rule_on_the_matter_refers_to_gives_no_figure():
    rule = "A licensee shall hold the own funds that the Authority lays down."
    assert [sentence for sentence, _ in told(rule)] == [rule]
