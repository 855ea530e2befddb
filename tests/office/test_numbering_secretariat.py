"""``penomoran = "sekretariat"``: blank on the page, written by hand, typed in when the copies are back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.intake.reader import Reader
from pipeline.kernel import ids
from pipeline.kernel.errors import NotFound
from pipeline.kernel.text import Next
from pipeline.letters.numbers import DAY_BY_HAND, NUMBER_BY_HAND
from pipeline.letters.text import read
from pipeline.office.answer import clarify, enter_number
from pipeline.office.answer.void_letter import void_letter
from pipeline.office.base.optimistic_lock import READ
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import books
from pipeline.office.bookkeeping.books import Period
from pipeline.office.engine.perform import open_act, perform
from pipeline.office.letters import letter_files, numbering
from pipeline.office.overview import find
from pipeline.records import boot, cases, entries, letters, numbers
from pipeline.records.arrivals import ArrivalState, listed
from pipeline.records.letters import Letter, LetterState
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, CLOCK, OFFICER, Bureau, copied, tables
from tests.office.electronic_copies import exports, trusting
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with
from tests.signing.pki import signed, usual

LETTER = f"{FIRST}-1"
OTHER = {"given_number": "400.2/119/DP3A/XI/2026"}
NUMBER = "400.2/118/DP3A/XI/2026"
TYPED = {"given_number": f" {NUMBER} ", "given_day": "2026-11-24"}


def entered(session: Session, given: str, typed: dict[str, str]) -> Letter:
    """Enter number and date of the letter ``given`` (its id, or the number of its case)."""
    case = ids.case_of_letter(given) or given
    done = perform(enter_number.enter_number, session, case, typed, given if given != case else "")
    return letters.get(str(done.told["letter"]))


@pytest.fixture(scope="module")
def homes(
    stage: Callable[[str], Path], office_reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> list[Path]:
    """The homes of an office whose secretariat gives the numbers: one letter approved; both signed copies back."""
    folder = tmp_path_factory.mktemp("sekretariat")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", CLOCK)
        made = Bureau(copied(stage("drafted"), folder / "disetujui"), office_reader)
        made.change('# penomoran = "sendiri"', 'penomoran = "sekretariat"')
        made.approve(FIRST)
        again = Bureau(copied(made.leave(), folder / "kembali"), office_reader)
        again.receive(*again.signed(FIRST))
        return [made.home, again.leave()]


@pytest.fixture
def office(homes: list[Path], office_reader: Reader, office_clock: None, tmp_path: Path) -> Iterator[Bureau]:
    """An office whose secretariat gives the numbers, with one approved letter."""
    made = Bureau(copied(homes[0], tmp_path / "rumah"), office_reader)
    made.session()
    yield made
    boot.close()


@pytest.fixture
def back(homes: list[Path], office_reader: Reader, office_clock: None, tmp_path: Path) -> Iterator[Bureau]:
    """The same office when both signed copies came back."""
    made = Bureau(copied(homes[1], tmp_path / "rumah"), office_reader)
    made.session()
    yield made
    boot.close()


def test_number_and_date_stay_blank_on_the_frozen_page(office: Bureau) -> None:
    letter = letters.get(LETTER)
    assert (letter.state, letter.number, letter.day, letter.series) == (LetterState.APPROVED, None, None, "")
    assert numbers.listed() == []
    for copy in (1, 2):
        folder = letter_files.folder(office.settings, LETTER, 1)
        text, _ = letter_files.content_in(
            office.session(), (folder / letter_files.copy_name(copy, "docx")).read_bytes()
        )
        sheet = read(text)
        assert sheet.number == NUMBER_BY_HAND
        assert sheet.date_line == f"{office.settings['kantor.tempat']}, {DAY_BY_HAND}"
        assert "KONSEP" not in text
        assert f"Salinan ke-{copy} dari 2" in text
        page = PdfReader(folder / letter_files.copy_name(copy, "pdf")).pages[0].extract_text()
        assert any(NUMBER_BY_HAND in line and DAY_BY_HAND in line for line in page.splitlines()), (
            "on one line"
        )


def test_the_case_waits_for_its_number_when_both_copies_are_back(back: Bureau) -> None:
    assert cases.get(FIRST).state is State.UNNUMBERED
    assert letters.get(LETTER).state == LetterState.SIGNED
    todo = find.todo(back.session(CLERK))
    (row,) = [case for case in todo["cases"] if case["case"] == FIRST]
    assert (row["state"], row["possible"], row["next"]) == (
        "menunggu nomor",
        ["enter-number"],
        (Next("enter-number", FIRST),),
    )
    assert [entry.kind for entry in entries.after(0)][-1] == "approved", "nothing is filed yet"
    with refused_with("office.signed_unnumbered") as refusal:
        perform(void_letter, back.session(CHAIR), FIRST, {"reason": "salah"}, LETTER)
    assert refusal.value.next == (Next("enter-number", FIRST, LETTER),)


def test_the_typed_number_completes_register_and_filing(back: Bureau) -> None:
    letter = entered(back.session(CLERK), FIRST, TYPED)
    with refused_with("office.numbered_already", match=NUMBER):
        open_act(back.session(CLERK), enter_number.enter_number, FIRST)
    assert (letter.number, str(letter.day), letter.series) == (NUMBER, "2026-11-24", "sekretariat/2026")
    assert cases.get(FIRST).state is State.FILED
    assert {arrival.state for arrival in listed() if arrival.letter == LETTER} == {ArrivalState.FILED}
    last = list(entries.after(0))[-1]
    columns = entries.payloads(FIRST)[last.payload_sha256].as_dict()["columns"]
    assert (columns["answer_number"], columns["answer_date"]) == (NUMBER, "2026-11-24")
    assert find.find(back.session(CLERK), "400.2 / 118/dp3a/xi/2026")[0].plain["case"] == FIRST
    assert [number["state"] for number in numbering.number_list(back.session(CHAIR), 2026)["numbers"]] == [
        "committed"
    ]
    assert back.verify() == []
    before = rows_of_first(back)
    damage.rebuilt(back)
    assert rows_of_first(back) == before


def rows_of_first(office: Bureau) -> dict[str, list[tuple[object, ...]]]:
    """Return what the database holds of the first case; a draft of the second is in no archive."""
    names = ("CaseRow", "LetterRow", "NumberRow", "CounterRow", "EntryRow", "DocumentRow")
    content = {
        name: [row for row in rows if "2026-0002" not in str(row)]
        for name, rows in tables(office, *names).items()
    }
    return content | {"DocumentRow": sorted(row[1:] for row in content["DocumentRow"])}


def test_a_letter_that_waits_for_its_number_waits_after_a_rebuild_too(back: Bureau) -> None:
    damage.rebuilt(back)
    assert cases.get(FIRST).state is State.UNNUMBERED
    assert entered(back.session(CLERK), LETTER, TYPED).number == NUMBER
    assert back.verify() == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"given_day": "2026-11-18"},
            "18 November 2026 is before .*19 November 2026",
        ),
        ({"given_day": "2026-11-25"}, "."),
        ({"given_number": ""}, "."),
        ({"given_day": ""}, "."),
    ],
)
def test_a_day_that_cannot_be_that_of_the_letter_is_refused(
    back: Bureau, changed: dict[str, str], said: str
) -> None:
    with refused_with("office.day_before_receipt", "office.day_to_come", InvalidAnswers, match=said):
        entered(back.session(CLERK), LETTER, TYPED | changed)
    assert numbers.listed() == []


def test_a_day_on_which_the_signatory_was_not_in_office_is_refused(back: Bureau) -> None:
    back.change("# dari = 2026-01-01", "dari = 2026-11-25")
    with refused_with("office.not_in_office", match="24 November 2026") as refusal:
        entered(back.session(CLERK), LETTER, TYPED)
    assert refusal.value.next == (Next("enter-number", FIRST, LETTER), Next("mandate"))
    assert cases.get(FIRST).state is State.UNNUMBERED


def test_a_number_that_another_letter_bears_is_refused_in_any_spacing(back: Bureau) -> None:
    entered(back.session(CLERK), LETTER, TYPED)
    back.approve(SECOND)
    back.receive(*back.signed(SECOND))
    for given in (NUMBER, NUMBER.lower().replace("/", " / ")):
        with refused_with("office.number_given", match=f"that of letter {LETTER}") as refusal:
            entered(back.session(CLERK), SECOND, TYPED | {"given_number": given})
        assert refusal.value.next == (Next("enter-number", SECOND, f"{SECOND}-1"),)
    assert cases.get(SECOND).state is State.UNNUMBERED
    back.block(FIRST, CLERK)
    with refused_with("office.number_given", match="that of letter –"):
        entered(back.session(CLERK), SECOND, TYPED)
    other = TYPED | {"given_number": "400.2/7/DP3A/XI/2026"}
    assert entered(back.session(CLERK), SECOND, other).seq == 2, "its own numbers may have gaps"
    assert back.verify() == []


def test_only_a_letter_that_waits_takes_a_number(office: Bureau) -> None:
    for given in (FIRST, LETTER):
        with refused_with("office.number_before_copies", match="copy 1 & 2 is not back"):
            open_act(office.session(CLERK), enter_number.enter_number, FIRST, "" if given == FIRST else given)
    with refused_with("office.number_before_approval"):
        open_act(office.session(CLERK), enter_number.enter_number, SECOND)
    with pytest.raises(NotFound):
        open_act(office.session(CLERK), enter_number.enter_number, FIRST, f"{FIRST}-9")
    perform(void_letter, office.session(CHAIR), FIRST, {"reason": "salah alamat"}, LETTER)
    assert letters.get(LETTER).state == LetterState.VOID
    with refused_with("office.number_before_revision") as no_number:
        open_act(office.session(CLERK), enter_number.enter_number, FIRST)
    with refused_with("office.void_already") as void_already:
        perform(void_letter, office.session(CHAIR), FIRST, {"reason": "salah alamat"}, LETTER)
    assert no_number.value.next == void_already.value.next == (Next("draft", FIRST),)
    assert office.draft(FIRST).id == f"{FIRST}-2"


def test_a_page_that_was_changed_in_the_archive_takes_no_number(back: Bureau) -> None:
    name = letter_files.filed_name(LETTER, 1, letter_files.copy_name(1, "docx"))
    path = next(document.path for document in cases.documents(FIRST) if document.logical == name)
    back.held.remove(path)
    with refused_with("office.copy_damaged"):
        entered(back.session(CLERK), LETTER, TYPED)


def test_a_changed_contact_withdraws_a_letter_that_still_waits_for_its_number(back: Bureau) -> None:
    moved = {"clarified_day": "2026-11-24", "clarified_way": "telepon", "sender_address": "Jalan Baru No. 7"}
    perform(clarify.record_clarification, back.session(OFFICER), FIRST, moved)
    assert letters.get(LETTER).state == LetterState.WITHDRAWN
    assert {arrival.state for arrival in listed() if arrival.letter == LETTER} == {ArrivalState.UNMATCHED}
    with refused_with("office.withdrawn_unnumbered") as withdrawn:
        open_act(back.session(CLERK), enter_number.enter_number, FIRST)
    assert withdrawn.value.next == (Next("enter-number", FIRST, LETTER), Next("draft", FIRST))
    second = back.draft(FIRST)
    back.approve(FIRST)
    back.receive(*back.signed(FIRST))
    assert second.id == f"{FIRST}-2"
    assert entered(back.session(CLERK), FIRST, TYPED).id == second.id
    with refused_with("office.number_given", match=f"that of letter {second.id}"):
        entered(back.session(CLERK), LETTER, TYPED)
    with refused_with("office.day_to_come"):
        entered(back.session(CLERK), LETTER, TYPED | OTHER | {"given_day": "2026-11-25"})
    late = entered(back.session(CLERK), LETTER, TYPED | OTHER)
    assert (late.state, late.number, str(late.day)) == (LetterState.WITHDRAWN, *OTHER.values(), "2026-11-24")
    assert cases.get(FIRST).state is State.FILED
    last = list(entries.after(0))[-1]
    columns = entries.payloads(FIRST)[last.payload_sha256].as_dict()["columns"]
    assert (last.kind, columns["answer_number"]) == ("number_late", NUMBER)
    assert f"surat nomor {late.number} ditarik sebelum disampaikan" in columns["remarks"]
    rows = {
        row["no"]: row["remarks"] for row in books.within(back.session(ARCHIVIST), "agenda-keluar", Period())
    }
    assert "ditarik: kontak aman berubah" in rows[late.number or ""]
    assert back.verify() == []
    damage.rebuilt(back)
    assert [letter.state for letter in letters.of_case(FIRST)] == [LetterState.WITHDRAWN, LetterState.SIGNED]
    assert back.verify() == []


def test_a_letter_whose_number_is_written_by_hand_is_not_signed_electronically(office: Bureau) -> None:
    trusting(office)
    (came, _) = office.receive(*(signed(export, usual().chair) for export in exports(office)))
    assert came.what == "unmatched"
    assert "tandatangani kedua salinan di kertas" in came.note
    assert letters.get(LETTER).state == LetterState.APPROVED


def test_who_typed_a_number_that_another_typed_meanwhile_is_told_which(back: Bureau) -> None:
    read = open_act(back.session(CLERK), enter_number.enter_number, FIRST).version
    perform(enter_number.enter_number, back.session(OFFICER), FIRST, {READ: read, **TYPED})
    with refused_with("office.numbered_already", match=NUMBER):
        perform(enter_number.enter_number, back.session(CLERK), FIRST, {READ: read, **TYPED, **OTHER})
    assert numbers.find(OTHER["given_number"]) is None
