"""Sheets by which a person is called.

The crisis sheet (Lembar Krisis) has initials, no address; up to twelve numbers fit one page. The contact slip
(Lembar Hubungan, step 5) names neither office nor matter: a finder learns only that somebody is to be called.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.cases.case import Case
from pipeline.cases.contact import Misfit, misfit
from pipeline.cases.contact_hours import forbids_telephone
from pipeline.cases.contacts import VICTIM, of_person
from pipeline.cases.fields import informing
from pipeline.cases.lists import WAYS, label_of
from pipeline.cases.people import Person, Side
from pipeline.cases.privacy import initials, initials_of
from pipeline.cases.values import Values, flag, known_name, text
from pipeline.kernel import clock
from pipeline.kernel.files import put_files
from pipeline.office.base.reported_sender import need_free, to_victim, why_held
from pipeline.office.base.session import Session, case_to_read, need_role
from pipeline.office.cases import inform
from pipeline.office.cases.crisis import TAKERS, VERB, Crisis, known
from pipeline.office.letters.matter import need_fit
from pipeline.records import history
from pipeline.register.slips import BOX, Block, DeskPaper, Drawn, draw, drawn

_STEPS = (
    "Pastikan korban aman sekarang. Bila bahaya sedang terjadi, telepon polisi lebih dahulu.",
    "Hubungi korban hanya lewat kontak aman di atas, pada jam yang diizinkan; jangan sebut isi pengaduan kepada orang lain.",
    "Hubungi petugas SOP krisis dan pendamping; sepakati siapa yang menemui korban.",
    "Bila luka, hamil, atau kekerasan seksual: antar ke rumah sakit; jaga barang bukti.",
    "Bila perlu, siapkan tempat yang aman; alamatnya tidak ditulis di lembar ini.",
    "Kekerasan seksual: laporan kepada polisi paling lambat 3 × 24 jam (UU 12/2022).",
    "Catat di Rangkap siapa yang mengambil alih.",
)
_MOST = 6
_SIZES = ((1.0, 3, 1), (0.92, 3, 1), (0.85, 3, 2), (0.78, 1, 2))
"""Type sizes, each with least note lines and columns about her."""
_ON_FIRST, _ONE_COLUMN = 12, 4
"""Numbers on the first page; the most for one column."""


class Fit(NamedTuple):
    """Note lines, numbers on the ``first`` page, columns, the ``rest`` drawn."""

    room: int
    first: int
    columns: int = 1
    rest: bool = True


def put_out_crisis(session: Session, number: str, target: Path) -> Path:
    """Put the sheet into ``target``; prints are logged."""
    need_role(session, VERB, TAKERS)
    case = case_to_read(session, number, f"{VERB} print")
    return put_files(target, [(f"{number}-krisis.pdf", _fitted(session, case, known(number)))])[0]


def _fitted(session: Session, case: Case, crisis: Crisis) -> bytes:
    numbers, paper = len(session.settings["krisis.nomor"]), session.settings["surat.kertas"]

    def made(room: int, first: int, scale: float, columns: int, *, rest: bool = False) -> Drawn:
        return drawn(sheet(session, case, crisis, Fit(room, first, columns, rest)), paper, scale)

    for first in range(min(_ON_FIRST, numbers), -1, -1):
        for scale, least, columns in _SIZES:
            if made(least, first, scale, columns).pages == 1:
                rooms = range(_MOST, least, -1)
                room = next((room for room in rooms if made(room, first, scale, columns).pages == 1), least)
                return made(room, first, scale, columns, rest=True).data
    return made(1, 0, 1.0, 1, rest=True).data


def sheet(session: Session, case: Case, crisis: Crisis, fit: Fit) -> DeskPaper:
    """The sheet laid out as ``fit``."""
    zone, values = session.settings.zone, case.values
    victims = [person for person in case.people if person.side is Side.VICTIM]
    numbers = [(name, str(number)) for name, number in session.settings["krisis.nomor"].items()]
    return DeskPaper(
        "Lembar Krisis",
        session.settings["kantor.nama"],
        "Rahasia – hanya untuk petugas yang menangani; jangan ditinggal di meja",
        f"Kasus {case.number} · register {case.register_number} · dicetak {session.actor.account}",
        (
            Block(lines=(f"KASUS {case.number}: RISIKO TINGGI, PINDAH KE SOP KRISIS SEKARANG",), is_loud=True),
            Block(
                rows=(
                    ("Ditandai", f"{crisis.since.astimezone(zone):%d-%m-%Y %H.%M} ({crisis.why})"),
                    ("Diambil oleh", f"{crisis.taken_by}, {crisis.taken.astimezone(zone):%d-%m-%Y %H.%M}" if crisis.taken else "belum ada"),
                    ("Korban (inisial)", "; ".join(_who(person) for person in victims)),
                    ("Anak", children_told(victims)),
                    ("Kecamatan", text(values, "place_kecamatan") or "belum diketahui"),
                ),
                columns=fit.columns,
            ),
            _numbers(session, numbers[: fit.first], len(numbers)),
            Block("Kontak aman", rows=contact_rows(values, is_held=bool(why_held(case, to_victim(case)))), columns=fit.columns),
            Block("Yang dilakukan", lines=[f"{BOX} {step}" for step in _STEPS]),
            Block("Siapa dihubungi, jam berapa, hasilnya", room=fit.room),
            Block(signs=("Yang mengambil alih,", "Mengetahui, ketua,")),
            *_further(numbers, fit.first if fit.rest else len(numbers)),
        ),
    )  # fmt: skip


def children_told(victims: Sequence[Person]) -> str:
    """Whether ``victims`` include a child; unknown age is mentioned."""
    if any(person.is_child for person in victims):
        return "ya"
    return (
        "tidak" if victims and all(person.age is not None for person in victims) else "umur belum diketahui"
    )


def _numbers(session: Session, shown: Sequence[tuple[str, str]], every: int) -> Block:
    if not every:
        nothing = f"Belum diisi dalam Daftar kode. Darurat: {session.settings['surat.darurat']}"
        return Block("Nomor telepon", lines=(nothing,))
    more = f"Nomor ke-{len(shown) + 1} sampai ke-{every}: halaman berikut." if every > len(shown) else ""
    columns = 1 if len(shown) <= _ONE_COLUMN else 2
    return Block("Nomor telepon", rows=shown, columns=columns, lines=(more,) if more else ())


def _further(numbers: Sequence[tuple[str, str]], first: int) -> tuple[Block, ...]:
    left = numbers[first:]
    title = f"Nomor telepon, ke-{first + 1} sampai ke-{len(numbers)}"
    return (Block(title, rows=left, columns=2, starts_page=True),) if left else ()


def _who(person: Person) -> str:
    age = f"{person.age_told} tahun" if person.age_told else ""
    return ", ".join(filter(None, (initials_of(person), person.sex, age)))


def may_call(values: Values) -> bool:
    """A safe contact, hers or the trusted person's, may be telephoned."""
    is_way = {informing.CALL, informing.TRUSTED}.intersection(inform.ways(values))
    return bool(is_way) and not forbids_telephone(text(of_person(values, VICTIM), "safe_contact_hours"))


