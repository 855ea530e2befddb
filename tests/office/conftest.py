"""An office with the letter of a victim who complains herself, made once and copied for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.intake.reader import Reader
from pipeline.records import boot
from tests.office import ended
from tests.office import victims_letters as letters
from tests.office.bucket_home import on_bucket
from tests.office.bureau import CHAIR, CLOCK, Bureau, copied
from tests.office.elsewhere import at_home
from tests.office.retained import later
from tests.office.stages import FIRST

__all__ = ["on_bucket"]


@pytest.fixture(scope="session")
def wife_home(
    stage: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory, office_reader: Reader
) -> Path:
    """A home with her letter, typed on two pages, registered as FIRST."""
    with at_home(), pytest.MonkeyPatch.context() as patch:
        home = copied(stage("new"), tmp_path_factory.mktemp("korban") / "rumah")
        patch.setenv("RANGKAP_CLOCK", CLOCK)
        letters.registered(Bureau(home, office_reader), letters.typed(pages=2))
        boot.close()
    return home


@pytest.fixture(scope="session")
def waiting_home(wife_home: Path, tmp_path_factory: pytest.TempPathFactory, office_reader: Reader) -> Path:
    """The same, when a copy of her letter waits for the chair."""
    with at_home(), pytest.MonkeyPatch.context() as patch:
        home = copied(wife_home, tmp_path_factory.mktemp("menunggu") / "rumah")
        patch.setenv("RANGKAP_CLOCK", CLOCK)
        letters.waiting(Bureau(home, office_reader), FIRST, letters.LETTER)
        boot.close()
    return home


@pytest.fixture(scope="session")
def begun_home(
    stage: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory, office_reader: Reader
) -> Path:
    """A home with four cases at work, each with an approved copy for the victim (:mod:`tests.office.ended`)."""
    with at_home(), pytest.MonkeyPatch.context() as patch:
        home = copied(stage("new"), tmp_path_factory.mktemp("mulai") / "rumah")
        patch.setenv("RANGKAP_CLOCK", CLOCK)
        ended.begin(Bureau(home, office_reader))
        boot.close()
    return home


@pytest.fixture
def over(filed: Bureau, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """Ten years later: the answer of the first case was filed then, the second was never finished."""
    return later(filed, monkeypatch)


@pytest.fixture
def wife(wife_home: Path, tmp_path: Path, office_reader: Reader, office_clock: None) -> Iterator[Bureau]:
    """An office with her letter; nothing is proposed yet."""
    yield Bureau(copied(wife_home, tmp_path / "rumah"), office_reader)
    boot.close()


@pytest.fixture
def waiting(
    waiting_home: Path, tmp_path: Path, office_reader: Reader, office_clock: None
) -> Iterator[Bureau]:
    """An office in which the copy of her letter waits for the chair."""
    yield Bureau(copied(waiting_home, tmp_path / "rumah"), office_reader)
    boot.close()


@pytest.fixture
def approved_copy(waiting: Bureau) -> Bureau:
    """The office with an approved copy that nobody has fetched."""
    letters.look(waiting, FIRST, CHAIR)
    letters.agreed(waiting, FIRST)
    return waiting
