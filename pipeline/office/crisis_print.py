"""The crisis sheet (Lembar Krisis): what to do now, whom to call, how she is reached safely.

Local numbers come from ``krisis.nomor``. People stand as initials, and no address is on it.
"""

from __future__ import annotations

import io
from pathlib import Path

from pypdf import PdfReader

from pipeline.cases.case import Case
from pipeline.cases.people import Person, Side
from pipeline.cases.privacy import initials, initials_of
from pipeline.cases.values import Values, known_name, text
from pipeline.kernel.files import write_durably
from pipeline.office.crisis import TAKERS, VERB, Crisis, known
from pipeline.office.desk import Desk, case_to_read, need_role
from pipeline.office.folders import need_folder
from pipeline.register.desk_paper import BOX, Block, DeskPaper, draw

_STEPS = (
    "Pastikan korban aman sekarang. Bila bahaya sedang terjadi, telepon polisi lebih dahulu.",
    "Hubungi korban hanya lewat kontak aman di atas, pada jam yang diizinkan; jangan sebut isi pengaduan kepada orang lain.",
    "Hubungi petugas SOP krisis dan pendamping; sepakati siapa yang menemui korban.",
    "Bila luka, hamil, atau kekerasan seksual: antar ke rumah sakit; jaga barang bukti.",
    "Bila perlu, siapkan tempat yang aman; alamatnya tidak ditulis di lembar ini.",
    "Kekerasan seksual: laporan kepada polisi paling lambat 3 × 24 jam (UU 12/2022).",
    "Catat yang mengambil alih: rangkap crisis {case} --take",
)
_ROOM = 6
"""Lines for notes, at most."""


def put_out(desk: Desk, number: str, target: Path) -> Path:
    """Put the crisis sheet of case ``number`` into ``target``; a print is an access.

    Raises NotYours, NotFound, AccessRestricted, NoCrisis, NoFolder.
    """
    need_role(desk, VERB, TAKERS)
    case = case_to_read(desk, number, f"{VERB} print")
    found = known(desk, number)
    path = need_folder(target) / f"{number}-krisis.pdf"
    write_durably(path, _on_one_page(desk, case, found))
    return path


def _on_one_page(desk: Desk, case: Case, found: Crisis) -> bytes:
    """Return the sheet with as many lines for notes as its one page has room for, beside however many numbers."""
    made = b""
    for room in range(_ROOM, 0, -1):
        made = draw(sheet(desk, case, found, room), desk.settings["surat.kertas"])
        if len(PdfReader(io.BytesIO(made)).pages) == 1:
            break
    return made


def sheet(desk: Desk, case: Case, found: Crisis, room: int) -> DeskPaper:
    """Return the crisis sheet: what to do, whom to call, how she is reached safely, and ``room`` lines for notes.

    People stand as initials; there is no address.
    """
    zone, values = desk.settings.zone, case.values
    victims = [one for one in case.people if one.side is Side.VICTIM]
    numbers = [(name, str(number)) for name, number in desk.settings["krisis.nomor"].items()]
    return DeskPaper(
        "Lembar Krisis",
        desk.settings["kantor.nama"],
        "Rahasia – hanya untuk petugas yang menangani; jangan ditinggal di meja",
        f"Kasus {case.number} · register {case.register_number} · dicetak {desk.actor.account}",
        (
            Block(lines=(f"KASUS {case.number}: RISIKO TINGGI, PINDAH KE SOP KRISIS SEKARANG",), is_loud=True),
            Block(
                rows=(
                    ("Ditandai", f"{found.since.astimezone(zone):%d-%m-%Y %H.%M} ({found.why})"),
                    ("Diambil oleh", f"{found.taken_by}, {found.taken.astimezone(zone):%d-%m-%Y %H.%M}" if found.taken else "belum ada"),
                    ("Korban (inisial)", "; ".join(_who(one) for one in victims)),
                    ("Anak", "ya" if any(one.is_child for one in victims) else "tidak diketahui sebagai anak"),
                    ("Kecamatan", text(values, "place_kecamatan") or "belum diketahui"),
                )
            ),
            Block("Nomor telepon", rows=numbers),
            Block("Kontak aman", rows=contact_rows(values)),
            Block("Yang dilakukan", lines=[f"{BOX} {one.format(case=case.number)}" for one in _STEPS]),
            Block("Siapa dihubungi, jam berapa, hasilnya", room=room),
            Block(signs=("Yang mengambil alih,", "Mengetahui, ketua,")),
        ),
    )  # fmt: skip


def _who(one: Person) -> str:
    age = "" if one.age is None else f"±{one.age}" if one.age_is_estimate else str(one.age)
    return ", ".join(part for part in (initials_of(one), one.sex, age and f"{age} tahun") if part)


def contact_rows(values: Values) -> tuple[tuple[str, str], ...]:
    """Return how she is reached safely: way, initials, number, hours; no address and no subject."""
    return (
        ("Cara", text(values, "safe_contact_way") or "belum ada"),
        ("Nama (inisial)", initials(known_name(values, "safe_contact_name")) or "-"),
        ("Telepon", text(values, "safe_contact_phone") or "-"),
        ("Jam yang diizinkan", text(values, "safe_contact_hours") or "tidak disebut"),
        ("Sudah dipastikan", "ya" if values.get("safe_contact_confirmed") is True else "BELUM"),
    )