def _number(values: Values) -> str:
    number = text(of_person(values, VICTIM), "safe_contact_phone")
    if number and informing.MESSAGE in inform.ways(values):
        return f"{number} (pesan tertulis saja, JANGAN MENELEPON)"
    return number if number and may_call(values) else "-"


_WRONG = {
    Misfit.ANOTHERS: "milik pelapor",
    Misfit.UNSTATED: "belum dinyatakan milik siapa",
    Misfit.CHILD: "surat ke rumah anak",
    Misfit.ENDED: "surat kuasanya berakhir",
}


def contact_rows(values: Values, *, is_held: bool = False) -> tuple[tuple[str, str], ...]:
    """Way, initials, number, hours; none if ``is_held``: it may be the reported person's."""
    values = of_person(values, VICTIM)
    wrong = misfit(values, VICTIM)
    if is_held:
        return (("Kontak aman", "ditahan menurut keputusan tentang pengirim; JANGAN dipakai"),)
    if wrong:
        return (("Kontak aman", f"{_WRONG[wrong]}; JANGAN dipakai untuk korban"),)
    return (
        ("Cara", label_of(WAYS, text(values, "safe_contact_way")) or "belum ada"),
        ("Nama (inisial)", initials(known_name(values, "safe_contact_name")) or "-"),
        ("Telepon", _number(values)),
        ("Jam yang diizinkan", text(values, "safe_contact_hours") or "tidak disebut"),
        ("Sudah dipastikan", "ya" if values.get("safe_contact_confirmed") is True else "BELUM"),
    )


