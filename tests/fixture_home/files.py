"""Files of the fixture home: whose case a letter is, who may see it, what is copied, destroyed, kept, parted."""

from __future__ import annotations

import io
import re

from reportlab.pdfgen.canvas import Canvas

from demo.answers import registration
from pipeline.office.arrivals import arrange, hand_in, move_document, strike
from pipeline.office.base import (
    conflict,
)
from pipeline.office.cases import clocks, earlier, enquire, erasure, register
from pipeline.office.cases.clocks import Kind
from pipeline.office.cases.errors_earlier import PeopleKnown
from pipeline.office.delivery import close, merge
from pipeline.office.disposal import destroy, dispose, hold
from pipeline.office.disposal.dispose import Paper
from pipeline.office.keeping import (
    import_register,
)
from pipeline.office.overview import find
from pipeline.office.signing.read import read_arrival
from pipeline.office.victims import (
    victims_copy,
    victims_copy_decide,
    victims_copy_hand,
    victims_copy_withdraw,
)
from pipeline.office.victims.victims_copy_choice import FORM
from pipeline.office.victims.victims_copy_hand import Handing
from tests.fixture_home.office import DAY, WHY, Office
from tests.office import victims_letters as hers
from tests.office.bureau import (
    ARCHIVIST,
    CHAIR,
    CLERK,
    OFFICER,
    WIFE,
    one_page,
    pdf_of,
    signed_pages,
)
from tests.office.damage import CALL_ENDED as ENDED
from tests.office.test_days import ASKED, REPORTED
from tests.office.test_earlier import LATER
from tests.office.test_erasure import ASKED as ERASE
from tests.register.sheets import ROWS, xlsx
from tests.signing.pki import page as signed_page
from tests.signing.pki import signed, usual
from tests.street import further_answers as say


def copies_for_victims(o: Office) -> None:
    """Copies for the victim: returned, approved, handed over with its receipt; dropped; withdrawn and destroyed."""
    case = hers.registered(o, small_letter("satu"))
    victims_copy.propose(o.desk(CLERK), case, [hers.LETTER])
    victims_copy.show(o.desk(CLERK), case, o.to("lihat"))
    victims_copy.ready(o.desk(CLERK), case)
    victims_copy.show(o.desk(CHAIR), case, o.to("lihat"))
    victims_copy_decide.send_back(o.desk(CHAIR), case, "nama tetangga masih terbaca")
    victims_copy.change(o.desk(OFFICER), case, ["+ 1: 50 80 90 95"])
    victims_copy.show(o.desk(OFFICER), case, o.to("lihat"))
    victims_copy.ready(o.desk(OFFICER), case)
    victims_copy.show(o.desk(CHAIR), case, o.to("lihat"))
    victims_copy_decide.approve(o.desk(CHAIR), case)
    made = victims_copy_hand.print_out(o.desk(CLERK), case, o.to("cetak"))[1]
    victims_copy_hand.hand(o.desk(CLERK), case, Handing("korban", "", "2026-11-24", "KTP"))
    o.receive(pdf_of(signed_pages(made[2], 2)))
    hers.approved(o, case, hers.LETTER)
    victims_copy_hand.print_out(o.desk(CLERK), case, o.to("cetak"))
    victims_copy_withdraw.withdraw(o.desk(CHAIR), case, "tidak datang")
    victims_copy_withdraw.shredded(o.desk(CLERK), case)
    victims_copy.propose(o.desk(CLERK), case, [FORM])
    victims_copy.drop(o.desk(CLERK), case)


