"""The site's settings refuse nothing that a fresh home has, and keep what they make."""

import stat

from lexatlas.site.secret import secret_key


def test_a_key_is_made_once_and_read_by_its_owner_only(tmp_path):
    first = secret_key("", tmp_path / "data")
    assert len(first) >= 50
    assert secret_key("", tmp_path / "data") == first
    assert stat.S_IMODE((tmp_path / "data" / "secret.key").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["secret.key"]


def test_a_key_that_is_given_is_used_and_nothing_is_written(tmp_path):
    assert secret_key("given", tmp_path / "data") == "given"
    assert not (tmp_path / "data").exists()
