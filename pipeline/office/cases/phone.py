"""Steps 3 and 4: the telephone script, and a call's record (Catatan Telepon)."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.cases.case import Case
from pipeline.cases.contact import as_printed
from pipeline.cases.fields import registration
from pipeline.cases.fields.kinds import shown
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.further import FURTHER_CALL
from pipeline.cases.states import PRINTERS, REGISTER_ROLES
from pipeline.cases.values import Values, text
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import put_files
from pipeline.kernel.text import N_, Text
from pipeline.letters import spoken
from pipeline.office.base.session import Session, case_to_read, need_role
from pipeline.records import history
from pipeline.register.slips import Block, DeskPaper, draw

TITLES = {
    "naskah-pembuka": N_("Opening"),
    "naskah-layanan": N_("Step 3: services"),
    "naskah-rujukan": N_("Step 3: what a referral is for"),
    "naskah-prinsip": N_("Step 3: principles"),
    "naskah-saran": N_("Step 4: advice"),
    "naskah-penutup": N_("Closing"),
}
_ABOUT = (
    "reporter_name", "reporter_relation", "victim_name", "victim_sex", "victim_age", "victim_age_is_estimate", "reported_name", "reported_relation",
    "event_date", "place_kecamatan", "violence", "risk",
)  # fmt: skip
_FIELDS = {**BY_NAME, **{field.name: field for field in FURTHER_CALL if field.name == "sender"}}


def script(session: Session) -> list[tuple[Text, str]]:
    """Headings and words."""
    need_role(session, "explain", REGISTER_ROLES | PRINTERS)
    return [(TITLES[name], spoken.say(session.settings, name)) for name in spoken.SCRIPT]


def put_out_script(session: Session, target: Path) -> Path:
    """A PDF that names nobody."""
    blocks = [Block(title.id, lines=[line]) for title, line in script(session)]
    paper = DeskPaper(
        "Naskah Telepon",
        session.settings["kantor.nama"],
        "Dibacakan kepada penelepon",
        "Naskah telepon",
        blocks,
    )
    return put_files(target, [("naskah-telepon.pdf", draw(paper, session.settings["surat.kertas"]))])[0]


def put_out(session: Session, number: str, target: Path) -> list[Path]:
    """Catatan Telepon by nomor agenda; names are as typed; prints are logged."""
    made = drawn_records(session, number, is_print=True)
    return put_files(target, ((f"{agenda}-catatan-telepon.pdf", data) for agenda, data in made))


def drawn_records(session: Session, number: str, *, is_print: bool = False) -> list[tuple[str, bytes]]:
    """PDFs by nomor agenda; prints are logged."""
    need_role(session, "call", PRINTERS)
    papers = record_papers(session, case_to_read(session, number, "call"))
    if not papers:
        raise Refusal("office.no_call", case=number)
    for agenda, _ in papers if is_print else ():
        history.log_access(clock.now(), session.actor, "call print", agenda)
    return [(agenda, draw(paper, session.settings["surat.kertas"])) for agenda, paper in papers]


def record_papers(session: Session, case: Case) -> list[tuple[str, DeskPaper]]:
    """Each call's record by nomor agenda."""
    records: list[tuple[str, Values]] = (
        [(case.agenda[0], case.values)] if case.channel == "phone" and case.agenda else []
    )
    records += [
        (letter.agenda, letter.values) for letter in case.further if text(letter.values, "channel") == "phone"
    ]
    return [(agenda, _record(session, case, agenda, values)) for agenda, values in records]


def _record(session: Session, case: Case, agenda: str, values: Values) -> DeskPaper:
    values = as_printed(values, case.values)
    is_first = agenda == case.agenda[0] and case.channel == "phone"
    who = _ABOUT if is_first else ("sender",)
    return DeskPaper(
        "Catatan Telepon",
        session.settings["kantor.nama"],
        "Rahasia – hanya untuk petugas yang menangani; menggantikan surat masuk",
        f"Catatan telepon {agenda} · kasus {case.number}",
        (
            Block(rows=(("Nomor agenda", agenda), ("Nomor kasus", case.number), ("Nomor register", case.register_number))),
            Block("Panggilan", rows=_rows(values, ("received_day", "received_time", "phone_started", "phone_ended", "caller_number"))),
            Block("Keterangan penelepon", rows=_rows(values, who), lines=_story_lines(values)),
            Block("Penjelasan dan kesepakatan", rows=_rows(values, ("services_explained", "advice", "caller_answer", "promised_date", "promised_time"))),
            Block("Kontak aman", rows=_rows(values, ("safe_contact_way", *(field.name for field in registration.CONTACT[1:] if field.name in values)))) if is_first else Block(),
            Block("Catatan tangan", room=3),
            Block(signs=("Petugas penerima,",)),
        ),
    )  # fmt: skip


def _story_lines(values: Values) -> tuple[str, ...]:
    return (
        *filter(str.strip, text(values, "story").splitlines()),
        f"Isi ringkas: {text(values, 'summary')}",
    )


def _rows(values: Values, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (_FIELDS[name].label.id.rstrip("?"), shown(_FIELDS[name], values[name]) if name in values else "-")
        for name in names
    )
