"""The lock files: every package pinned with hashes, no address of a registry, nothing left out."""

import re
import tomllib

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.conftest import Repository

LOCKS = ("requirements/runtime.txt", "requirements/dev.txt")
PIN = re.compile(r"^([a-z0-9-]+)==([^\s;]+)(?: ; (.+?))? \\$")


def pins(repository: Repository, lock: str) -> dict[str, list[tuple[str, str]]]:
    """Return name → versions, each with its marker ("" for none)."""
    versions: dict[str, list[tuple[str, str]]] = {}
    for line in repository.text(lock).splitlines():
        if match := PIN.match(line):
            versions.setdefault(match[1], []).append((match[2], match[3] or ""))
    return versions


@pytest.mark.parametrize("name", [*LOCKS, "run", ".ci/run", "pyproject.toml"])
def test_no_address_is_in_a_lock_or_set_up_file(repository: Repository, name: str) -> None:
    assert not re.search(r"https?://|index-url|find-links|git\+", repository.text(name))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes_and_every_line_belongs_to_a_pin(repository: Repository, lock: str) -> None:
    text = re.sub(r"^\s*#.*\n", "", repository.text(lock), flags=re.MULTILINE)
    pin = r"[a-z0-9-]+==\S+(?: ; [^\\\n]+)? \\\n(?:    --hash=sha256:[0-9a-f]{64} \\\n)*    --hash=sha256:[0-9a-f]{64}\n"
    assert re.fullmatch(f"(?:{pin})+", text)


def test_the_tools_pin_the_same_releases_as_the_product(repository: Repository) -> None:
    runtime, dev = (pins(repository, lock) for lock in LOCKS)
    assert {name: dev.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_locks_hold_what_pyproject_asks_for_on_each_python(repository: Repository, python: str) -> None:
    project = tomllib.loads(repository.text("pyproject.toml"))
    wanted = {
        LOCKS[0]: [*project["project"]["dependencies"], *project["dependency-groups"]["setup"]],
        LOCKS[1]: project["dependency-groups"]["dev"],
    }
    surroundings = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": "linux"}
    for lock, requirements in wanted.items():
        pinned = pins(repository, lock)
        for requirement in map(Requirement, requirements):
            versions = [
                version
                for version, marker in pinned[canonicalize_name(requirement.name)]
                if not marker or Marker(marker).evaluate(surroundings)
            ]
            assert len(versions) == 1, requirement
            assert requirement.specifier.contains(versions[0], prereleases=True), requirement
