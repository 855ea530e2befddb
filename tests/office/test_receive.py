"""Step 1: what lies in the inbox is entered once, repeats and refusals are told, a kill loses nothing."""

import io
import itertools
import socket
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from pipeline.intake import arrival as on_disk
from pipeline.intake.reader import Reader
from pipeline.intake.refuse import listed, sheet_of
from pipeline.kernel.errors import ClockBehind
from pipeline.office.arrivals import arrival_files, hand_in
from pipeline.office.overview import receive, watch
from pipeline.records import arrivals, queue
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import ArrivalRow, HistoryRow, RepeatRow
from tests.office.bureau import Bureau, one_page, scanned, tables
from tests.office.stages import FIRST
from tests.refused import is_any, refused_with

pytestmark = pytest.mark.backend


def encrypted() -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(one_page("terkunci"))) as document:
        document.save(made, encryption=pikepdf.Encryption(owner="rahasia", user="rahasia"))
    return made.getvalue()


def test_a_letter_gets_its_agenda_number_at_once_and_is_read_later(bureau: Bureau) -> None:
    (came,) = bureau.receive(one_page())
    assert (came.what, came.agenda, came.name) == ("agenda", "A-2026-0001", "SCN_0001.pdf")
    arrival = arrivals.get(came.agenda)
    assert (arrival.state, arrival.pages, arrival.kind) == (ArrivalState.NEW, 1, "pdf")
    assert queue.waiting() == 1
    assert list(arrival_files.rows(bureau.settings)) == [arrival], "its row lies beside it, for a rebuild"
    assert list((bureau.settings.inbox / ".claimed").iterdir()) == []
    act = HistoryRow.objects.get()
    assert (act.account, act.verb, act.step, act.subject) == ("sistem", "receive", 1, arrival.id)


def test_the_same_content_twice_is_one_arrival_and_the_second_leads_to_the_first(bureau: Bureau) -> None:
    first = bureau.arrive(one_page())
    (came,) = bureau.receive(one_page())
    assert (came.what, came.arrival, came.agenda) == ("repeat", first.id, "A-2026-0001")
    assert ArrivalRow.objects.count() == 1
    assert [row.arrival_id for row in RepeatRow.objects.all()] == [first.id]
    assert on_disk.arrivals_on_disk(bureau.settings.arrivals) == (first.id,)
    (third,) = bureau.receive(one_page("lain"))
    assert third.agenda == "A-2026-0002", "a repeat takes no number"


def test_a_repeat_names_the_case_of_the_first(at_stage: Callable[[str], Bureau]) -> None:
    office = at_stage("registered")
    original = arrival_files.path_of(office.settings, arrivals_of(office)[0]).read_bytes()
    (came,) = office.receive(original)
    assert (came.what, came.note) == ("repeat", FIRST)


def arrivals_of(office: Bureau) -> list[str]:
    office.session()
    return [arrival.id for arrival in arrivals.listed()]


def test_a_file_for_which_the_disk_has_no_room_beyond_what_is_kept_free_is_not_begun(bureau: Bureau) -> None:
    hand_in.need_room(bureau.settings, 1)
    with refused_with("intake.no_room"):
        hand_in.need_room(bureau.settings, 1 << 60)
    bureau.change("# ruang_bebas_mb = 500", "ruang_bebas_mb = 1000000000")
    with refused_with("intake.no_room"):
        hand_in.need_room(bureau.settings, 1)


@pytest.mark.parametrize(
    ("name", "data", "reason", "code"),
    [
        ("kosong.pdf", b"", "kosong", "intake.empty"),
        ("catatan.pdf", b"hanya teks biasa\n" * 30, "bukan PDF, gambar", "intake.unknown_kind"),
        ("terkunci.pdf", encrypted(), "dikunci dengan kata sandi", "intake.encrypted"),
        ("terpotong.pdf", one_page()[:60], "rusak atau terpotong", "intake.damaged"),
    ],
)
def test_what_is_no_document_is_refused_with_a_sheet_and_a_row_in_the_history(
    bureau: Bureau, name: str, data: bytes, reason: str, code: str
) -> None:
    bureau.drop(data, name)
    refused, good = sorted(bureau.receive(one_page()), key=lambda file: file.what, reverse=True)
    assert (refused.what, good.what, good.agenda) == ("refused", "agenda", "A-2026-0001")
    assert refused.error is not None
    assert refused.error.code == code
    assert refused.path == bureau.settings.inbox / "ditolak" / name
    assert refused.path.read_bytes() == data
    assert reason in refused.path.with_name(name + ".alasan.txt").read_text("utf-8")
    act = HistoryRow.objects.get(verb="refuse")
    assert (act.subject, code in act.detail) == (refused.arrival, True)
    assert on_disk.arrivals_on_disk(bureau.settings.arrivals) == (good.arrival,)


