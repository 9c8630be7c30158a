"""Reading on the site: who sees which version and which words, what a valid tag is worth, what leaves as a file."""

import gzip
import io
import re
import zipfile
from html import unescape

import pytest
from django.utils import timezone

from lexatlas.bundle import inspect
from lexatlas.desk import site_settings, stages
from lexatlas.exports.parts import parts
from lexatlas.exports.view.reading import AS_A_FILE
from lexatlas.store.archive import archive
from lexatlas.store.models import Analysis, Event, SourceRow, Version
from lexatlas.store.queries.documents import document
from tests.web.asking import told
from tests.web.world import SIGNED_OUT


def publicly(world):
    site_settings.change(name="public reading", value="yes", by=world.person("admin"), at=timezone.now())


def live(world):
    return f"/analyses/{world.analyses['live']}"


def test_the_page_holds_what_the_export_holds_word_for_word(world):
    version = Analysis.objects.get(id=world.analyses["live"]).live
    page = told(world.client("analyst").get(live(world)))
    made = parts(document(version.document_id), None, AS_A_FILE)
    assert made.key in page
    assert made.tally in page
    for section in re.findall(r'<section class="section" id="([a-z-]+)"', made.article):
        assert f'id="{section}"' in page
    assert f"<dt>Analysis ID</dt><dd>#{world.analyses['live']}</dd>" in page
    assert "<dt>Version</dt><dd>2 of 2 · Latest · Live</dd>" in page
    assert "<dt>Workflow Stage</dt><dd>Live</dd>" in page


def test_every_quote_opens_its_source_at_the_unit(world):
    client = world.client("analyst")
    page = told(client.get(live(world)))
    addresses = set(
        re.findall(r'href="(/sources/[0-9a-f]{64}\?of=\d+\.\d+&amp;at=(\d+)-(\d+)#u\2-\3)"', page)
    )
    assert addresses
    for address, start, end in sorted(addresses)[:3]:
        answer = client.get(address.replace("&amp;", "&").partition("#")[0])
        assert answer.status_code == 200
        assert f'<mark id="u{start}-{end}">' in told(answer)


def test_the_source_page_holds_the_text_sign_for_sign(world):
    text = world.texts["an open source"]
    whole = archive().get(text).decode()
    page = told(world.client("analyst").get(f"/sources/{text}"))
    blocks = re.findall(r'<p class="block [a-z]+" data-start="(\d+)" id="c\d+">(.*?)</p>', page, re.DOTALL)
    assert blocks
    for start, markup in blocks:
        words = unescape(re.sub(r"<[^>]+>", "", markup))
        assert whole[int(start) : int(start) + len(words)] == words


def test_a_reader_sees_the_live_version_alone(world):
    reader = world.client("reader")
    assert reader.get(live(world)).status_code == 200
    assert reader.get(f"{live(world)}/versions/1").status_code == 404
    history = told(reader.get(f"{live(world)}/history"))
    assert "/versions/1" not in history
    assert "/versions/2" in history


def test_acts_are_offered_to_those_who_have_them(world):
    def offered(role):
        page = told(world.client(role).get(f"/analyses/{world.analyses['draft']}"))
        return sorted(set(re.findall(r"/versions/1/acts/([a-z-]+)", page)))

    assert offered("analyst") == ["look-again", "submit"]
    assert offered("editor") == ["archive", "assign", "label", "look-again", "retire", "submit"]
    assert offered("admin") == ["archive", "assign", "hold", "label", "look-again", "retire", "submit"]
    assert "/versions/2/acts/" not in told(world.client("reader").get(live(world)))


def test_an_act_is_done_once_and_told_on_the_page_that_follows(world):
    client = world.client("analyst")
    number = world.analyses["draft"]
    answer = client.post(f"/analyses/{number}/versions/1/acts/submit", follow=True)
    assert answer.redirect_chain == [(f"/analyses/{number}/versions/1", 303)]
    assert "Version 1 is in review." in told(answer)
    again = client.post(f"/analyses/{number}/versions/1/acts/submit")
    assert again.status_code == 400
    assert "Only a draft is submitted" in told(again)


def test_a_tag_is_good_until_something_happens(world):
    client = world.client("analyst")
    client.get(live(world))  # a form on the page brings a cookie along, which the tag holds too
    tag = client.get(live(world))["ETag"]
    assert client.get(live(world), headers={"If-None-Match": tag}).status_code == 304
    stages.look_again(
        analysis=world.analyses["live"], version=2, looked_in="The gazette", found="Nothing changed.",
        by=world.person("analyst"), at=timezone.now(),
    )  # fmt: skip
    assert client.get(live(world), headers={"If-None-Match": tag}).status_code == 200


def test_a_right_that_was_withdrawn_is_not_kept_by_a_tag(world):
    publicly(world)
    client = world.client(SIGNED_OUT)
    tag = client.get(live(world))["ETag"]
    assert client.get(live(world), headers={"If-None-Match": tag}).status_code == 304
    site_settings.change(name="public reading", value="no", by=world.person("admin"), at=timezone.now())
    assert client.get(live(world), headers={"If-None-Match": tag}).status_code == 302
    analyst = world.client("analyst")
    draft = f"/analyses/{world.analyses['draft']}"
    held = analyst.get(draft)["ETag"]
    assert world.client("reader").get(draft, headers={"If-None-Match": held}).status_code == 404


