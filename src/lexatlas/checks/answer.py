"""How a check answers, and how one is asked so that its own fault never becomes a verdict."""

from collections.abc import Callable, Iterable

from lexatlas.core.claims import CheckAnswer


def yes(check: str, words: Iterable[str] = (), reason: str = "") -> CheckAnswer:
    """Answer yes; `words` are those that pair off."""
    return CheckAnswer(check=check, answer="yes", words=tuple(words), reason=reason)


def no(check: str, words: Iterable[str] = (), reason: str = "") -> CheckAnswer:
    """Answer no; `words` are those that do not pair off."""
    return CheckAnswer(check=check, answer="no", words=tuple(words), reason=reason)


def cannot_tell(check: str, reason: str, words: Iterable[str] = ()) -> CheckAnswer:
    """Answer that the check cannot tell, and why: unknown is never none."""
    return CheckAnswer(check=check, answer="cannot-tell", words=tuple(words), reason=reason)


def asked(check: str, function: Callable[[], CheckAnswer]) -> CheckAnswer:
    """Return the answer of a check; a crash is a "cannot tell" that names the fault."""
    return asked_of_all(check, lambda: [function()])[0]


def asked_of_all(check: str, function: Callable[[], list[CheckAnswer]]) -> list[CheckAnswer]:
    """Return the answers of a check about a whole analysis, or one "cannot tell" when it crashes."""
    try:
        return function()
    except Exception as fault:  # noqa: BLE001 - whatever breaks inside a check, the run goes on without it
        return [cannot_tell(check, f"The check itself failed: {type(fault).__name__}.")]
