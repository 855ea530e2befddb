"""Further cases from the paper or the call to the closed case with its report, all from the command line.

Every step is a process in the name of the person whose step it is; letters are scanned, read, answered with
LibreOffice, signed on paper and scanned back. One office serves all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.street import further_answers as say
from tests.street import further_letters as paper
from tests.street.further_office import Walked, words_of
from tests.street.walk import ARCHIVIST, CHAIR, CLERK, OFFICER

POSTED = {
    "way": "pos",
    "receiver": "penerima surat sendiri",
    "proof": "resi pos",
    "proof_number": "P2611240099",
}
READ = {
    "way": "dibacakan di kantor", "receiver": "penerima surat sendiri", "identity": "KTP", "proof": "catatan petugas",
    "delivery_note": "dibacakan, akan datang lagi",
}  # fmt: skip
FETCHED = {
    "way": "diambil di kantor", "receiver": "penerima surat sendiri", "identity": "KTP", "proof": "tanda terima",
}  # fmt: skip
TOLD = "disampaikan lisan lewat telepon aman"
TO_OFFICER = {
    "way": "diantar petugas", "receiver": "petugas lembaga", "receiver_name": "Rahmat Sunar", "proof": "tanda terima",
}  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    """The office with its watcher and its worker."""
    made = Walked(tmp_path_factory.mktemp("kantor") / "rumah")
    made.do("init", "--trial", str(made.home))
    made.open_doors()
    yield made
    made.close_doors()


def printed(office: Walked, case: str) -> str:
    """Return the words of copy 1 as it was printed."""
    (path,) = (office.notes / f"cetak-{case}").glob("*-1.pdf")
    return words_of(path)


def verified(office: Walked) -> bool:
    """Tell whether every byte and entry is as it was written."""
    return office.run("verify", account=ARCHIVIST).returncode == 0


def test_a_call_without_a_safe_address_ends_without_a_letter(office: Walked) -> None:
    case = office.registered("", say.CALL_WITHOUT_ADDRESS)
    office.assigned(case)
    assert "office.no_route" in office.refused("draft", case, OFFICER, say.TO_WOMAN)
    assert office.run("close", case, account=OFFICER).returncode == 5, (
        "without a letter the chair alone closes"
    )
    assert "rangkap close" in office.refused("close", case, CHAIR, say.UNREACHED)
    told = office.closed(case, say.UNREACHED | say.UNANSWERED, CHAIR)
    assert "■ tidak dapat dihubungi" in told
    assert "Mujiati" not in told
    assert verified(office)


def test_a_call_with_a_safe_address_is_answered_as_a_call(office: Walked) -> None:
    case = office.registered("", say.CALL_WITH_ADDRESS)
    office.assigned(case)
    office.answered(case, say.TO_MAN)
    text = printed(office, case)
    assert "melalui telepon pada tanggal 24 November 2026" in text
    assert "Ningsih" not in text
    assert "office.unsafe_way" in office.refused(
        "deliver", case, CLERK, READ | {"result": "disampaikan", "way": TOLD, "delivery_note": ""}
    )
    office.delivered(case, POSTED)
    assert "■ datang langsung" in office.closed(case, say.CAME)
    assert verified(office)


def test_an_unsigned_letter_is_handled_and_its_answer_cannot_be_delivered(office: Walked) -> None:
    case = office.registered(office.laid_in(paper.scanned(paper.UNSIGNED, 1), "SCN_0001.pdf"), say.ANONYMOUS)
    office.assigned(case)
    office.refused("draft", case, OFFICER, say.TO_WOMAN)
    told = office.closed(case, say.REFERRED | say.UNANSWERED, CHAIR)
    assert "■ dirujuk" in told
    assert "Wakito" not in told
    assert verified(office)


def test_children_on_both_sides_are_masked_wherever_the_case_is_seen(office: Walked) -> None:
    case = office.registered(office.laid_in(paper.scanned(paper.SCHOOL, 2), "SCN_0002.pdf"), say.CHILDREN)
    office.assigned(case)
    began = len(office.said)
    office.answered(case, say.TO_INSTITUTION)
    office.delivered(case, TO_OFFICER)
    seen = [printed(office, case), office.closed(case, say.REFERRED)]
    office.do("show", case, account=ARCHIVIST)
    office.do("find", case, account=ARCHIVIST)
    office.do("todo", account=CHAIR)
    for book in ("register", "agenda-masuk", "agenda-keluar", "ekspedisi", "disposisi"):
        office.do("export", book, "--csv", account=ARCHIVIST)
    folder = office.notes / "formulir"
    for form in ("amplop", "label", "simfoni", "identifikasi"):
        office.do("form", form, case, "--to", str(folder), account=OFFICER)
    seen += [words_of(one) for one in folder.glob("*.pdf") if "identifikasi" not in one.name]
    seen += office.said[began:]
    seen += [str(one) for one in office.home.rglob("*")]
    for word in ("Nirmala", "Kesturi", "Wartini", "Galang", "Purwoto", "Batu Lumut"):
        assert not [one for one in seen if word in one], word
    shown = "".join(office.said[began:])
    assert "SMP Negeri 9" not in shown
    assert "N.K." in shown
    assert "G.P." in shown
    assert verified(office)


def test_a_case_of_another_district_is_handed_over_with_proof(office: Walked) -> None:
    case = office.registered(office.laid_in(paper.scanned(paper.OUTSIDE, 3), "SCN_0003.pdf"), say.OUTSIDE)
    told = office.run("vet", case, account=CHAIR)
    assert "■ di luar wilayah" in told.stderr.replace("\xa0", " ")
    office.do("assign", case, OFFICER, account=CHAIR)
    office.answered(case, say.TO_WOMAN)
    office.delivered(case, POSTED)
    assert "outcome_proof" in office.refused("close", case, OFFICER, say.PASSED_ON | {"outcome_proof": ""})
    told = office.closed(case, say.PASSED_ON)
    assert "■ dilimpahkan" in told
    assert "UPTD PPA Kabupaten Seberang" in told
    assert verified(office)


def test_a_victim_who_withdraws_before_the_answer_ends_the_service(office: Walked) -> None:
    case = office.registered(office.laid_in(paper.scanned(paper.NEIGHBOUR, 4), "SCN_0004.pdf"), say.NEIGHBOUR)
    office.assigned(case)
    assert "outcome_wish" in office.refused("close", case, CHAIR, say.WITHDRAWN | {"outcome_wish": ""})
    assert "rangkap close" in office.refused("close", case, CHAIR, say.WITHDRAWN)
    told = office.closed(case, say.WITHDRAWN | say.NO_WISH, CHAIR)
    assert "■ dicabut korban" in told
    assert "Lasmi" not in told
    assert verified(office)


def test_a_letter_that_failed_to_arrive_waits_and_is_fetched_at_the_office(office: Walked) -> None:
    case = office.registered(office.laid_in(paper.scanned(paper.WIFE, 7), "SCN_0007.pdf"), say.WIFE)
    office.assigned(case)
    office.answered(case, say.TO_WOMAN)
    never = {
        "result": "tidak dapat disampaikan",
        "never": "berkali-kali gagal",
        "delivery_note": "dua kali dicoba",
    }
    assert "office.not_given_up_so" in office.refused("deliver", case, CLERK, never)
    tried = {"result": "belum berhasil", "way": "dititipkan", "failure": "tidak ada orang"}
    for _ in range(2):
        office.typed("deliver", case, CLERK, tried)
        assert office.standing(case, "diarsipkan")
    assert f"rangkap deliver {case}" in office.refused("close", case, OFFICER, say.CAME)
    office.delivered(case, FETCHED)
    told = office.closed(case, say.CAME)
    assert "diambil di kantor, diterima penerima surat sendiri" in told
    assert verified(office)


def test_danger_comes_first_and_goes_over_to_the_crisis_procedure(office: Walked) -> None:
    quiet = office.laid_in(paper.scanned(paper.SISTER, 18), "SCN_0018.pdf")
    item = office.laid_in(paper.scanned(paper.DANGER, 8), "SCN_0008.pdf")

    def lifted() -> bool | None:
        rows = [one["agenda"] for one in office.call("todo", account=CLERK)["arrivals"]]
        return (rows.index(item) < rows.index(quiet)) or None

    office.wait_for("danger words lift the letter", lifted)
    case = office.registered(item, say.DANGER)
    office.assigned(case)
    assert office.run("close", case, account=OFFICER).returncode == 5
    refused = office.refused("close", case, CHAIR, say.CRISIS | {"outcome_unanswered": "menyusul"})
    assert f"rangkap crisis {case} --take" in refused
    assert office.run("crisis", case, "--take", account=OFFICER).returncode == 0
    told = office.closed(case, say.CRISIS | {"outcome_unanswered": "surat menyusul setelah aman"}, CHAIR)
    assert "■ pindah ke SOP krisis" in told
    struck = office.run("strike", quiet, "salah-pindai", account=CLERK, stdin="dipindai dua kali")
    assert struck.returncode == 0, struck.stderr
    assert verified(office)
