"""The commands that need Django and a database, by name: where each lives and what it does.

A module here is loaded by its name and only once its command is asked for, so that plain commands and every help
text stay free of both. It offers ``add_arguments(parser)`` and ``run(args, out, err) -> exit code``; ``run`` works
within ``ground.site()``, and imports what needs Django inside it.
"""

from lexatlas.cli.plain import Command

COMMANDS: dict[str, Command] = {
    "serve": Command("lexatlas.cli.site.serve", "run the site: prepare the database, then serve pages"),
    "migrate": Command("lexatlas.cli.site.migrate", "bring the site's database up to this release"),
    "user": Command("lexatlas.cli.site.user", "add people to the site, or list them"),
    "import": Command("lexatlas.cli.site.import_bundle", "keep a bundle on the site as a new version"),
    "backup": Command("lexatlas.cli.site.backup", "save the whole site in one sealed file, while it runs"),
    "restore": Command("lexatlas.cli.site.restore", "bring a site back from a backup, on either database"),
    "doctor": Command("lexatlas.cli.site.doctor", "say whether the site has all that it needs"),
    "rebuild": Command("lexatlas.cli.site.rebuild", "make again what follows from documents, and the search"),
    "retention": Command("lexatlas.cli.site.retention", "delete archived copies that the setting lets go"),
}
