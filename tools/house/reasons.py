"""A rule that is switched off in one place says there why."""

import io
import re
import tokenize
from collections.abc import Iterator

from tools.house.tree import Finding, Tree

SWITCH = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*)?|type:\s*ignore(?:\[[\w, -]+\])?)(?P<rest>.*)"
)


def lint(tree: Tree) -> Iterator[Finding]:
    """Find `noqa` and `type: ignore` comments that no reason of at least two words follows."""
    for name in tree.matching("src/**/*.py", "tools/**/*.py", "demo/**/*.py"):
        for line, comment in _comments(tree.text(name)):
            switch = SWITCH.search(comment)
            if switch and len(re.findall(r"\w+", switch["rest"])) < 2:
                yield Finding(
                    name, line, "A rule is switched off without a reason: write “# noqa: CODE - why”."
                )


def _comments(text: str) -> Iterator[tuple[int, str]]:
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string
    except (tokenize.TokenError, SyntaxError):
        return
