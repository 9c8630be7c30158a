"""How assets are named: by the hash of what they hold once `collectstatic` has run, by their own name until then."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Assets(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise ships no types
    """Assets that may be cached for ever under a hashed name; one that was not collected keeps its own name.

    So a page can be drawn by a test or a command before anybody has collected the assets of this release.
    """

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """Return the hashed name, `name` itself where the manifest does not know it."""
        known = self.hashed_files.get(self.hash_key(self.clean_name(name)))
        return str(known) if known else name
