"""Hand-over: a bag of current documents that stock bagit and sha512sum accept, from finished cases alone."""

import json
import subprocess
from pathlib import Path

import bagit
import pytest

from demo.answers import registration
from pipeline.archive.layout import ObjectDamaged
from pipeline.kernel.files import digest_file
from pipeline.kernel.text import Next
from pipeline.office.keeping import close_year, hand_over
from pipeline.records import history
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CHAIR, SCHOOL, Bureau, files_below
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

pytestmark = pytest.mark.backend

MINUTES = "045/12/BA/2026"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """The medium that goes to the regional archive, empty."""
    place = tmp_path / "medium"
    place.mkdir()
    return place


@pytest.fixture
def finished(filed: Bureau, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """An office in January whose last year is closed; the answer of its first case is filed, the second is open."""
    monkeypatch.setenv("RANGKAP_CLOCK", "2027-01-05T09:00:00+07:00")
    close_year.close(filed.session(ARCHIVIST), 2026, incomplete=True, reason="lembar hilang")
    return filed


def handed(bureau: Bureau, target: Path, unit: str = FIRST, account: str = ARCHIVIST) -> hand_over.HandedOver:
    return hand_over.hand_over(bureau.session(account), unit, target, MINUTES)


def accepted(bag: Path) -> None:
    """What others say: bagit, and sha512sum on the list as the readme tells."""
    bagit.Bag(str(bag)).validate()
    subprocess.run(["sha512sum", "--quiet", "--strict", "-c", "manifest-sha512.txt"], cwd=bag, check=True)


def test_a_filed_case_goes_out_as_a_bag_that_stock_tools_accept(finished: Bureau, stick: Path) -> None:
    done = handed(finished, stick)
    assert [path.name for path in stick.iterdir()] == [f"{FIRST}-serah-{finished.session().today:%Y%m%d}"]
    accepted(done.path)
    record, bagged = finished.archive.read_case(FIRST), done.path / "data" / FIRST
    digests = {path: digest_file(bagged / path) for path in files_below(bagged)}
    lines = (done.path / "data" / f"catatan-{FIRST}.jsonl").read_text().splitlines()
    assert {json.loads(line)["case"] for line in lines} == {FIRST}
    assert json.loads(lines[-1])["inventory_sha512"] == digests.pop("inventory.json")
    ours = {document.logical: document.sha512 for document in record.documents}
    assert digests.keys() == ours.keys()
    assert {our for our in ours if ours[our] != digests[our]} == {
        "kasus.json"
    }  # it tells of the hand-over since
    info = dict(line.split(": ", 1) for line in (done.path / "bag-info.txt").read_text().splitlines())
    assert info["Internal-Sender-Identifier"] == MINUTES
    assert info["Payload-Oxum"] == f"{done.packed.size}.{done.packed.files}"
    assert finished.verify() == []


def test_a_year_goes_out_whole_with_its_register_and_closing(finished: Bureau, stick: Path) -> None:
    with refused_with("office.still_open", match=SECOND):
        handed(finished, stick, "2026")
    assert list(stick.iterdir()) == []
    finished.receive(*finished.signed(SECOND))
    done = handed(finished, stick, "2026")
    accepted(done.path)
    assert done.cases == (FIRST, SECOND)
    root = done.path / "data"
    assert {FIRST, SECOND, "T-2026"} <= {path.name for path in root.iterdir()}
    assert (root / "register.jsonl").read_bytes() == b"".join(finished.held.journal())


def test_the_history_has_minutes_and_digest_and_no_name_stands_beside_the_data(
    finished: Bureau, stick: Path
) -> None:
    done = handed(finished, stick)
    damage.rebuilt(finished)
    (act,) = [deed for deed in history.of_case(FIRST) if deed.verb == hand_over.VERB]
    assert finished.verify() == []
    assert (act.account, act.detail["minutes"]) == (ARCHIVIST, MINUTES)
    result = subprocess.run(
        ["sha256sum", "manifest-sha512.txt"], cwd=done.path, capture_output=True, text=True, check=True
    )
    assert act.detail["list_sha256"] == done.packed.manifest_sha256 == result.stdout.split()[0]

    text = "".join(path.read_text() for path in done.path.iterdir() if path.is_file())
    text += " ".join(path.as_posix() for path in done.path.rglob("*"))
    names = [str(value) for name, value in registration(SCHOOL).items() if name.endswith("_name") and value]
    assert names
    assert [name for name in names if name.lower() in text.lower()] == []


def test_what_is_open_unknown_or_without_minutes_stays(finished: Bureau, stick: Path) -> None:
    session = finished.session(CHAIR)
    with refused_with("office.still_open", match=SECOND):
        hand_over.hand_over(session, SECOND, stick, MINUTES)
    with refused_with("office.no_minutes") as refused:
        hand_over.hand_over(session, FIRST, stick, "  ")
    assert refused.value.next == (Next("hand-over", FIRST),)
    for unit in ("2026-0999", "1999", "../2026", "R-2026-11", ""):
        with refused_with("office.nothing_to_hand_over"):
            hand_over.hand_over(session, unit, stick, MINUTES)
    with refused_with("office.no_folder"):
        hand_over.hand_over(session, FIRST, stick / "tidak" / "ada", MINUTES)
    assert list(stick.iterdir()) == []
    assert [act for act in history.of_case(FIRST) if act.verb == hand_over.VERB] == []


@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_a_bag_never_vouches_for_what_is_damaged(finished: Bureau, stick: Path, harm: str) -> None:
    content = f"2026/{FIRST}/v1/content"
    victim = finished.held.names(f"{content}/*.pdf")[0]
    if harm == "changed":
        data = bytearray(finished.held.read(victim))
        data[len(data) // 2] ^= 1
        finished.held.write(victim, bytes(data))
    else:
        finished.held.remove(victim)
    with pytest.raises(ObjectDamaged, match=FIRST):
        handed(finished, stick)
    assert list(stick.iterdir()) == []


def test_an_earlier_bag_is_not_replaced_and_what_a_crash_left_is(finished: Bureau, stick: Path) -> None:
    name = f"{FIRST}-serah-{finished.session().today:%Y%m%d}"
    left = stick / ".2026-0009-serah-20261125"
    left.mkdir()
    (left / "sisa").write_bytes(b"sisa")
    done = handed(finished, stick)
    assert not left.exists()
    assert not (done.path / "sisa").exists()
    with refused_with("office.bag_there", match=name):
        handed(finished, stick)


def test_a_case_whose_answer_is_filed_is_not_finished_while_its_year_runs(filed: Bureau, stick: Path) -> None:
    with refused_with("office.still_open") as refused:
        handed(filed, stick)
    assert refused.value.next == (Next("todo"), Next("close-year"))
    assert list(stick.iterdir()) == []