def small_letter(title: str) -> bytes:
    """Return a letter on a small sheet, as a PDF of words."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(360, 180), invariant=True)
    canvas.setTitle(title)
    for at, line in enumerate(
        ("Saya Rusmini Talahu mengadukan suami saya,", "Darsono Peliwang. Hubungi Yuniarti.")
    ):
        canvas.drawString(30, 140 - 16 * at, line)
    canvas.save()
    return out.getvalue()


def erased(o: Office) -> None:
    """Requests for erasure: one refused, one granted and lifted, one granted that stands; a case destroyed at her request."""
    refused, lifted, stands, gone, listed = (o.called(risk="rendah") for _ in range(5))
    for case in (refused, lifted, stands, gone):
        erasure.record(o.desk(CLERK), case, ERASE)
    erasure.refuse(o.desk(CHAIR), refused, "pidana", WHY)
    erasure.grant(o.desk(CHAIR), lifted, WHY)
    erasure.lift(o.desk(CHAIR), lifted, WHY)
    erasure.grant(o.desk(CHAIR), stands, WHY)
    find.show(o.desk(CHAIR), stands, "show", "pemeriksaan")
    close.close(o.desk(CHAIR), gone, ENDED)
    erasure.grant(o.desk(CHAIR), gone, WHY)
    one = dispose.propose(o.desk(ARCHIVIST))
    dispose.withdraw(o.desk(ARCHIVIST), one.id, WHY)
    one = dispose.propose(o.desk(ARCHIVIST))
    dispose.approve(o.desk(CHAIR), one.id, Paper("800/1/2026", DAY))
    destroy.destroy(o.desk(ARCHIVIST), one.id, Paper("045/2/BA/2026", DAY))
    hold.hold(o.desk(CHAIR), listed, "permintaan penyidik")
    hold.hold(o.desk(CHAIR), refused, "permintaan penyidik")
    hold.hold(o.desk(CHAIR), refused, "perkara selesai", lift=True)


def misfiled(o: Office) -> None:
    """A letter filed in the wrong case is moved; version 0.2, which made the home kept, also made a successor of that."""
    wrong, right = o.wrote(say.NEIGHBOUR), o.wrote(say.SISTER)
    planned = move_document.plan(o.desk(CLERK), wrong, "surat-masuk-1.pdf", right)
    move_document.move(o.desk(CLERK), planned, "surat milik kasus lain")


def hidden(o: Office) -> None:
    """A case that clerk, officer and archivist do not see; one of which the chair took that back."""
    case, again = o.called(), o.called()
    for account in (CLERK, OFFICER, ARCHIVIST):
        conflict.record(o.desk(CHAIR), case, account, "keluarga", "sepupu korban")
    conflict.record(o.desk(CHAIR), again, OFFICER, "rekan", "sekantor dengan terlapor")
    conflict.lift(o.desk(CHAIR), again, OFFICER, "keliru orang")


def joined_and_parted(o: Office) -> None:
    """Cases merged, parted, divided, voided, closed without an answer, reopened."""
    one, two, three = o.called(), o.called(), o.called()
    chair = o.desk(CHAIR)
    merge.merge(chair, merge.plan(chair, two, one), WHY)
    merge.part(o.desk(CHAIR), two, "ternyata lain")
    merge.merge(chair, merge.plan(chair, three, one), WHY)
    o.do("divide", two, CHAIR)
    o.do("void", o.called(), CLERK)
    ended = o.called()
    close.close(o.desk(CHAIR), ended, ENDED)
    close.reopen(o.desk(CHAIR), ended, "pelapor menelepon lagi")


def letters_of_all_kinds(o: Office) -> None:
    """An unsigned letter, children on both sides, three victims, another district, a message; nobody was reached."""
    for answers in (say.ANONYMOUS, say.CHILDREN, say.CLINIC, say.OUTSIDE, say.MESSAGE, say.WIFE, say.DANGER):
        o.wrote(answers)
    close.close(o.desk(CHAIR), o.called(), say.UNREACHED | say.UNANSWERED)


def enquiries(o: Office) -> None:
    """Questions by telephone with a password; one withdrawn; clocks of the law."""
    case = o.called(**{enquire.ANSWER: "payung biru laut"})
    enquire.enquire(o.desk(), case, "payung biru laut")
    enquire.enquire(o.desk(), case, "salah sama sekali")
    other = o.called()
    enquire.agree(o.desk(), other, "kursi rotan tua")
    enquire.withdraw(o.desk(), other)
    sexual = o.called(violence=("seksual",), received_day="23-11-2026")
    clocks.answer(o.desk(OFFICER), f"polisi-{sexual}", REPORTED)
    clocks.start(o.desk(CHAIR), Kind.ACCESS, sexual, ASKED)
    clocks.start(o.desk(CHAIR), Kind.BREACH, "", ASKED)


def same_people(o: Office) -> None:
    """Her next letter in another spelling: a person decides that it is she."""
    first = o.wrote(registration(WIFE))
    came = o.arrive(one_page("surat berikutnya"))
    given = {name: one for name, one in (registration(WIFE) | LATER).items() if one is not None}
    try:
        register.register_arrival(o.desk(), came, given)
    except PeopleKnown as known:
        found = dict.fromkeys(re.findall(r"\d{4}-\d{4}", known.text()), "lain") | {first: "sama"}
        register.register_arrival(o.desk(), came, given | {earlier.ANSWER: found})


def paper_register(o: Office) -> None:
    """Rows of an old paper register, one with its scan."""
    path, scans = o.to("lama") / "lembar.xlsx", o.to("lama", "pindaian")
    path.write_bytes(xlsx(*ROWS))
    (scans / "0001-TL-I-2026.pdf").write_bytes(one_page("lama"))
    import_register.enter(o.desk(ARCHIVIST), import_register.plan(o.desk(ARCHIVIST), path, scans))


def scans_of_all_states(o: Office) -> None:
    """Arrivals that wait, were struck for each reason, joined, split, refused, handed in, put aside, wait to be matched."""
    desk = o.desk()
    for kind in strike.Strike:
        strike.strike(desk, str(o.arrive(one_page(f"coret {kind}")).agenda), kind, "bukan pengaduan")
    back = o.arrive(one_page("kembali"))
    strike.strike(desk, str(back.agenda), strike.Strike.OTHER, "keliru")
    strike.take_back(desk, str(back.agenda), "ternyata pengaduan")
    pair = [str(o.arrive(one_page(f"bagian {at}")).agenda) for at in (1, 2)]
    arrange.join(desk, o.reader, arrange.pieces(desk, pair))
    whole = o.arrive(one_page("bertiga", pages=3))
    arrange.split(desk, o.reader, *arrange.ranges(desk, str(whole.agenda), ["1-2", "3"]))
    o.receive(b"%PDF-1.7 rusak", *([one_page("menunggu")]))
    mail = o.arrive(signed(signed_page("surat bertanda tangan"), usual().chair))
    read_arrival(desk, o.reader, mail.id)
    with hand_in.coming(o.settings) as one:
        one.write(one_page("lewat halaman"))
        hand_in.take(desk, one, "surat.pdf")
    o.receive()