def test_a_file_that_was_closed_half_written_and_goes_on_later_is_one_letter(bureau: Bureau) -> None:
    whole = one_page("dua lembar")
    cut = len(whole) // 3
    (half,) = bureau.receive(whole[:cut])
    assert half.what == "refused"
    bureau.drop(b"bukan kelanjutan", half.name)
    (other,) = bureau.receive()
    assert other.what == "refused", "what does not make it whole is judged alone"
    bureau.drop(whole[cut:], half.name)
    (came,) = bureau.receive()
    assert came.what == "agenda"
    assert arrival_files.path_of(bureau.settings, came.arrival).read_bytes() == whole
    refused = bureau.settings.inbox / "ditolak"
    assert (refused / half.name).read_bytes() == whole[:cut], "nothing is lost"
    reasons = {refusal.name: refusal.reason for refusal in listed(bureau.settings.inbox)}
    assert "diterima sebagai satu surat" in reasons[half.name]
    assert len(reasons) == 2
    assert not list(refused.glob(".*")), "nothing is left behind"
    bureau.drop(whole[cut:], half.name)
    (again,) = bureau.receive()
    assert again.what == "refused", "one half goes on once"


@pytest.mark.parametrize(
    "whole", [one_page("dua lembar"), scanned(Image.radial_gradient("L"))], ids=["pdf", "jpeg"]
)
def test_a_file_that_was_closed_half_written_many_times_is_one_letter_once_its_last_part_came(
    bureau: Bureau, whole: bytes
) -> None:
    cuts = [0, 60, 200, 300, 400, len(whole)]
    parts = [whole[first:last] for first, last in itertools.pairwise(cuts)]
    earlier: list[Path] = []
    for part in (b"bukan surat", *parts[:-1]):
        bureau.drop(part, "SCN_9.pdf")
        (file,) = bureau.receive()
        assert file.path is not None
        earlier.append(file.path)
        if (
            part == parts[0]
        ):  # the next part gets the place of what was put away: they stand in no order of names
            earlier[0].unlink()
            sheet_of(earlier[0]).unlink()
    assert earlier[2] == earlier[0]
    bureau.drop(parts[-1], "SCN_9.pdf")
    (came,) = bureau.receive()
    assert came.what == "agenda"
    assert arrival_files.path_of(bureau.settings, came.arrival).read_bytes() == whole, (
        "with every part, in order"
    )
    reasons = [refusal.reason for refusal in listed(bureau.settings.inbox)]
    assert len(reasons) == len(parts) - 1
    assert all("diterima sebagai satu surat" in reason for reason in reasons)


def test_a_file_without_one_of_its_parts_is_not_taken_for_a_whole_one(bureau: Bureau) -> None:
    whole = one_page("dua lembar")
    for part in (whole[:60], whole[200:]):
        bureau.drop(part, "SCN_9.pdf")
        (file,) = bureau.receive()
        assert file.path is not None
        assert file.path.read_bytes() == part, "each is judged alone"


def test_a_letter_whose_reader_is_lost_twice_is_looked_at_once_more_then_refused(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    losses = iter([True, True, False, True, True, True, True])
    start = Reader._start

    def lost(reader: Reader) -> socket.socket:
        line = start(reader)
        if next(losses):
            line.shutdown(socket.SHUT_RDWR)  # as if its child had just been killed
        return line

    monkeypatch.setattr(Reader, "_start", lost)
    with Reader() as bureau.reader:
        assert [arrival.what for arrival in bureau.receive(one_page("1"))] == ["agenda"]
        bureau.reader.close()
        (refused,) = bureau.receive(one_page("2"))
    assert refused.what == "refused"
    assert refused.error is not None
    assert is_any(refused.error, "kernel.sandbox_crashed"), "it does not say that the file is damaged"


def test_a_clock_behind_the_last_entry_keeps_the_bytes_gives_no_number_and_goes_on_later(
    at_stage: Callable[[str], Bureau], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("registered")
    before = tables(office)
    with monkeypatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", "2026-11-24T06:00:00+07:00")
        (came,) = office.receive(one_page("pagi"))
        assert came.what == "later"
        assert isinstance(came.error, ClockBehind)
        assert tables(office) == before
        assert arrival_files.path_of(office.settings, kept(office)).read_bytes() == one_page("pagi")
        assert [arrival.what for arrival in office.receive()] == ["later"], "it is told once"
    (came,) = office.receive()
    assert (came.what, came.agenda) == ("agenda", "A-2026-0003")


def kept(office: Bureau) -> str:
    (name,) = set(on_disk.arrivals_on_disk(office.settings.arrivals)) - set(arrivals_of(office))
    return name


def test_one_counter_goes_on_by_itself_when_the_clock_is_right_again(
    at_stage: Callable[[str], Bureau], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("registered")
    counter = office.counter()
    office.drop(one_page("pagi"))
    with monkeypatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", "2026-11-24T06:00:00+07:00")
        assert [arrival.what for arrival in watch.rounds(counter, lambda: False, once=True)] == ["later"]
        assert counter.waits
    assert [arrival.agenda for arrival in receive.look(counter)] == ["A-2026-0003"]
    assert not counter.waits
