"""Cases of the fixture home on their way to an answer: on paper, by sheets, electronically, withdrawn, delivered."""

from __future__ import annotations

import os
from contextlib import suppress

from demo.answers import registration
from pipeline.kernel.errors import RangkapError
from pipeline.office.arrivals import danger_later
from pipeline.office.arrivals.aside import put_aside
from pipeline.office.base import (
    mandate,
)
from pipeline.office.cases import crisis, inform, register, transcribe
from pipeline.office.cases.assign import assign
from pipeline.office.delivery import close, deliver, deliver_late, deliver_print
from pipeline.office.overview import find, original, signed_letter
from pipeline.office.papers import decide, forms, sheets
from pipeline.office.papers.decide import Ticked
from pipeline.office.signing import attest, clarify, edited, electronic, print_out, review
from pipeline.office.signing.match import match
from pipeline.office.signing.read import read_job
from pipeline.records import arrivals, letters
from pipeline.records.sheets import SheetKind
from tests.fixture_home.office import Office, answered
from tests.intake.papers import sheet
from tests.office import bureau as of
from tests.office import stages
from tests.office.bureau import (
    CHAIR,
    CLERK,
    OFFICER,
    POLICE,
    SCHOOL,
    pdf_of,
    signed_pages,
    unsigned_pages,
)
from tests.office.electronic_copies import exports
from tests.office.procedure_doors import NEVER, _lay_in
from tests.office.test_mandate import ASKED as ABSENT
from tests.office.word import with_words
from tests.signing.pki import signed, usual
from tests.street import further_answers as say

POSTED = {"result": "disampaikan", "way": "pos", "delivered_day": "25-11-2026", "receiver": "penerima surat sendiri",
          "proof": "resi pos", "proof_number": "P2611250001"}  # fmt: skip
CHANGED = {
    "clarified_day": "26-11-2026",
    "clarified_way": "telepon",
    "safe_contact_address": "Jalan Pindah No. 0, Hulu Asri",
}
UNTOLD = {"informed_way": "telepon", "informed_outcome": "tidak diangkat"}


def school(o: Office) -> None:
    """An institution's referral, answered on paper, signed, delivered against a receipt, closed, in SIMFONI."""
    case = o.register(SCHOOL).number
    o.school_case = case
    o.do("vet", case, OFFICER)
    assign(o.desk(CHAIR), case, OFFICER, instruction="pelajari")
    o.draft(case, SCHOOL)
    o.approve(case)
    first, second = o.signed(case)
    (came,) = o.receive(pdf_of(unsigned_pages(o.printed(case)[0])))
    put_aside(o.desk(CLERK), came.arrival, "salah lihat")
    match(o.desk(OFFICER), came.arrival, arrivals.get(came.arrival).code, "tinta pudar, saya lihat sendiri")
    o.receive(second, first)
    made = deliver_print.put_out(o.desk(CLERK), case, o.to("cetak"), stages.SENT)[1]
    o.receive(pdf_of(signed_pages(made[0], 3)))
    deliver.record(o.desk(CLERK), case, stages.TO_SCHOOL)
    close.close(o.desk(OFFICER), case, say.REFERRED)
    o.do("simfoni", case, CLERK)
    o.do("report", case, OFFICER)
    letter = signed_letter.newest(o.desk(CHAIR), case)
    signed_letter.count_print(o.desk(CHAIR), case, letter, 1)
    original.take_out(o.desk(CHAIR), case, "surat-masuk-1.pdf", "arsip")
    find.reveal(o.desk(OFFICER), case, "menelepon balik")
    for form in ("amplop", "label", "simfoni", "identifikasi"):
        forms.make(o.desk(OFFICER), form, case, o.to("cetak"))


def police(o: Office) -> None:
    """High risk: a crisis, taken over; its answer signed electronically in both copies, one of them confirmed by the chair."""
    case = o.register(POLICE).number
    crisis.take(o.desk(OFFICER), case)
    o.draft(case, POLICE)
    o.approve(case)
    first, second = exports(o, case)
    o.receive(signed(first, usual().chair))
    (came,) = o.receive(signed(second, usual().deputy))
    electronic.confirm(o.desk(CHAIR), came.arrival, "ditandatangani wakil atas perintah saya")
    danger = o.called()
    crisis.declare(o.desk(CHAIR), danger, "ancaman baru")


def sheets_on_paper(o: Office) -> None:
    """Verification, disposition and review by signed sheets; one that comes late; one that returns the report."""
    case = o.called()
    late, (path,) = sheets.make(o.desk(CLERK), SheetKind.VET, case, o.to("cetak"))
    held = pdf_of(signed_pages(path, 2))
    decided(o, SheetKind.VET, case, Ticked(accepted=False, reason="NIK kosong"))
    decided(o, SheetKind.VET, case, Ticked())
    o.receive(held)
    decided(o, SheetKind.ASSIGN, case, Ticked(officer=OFFICER, reason="pelajari dan klarifikasi"))
    decide.decide(o.desk(CLERK), late.id, Ticked())
    o.do("draft", case, OFFICER)
    decided(o, SheetKind.REVIEW, case, Ticked())


def decided(o: Office, kind: SheetKind, case: str, ticked: Ticked) -> None:
    """Print a sheet, sign it, scan it back and type in what it says."""
    sheet, (path,) = sheets.make(o.desk(CLERK), kind, case, o.to("cetak"))
    o.receive(pdf_of(signed_pages(path, 3)))
    decide.decide(o.desk(OFFICER if kind is SheetKind.VET else CLERK), sheet.id, ticked)


