"""What is built carries everything that the package needs to run, and its licence."""

import subprocess
import sys
import zipfile
from pathlib import PurePosixPath

from tests.house.trees import PROJECT
from tools.house.tree import Tree


def test_the_wheel_holds_every_file_of_the_package_and_the_licence(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)],
        cwd=PROJECT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    sources = {name.removeprefix("src/") for name in Tree.of_project(PROJECT).matching("src/**/*")}
    licences = {PurePosixPath(name).name for name in inside if "/licenses/" in name}

    sample = {
        f"lexatlas/sample/{name.removeprefix('demo/')}"
        for name in Tree.of_project(PROJECT).matching("demo/library/**/*", "demo/plan.toml")
    }

    assert sources - inside == set()
    assert len(sample) > 1
    assert sample - inside == set()
    assert licences == {"LICENSE", "NOTICE"}
