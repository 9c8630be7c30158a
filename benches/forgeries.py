"""Forges sentences of the invented laws in every language and counts how many are verified: none may be.

`python -m benches.forgeries --each 10000` forges that many sentences for each of the fifteen laws, each told in several
forms; `--language` names some of them alone. It leaves with 1 when anything false is verified, or when a law gave fewer
sentences than were asked for. Development packages must be there, since the forger is a part of the tests.
"""

import argparse
import sys
import time

from tests.properties.forged_laws import LANGUAGES, SCRIPTS, forged


def main() -> int:
    """Print one row for each language; return what the command leaves with."""
    parser = argparse.ArgumentParser(prog="python -m benches.forgeries", description=__doc__.splitlines()[0])
    parser.add_argument("--each", type=int, default=1000, help="sentences for each language")
    parser.add_argument(
        "--language", action="append", choices=LANGUAGES, help="this language alone; may be repeated"
    )
    given = parser.parse_args()
    print("| language | script | forged sentences | claims made of them | verified | seconds |")
    print("| --- | --- | --- | --- | --- | --- |")
    sound = True
    for language in given.language or LANGUAGES:
        begun = time.perf_counter()
        found = forged(language, given.each)
        row = (language, SCRIPTS.get(language, "Latin"), f"{found.sentences.total():,}", f"{found.claims:,}",
               len(found.verified), round(time.perf_counter() - begun))  # fmt: skip
        print("|", " | ".join(map(str, row)), "|", flush=True)
        for case in found.verified[:20]:
            print("  verified:", *case, sep="\n    ", flush=True)
        sound &= not found.verified and found.sentences.total() >= given.each
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