def asked_and_clarified(o: Office) -> None:
    """Clarification asked by a letter of its own, which is signed; words studied; a transcript; the victim told or not."""
    case = o.called(event_date="")
    o.do("ask", case, OFFICER)
    review.approve(o.desk(CHAIR), case)
    o.do("sign", case, CLERK)
    assign(o.desk(CHAIR), case, OFFICER)
    o.do("clarify", case, OFFICER)
    o.do("study", case, OFFICER)
    o.do("inform", case, OFFICER)
    tried = o.called(**{k: v for k, v in say.CALL_WITHOUT_ADDRESS.items() if k.startswith("safe_contact")})
    inform.record(o.desk(CLERK), tried, UNTOLD)
    written = o.wrote(say.WIFE)
    transcribe.transcribe(
        o.desk(), written, "surat-masuk-1.pdf", "Kepada Yth. Ketua\n[tdk terbaca] payung biru\n"
    )
    o.do("add_letter", written, CLERK)
    late, _ = case_read_late(o)
    danger_later.heed(o.desk(CHAIR), late)


def case_read_late(o: Office) -> tuple[str, str]:
    """Register a letter before it is read; what it says is found afterwards."""
    written = sheet("Suami saya mengancam mau bunuh saya\ndan anak saya di rumah.", dpi=200)
    came = o.arrive(pdf_of([of.scanned(written.crop((0, 0, written.width, 700)))]))
    given = registration(SCHOOL) | {register.NOT_A_DUPLICATE: True}
    case = register.register_arrival(o.desk(), came, given).number
    read_job(o.desk(), o.reader, came.id)
    return case, came.id


def drafts(o: Office) -> None:
    """Drafts returned, replaced, edited and taken or left; a letter voided with its number; an officer changed."""
    case = o.called()
    o.do("vet", case, OFFICER)
    o.do("assign", case, CHAIR)
    o.do("draft", case, OFFICER)
    o.do("redraft", case, OFFICER)
    o.do("return", case, CHAIR)
    o.do("draft", case, OFFICER)
    o.do("take_edited", case, CHAIR)
    with suppress(RangkapError):
        o.do("take_edited", case, CHAIR, "newest")
    o.do("reassign", case, CHAIR)
    o.do("approve", case, CHAIR)
    o.do("void_letter", case, CHAIR)
    await_officer = o.called(event_date="")
    o.do("ask", await_officer, OFFICER)
    o.do("name_officer", await_officer, CHAIR)


def on_the_way(o: Office) -> None:
    """Cases in the midst: verified; drafted, with an edit that waits; a signed sheet undecided, another back unsigned."""
    o.do("vet", o.called(), OFFICER)
    case = o.called()
    o.do("draft", case, OFFICER)
    path = edited.take_out(o.desk(OFFICER), case, o.to("cetak"))
    path.write_bytes(with_words(path.read_bytes(), "Mohon membawa surat ini bila datang."))
    edited.give(o.desk(OFFICER), case, path)
    for seed in (0, 3):
        _, (path,) = sheets.make(o.desk(CLERK), SheetKind.VET, o.called(), o.to("cetak"))
        o.receive(pdf_of(signed_pages(path, seed)) if seed else path.read_bytes())


def ways_out(o: Office) -> None:
    """Letters that were tried, that cannot be delivered, that are read aloud; a further letter to answer; a changed contact."""
    tried, never, read = answered(o), answered(o), answered(o)
    o.do("attempt", tried, CLERK)
    deliver.record(o.desk(CLERK), never, NEVER)
    o.do("deliver", read, CLERK)
    o.do("answer_again", read, CLERK)
    for state in ("draft", "approve", "sign"):
        case = o.called()
        for verb in ("draft", "approve", "sign"):
            o.do(verb, case, CHAIR if verb == "approve" else OFFICER if verb == "draft" else CLERK)
            if verb == state:
                break
        o.do("recontact", case, OFFICER)
    late = answered(o)
    with o.at("2026-11-25T09:00:00+07:00"):
        o.do("dispatch", late, CLERK)
    with o.at("2026-11-26T10:00:00+07:00"):
        clarify.clarify(o.desk(OFFICER), late, CHANGED)
    with o.at("2026-11-27T09:00:00+07:00"):
        deliver_late.record(o.desk(CLERK), late, POSTED)
    os.environ["RANGKAP_CLOCK"] = "2026-11-27T10:00:00+07:00"


def statements(o: Office) -> None:
    """Copy 1 that left unscanned: stated, confirmed; another, refused."""
    for answer in (attest.confirm, attest.refuse):
        case = o.called()
        o.do("draft", case, OFFICER)
        o.do("approve", case, CHAIR)
        first, second = letters.copies(f"{case}-1")
        print_out.print_out(o.desk(CLERK), case, o.to("cetak"))
        attest.attest(o.desk(CLERK), case, "dibawa kurir sebelum sempat dipindai")
        answer(o.desk(CHAIR), case, *([] if answer is attest.confirm else ["belum pergi"]))
        _lay_in(o, second.code)  # type: ignore[arg-type]
        assert first


def secretariat(o: Office) -> None:
    """For a time the secretariat gives the numbers; one of them is typed in."""
    o.change('# penomoran = "sendiri"', 'penomoran = "sekretariat"')
    case, waits = answered(o), answered(o)
    o.do("number", case, CLERK)
    assert waits
    o.change('penomoran = "sekretariat"', '# penomoran = "sendiri"')


def deputy(o: Office) -> None:
    """The chair is away; her deputy approves by a mandate, which ends."""
    made = mandate.record(o.desk(CHAIR), ABSENT, "dinas luar")
    case = o.called()
    o.do("draft", case, OFFICER)
    review.approve(o.desk(OFFICER), case)
    mandate.end(o.desk(CHAIR), made.id, "kembali")