_SAY = (
    "Perkenalkan diri dengan nama saja. Tanyakan: apakah sedang sendirian dan aman untuk berbicara?",
    "Bila orang lain yang menjawab: katakan salah sambung, tutup; jangan sebut kantor dan jangan tinggalkan pesan.",
    "Sampaikan bahwa ada yang memperhatikan keadaannya dan memberi tahu kami; jangan sebut siapa.",
    "Tanyakan keinginannya; tanyakan apa yang boleh diteruskan, kepada siapa, dan apa yang tidak boleh.",
    "Bila percakapan terputus: jangan menelepon ulang hari itu; sampaikan kepada ketua.",
)
_HERSELF, *_TRUSTED = (
    "Sampaikan bahwa hal yang ia sampaikan sudah kami terima dan sedang ditangani.",
    "Bila yang menjawab bukan orang yang tertulis di atas: katakan salah sambung, tutup; jangan sebut kantor dan jangan tinggalkan pesan.",
    "Minta orang itu menghubungkan kami dengan yang bersangkutan; jangan sebut isinya kepadanya.",
)
_BY_ROUTE = "JANGAN MENELEPON. Hanya lewat kontak di atas, pada jam yang diizinkan; jangan beri tahu apa pun kepada orang lain."
_BY_NONE = "JANGAN MENELEPON dan jangan menghubungi lebih dahulu; dicatat hanya bila yang bersangkutan datang sendiri."


def put_out_slip(session: Session, number: str, target: Path) -> Path:
    """Put the slip into ``target``."""
    case = inform.look(session, number).case
    need_free(case, to_victim(case))
    need_fit(number, misfit(case.values, VICTIM), VICTIM)
    history.log_access(clock.now(), session.actor, f"{inform.VERB} print", number)
    return put_files(target, [(f"{number}-hubungi.pdf", draw(slip(case), session.settings["surat.kertas"]))])[
        0
    ]


def slip(case: Case) -> DeskPaper:
    """Holds nothing of the report."""
    say: tuple[str, ...] = (
        _SAY[0],
        *(_TRUSTED if informing.TRUSTED in inform.ways(case.values) else _SAY[1:2]),
        _HERSELF if flag(case.values, "reporter_is_victim") else _SAY[2],
        *_SAY[3:],
    )
    other: dict[str, str] = {}
    if not may_call(case.values):
        say = (_BY_NONE if inform.ways(case.values) == (informing.OFFICE,) else _BY_ROUTE, _SAY[3])
        other = {"tidak diangkat": "tidak dijawab"}
    outcomes = [f"{BOX} {other.get(choice.value, choice.label.id)}" for choice in informing.OUTCOMES]
    return DeskPaper(
        "Lembar Hubungan",
        "",
        "Hanya untuk petugas; dimusnahkan sesudah dicatat",
        f"Nomor {case.number}",
        (
            Block("Kontak", rows=contact_rows(case.values)),
            Block("Cara berbicara", lines=[f"{place}. {sentence}" for place, sentence in enumerate(say, 1)]),
            Block("Percobaan (jam, paraf)", room=3),
            Block("Hasil", lines=outcomes, columns=2),
            Block("Keinginan", lines=[f"{BOX} {choice.label.id}" for choice in informing.WISHES], columns=2),
            Block("Jawaban lain (menurut daftar di layar)", room=4),
        ),
    )  # fmt: skip