def test_somebody_signed_out_gets_the_page_packed_and_the_same(world):
    publicly(world)
    client = world.client(SIGNED_OUT)
    plain = client.get(live(world)).content
    packed = client.get(live(world), headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain
    assert b"csrfmiddlewaretoken" not in plain


def test_sources_keep_to_their_rights(world):
    analyst, reader = world.client("analyst"), world.client("reader")
    cut = told(analyst.get(f"/sources/{world.texts['a quote-only source']}"))
    assert "Only the units quoted are shown" in cut
    assert reader.get(f"/sources/{world.texts['a private source']}").status_code == 404
    assert "not for passing on" in told(analyst.get(f"/sources/{world.texts['a private source']}"))
    for name in ("a quote-only source", "a private source"):
        assert analyst.get(f"/sources/{world.texts[name]}/bytes").status_code == 403


def test_bytes_leave_as_a_file_and_nothing_else(world):
    answer = world.client("reader").get(f"/sources/{world.texts['an open source']}/bytes")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("form", ["html", "md", "json", "bundle"])
def test_exports_leave_as_files(world, form):
    answer = world.client("reader").get(f"{live(world)}/versions/2/export/{form}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer.content


def test_a_bundle_that_was_exported_is_whole(world, tmp_path):
    answer = world.client("editor").get(f"{live(world)}/versions/2/export/bundle")
    path = tmp_path / "exported.zip"
    path.write_bytes(answer.content)
    found = inspect(path)
    assert found.faults == ()
    assert found.bundle.standing.number == f"#{world.analyses['live']}"
    assert found.bundle.standing.workflow_stage == "Live"


def test_an_analysis_of_private_files_is_not_passed_on_whole(world):
    version = Version.objects.get(analysis=world.analyses["archived"])
    assert SourceRow.objects.filter(version=version, rights="private").exists()
    client = world.client("editor")
    answer = client.get(f"/analyses/{world.analyses['archived']}/versions/1/export/bundle")
    assert answer.status_code == 403
    assert client.get(f"/analyses/{world.analyses['archived']}/versions/1/export/html").status_code == 200
    page = told(client.get(f"/analyses/{world.analyses['archived']}/versions/1"))
    assert "export/bundle" not in page
    assert "No bundle: " in page
    assert "export/bundle" in told(client.get(live(world)))


def test_several_are_exported_in_one_zip(world):
    chosen = [world.analyses["live"], world.analyses["draft"]]
    answer = world.client("editor").post("/analyses/bulk", {"act": "export", "analysis": chosen})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert len(packed.namelist()) == 2
        assert packed.testzip() is None


def test_two_different_versions_are_compared_by_default(world):
    page = told(world.client("analyst").get(f"{live(world)}/compare"))
    assert ">Version 1" in page
    assert ">Version 2, Live, Latest" in page
    assert "<b>Cause: " in page
    assert 'data-name="Cause"' in page
    same = world.client("analyst").get(f"{live(world)}/compare?before=2&after=2")
    assert same.status_code == 200
    assert "a version is not compared with itself" in told(same)
    assert world.client("analyst").get(f"{live(world)}/compare?before=9").status_code == 404
    alone = told(world.client("analyst").get(f"/analyses/{world.analyses['draft']}/compare"))
    assert "has one version" in alone


def test_a_change_of_code_is_told_with_its_cause_and_only_then(world):
    first, _ = Version.objects.filter(analysis=world.analyses["live"]).order_by("number")
    page = told(world.client("analyst").get(live(world)))
    assert first.published_at is None
    assert "Status changed" not in page


def test_the_history_says_that_its_chain_holds_and_when_it_does_not(world):
    client = world.client("analyst")
    assert "Verified now: unbroken" in told(client.get(f"{live(world)}/history"))
    assert Event.objects.filter(chain=str(world.analyses["live"])).count() > 2


def test_the_list_narrows_sorts_and_counts(world):
    client = world.client("editor")

    def numbers(query):
        return [
            int(n)
            for n in re.findall(
                r'data-label="Number"><a href="/analyses/(\d+)"', told(client.get(f"/{query}"))
            )
        ]

    everything = sorted(world.analyses.values())
    assert sorted(numbers("")) == everything
    assert numbers("?sort=number") == everything
    assert numbers("?sort=-number") == everything[::-1]
    assert numbers("?stage=Live") == [world.analyses["live"]]
    assert numbers("?challenged=yes") == [world.analyses["in review"]]
    assert numbers("?assigned=nobody&stage=Archived") == [world.analyses["archived"]]
    assert numbers(f"?words=%23{world.analyses['draft']}") == [world.analyses["draft"]]
    assert numbers("?words=no+such+place") == []
    assert numbers("?after=nonsense~x&before=~~~") == numbers("")
    reader = told(world.client("reader").get("/"))
    assert re.findall(r'data-label="Number"><a href="/analyses/(\d+)"', reader) == [
        str(world.analyses["live"])
    ]


def test_a_view_is_kept_and_removed(world):
    client = world.client("editor")
    client.post("/analyses/views", {"name": "Live ones", "query": "stage=Live"})
    page = told(client.get("/"))
    assert '<a href="/?stage=Live"><bdi>Live ones</bdi></a>' in page
    view = re.search(r'name="remove" value="(\d+)"', page)[1]
    client.post("/analyses/views", {"remove": view, "query": ""})
    assert "Live ones" not in told(client.get("/")).partition("</nav>")[2].replace("The view is removed.", "")


def test_search_stays_within_its_scope(world):
    client = world.client("analyst")
    row = Analysis.objects.get(id=world.analyses["live"])
    found = told(client.get(f"/search/?words=licence&jurisdiction={row.jurisdiction}"))
    assert f"#{row.id} {row.jurisdiction_name}" in found
    assert "Choose a jurisdiction or a topic" in told(client.get("/search/?words=licence"))
