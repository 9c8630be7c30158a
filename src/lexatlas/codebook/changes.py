"""The dated record of what changed in the codebook, and whether codes given before must be looked at again."""

from datetime import date

from lexatlas.codebook.topic import Row


class Change(Row):
    """One change: on which day, in which topics (none named: all), what, and whether old codes must be read again."""

    date: date
    topics: tuple[str, ...] = ()
    what: str
    read_again: bool
    why: str

    def concerns(self, topic_id: str) -> bool:
        """Whether codes of that topic are touched."""
        return not self.topics or topic_id in self.topics


class ChangesFile(Row):
    """The file changelog.toml, newest change first."""

    changes: tuple[Change, ...]


def of_topic(changes: tuple[Change, ...], topic_id: str) -> tuple[Change, ...]:
    """Return the changes that touch one topic, newest first; empty when none is recorded."""
    return tuple(change for change in changes if change.concerns(topic_id))
