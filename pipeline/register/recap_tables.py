"""The tables of a recap; ``is_public``: for publication, without finer ones and health."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from pipeline.cases import lists, outcomes
from pipeline.cases.lists import Choice
from pipeline.cases.states import State
from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.kernel.text import Text
from pipeline.register.recap import Counted, Key, Party, Plan, Table, plain_table

CASES, VICTIMS = Text("kasus", "cases"), Text("korban", "victims")
_REPORTED, _LETTERS = Text("terlapor", "reported persons"), Text("surat", "letters")
ELSEWHERE = "di luar daftar"
OPEN = "belum selesai"
INSTITUTION, HERSELF, SOMEBODY, NAMELESS = "lembaga", "korban sendiri", "orang lain", "anonim"
YES, NO = "ya", "tidak"
_OPEN: Key = (OPEN, Text(OPEN, "not ended"))
_OUTCOMES: tuple[Key, ...] = tuple(
    (one.value, one.label) for one in outcomes.OUTCOMES if one.value != outcomes.MERGED
)
"""A merged case counts in the other."""
OF_OLD = ("korban", "kekerasan", "kanal", "pelapor", "tempat", "kecamatan")
_SEXES: tuple[Key, ...] = (("P", Text("perempuan", "female")), ("L", Text("laki-laki", "male")))
_AGES: tuple[Key, ...] = tuple(
    (name, Text(name, name)) for name in (*(name for _, name in lists.AGE_GROUPS), lists.LAST_AGE_GROUP)
)
_STATES: tuple[Key, ...] = tuple(
    (one.value, one.label) for one in State if one not in (State.VOID, State.OLD)
)
_REPORTERS: tuple[Key, ...] = (
    (HERSELF, Text("korban sendiri", "the victim herself")), (SOMEBODY, Text("orang lain", "somebody else")),
    (INSTITUTION, Text("lembaga", "institution")), (NAMELESS, Text("tanpa nama (anonim)", "without a name (anonymous)")),
)  # fmt: skip
_MANY = Text(
    "Satu {unit} dapat masuk dalam beberapa baris; karena itu baris tidak dijumlahkan.",
    "One of the {unit} may stand in several rows, so that the rows are not added up.",
)


def plans(subdistricts: Sequence[str], own: Mapping[str, str] | None = None) -> tuple[Plan, ...]:
    """In order; ``own`` maps the office's outcomes to the procedure's."""
    reported = Plan(
        "terlapor",
        Text("Terlapor menurut kelompok umur dan jenis kelamin", "Reported persons by age group and sex"),
        _REPORTED,
        _AGES,
        lambda case: (((one.age_group,), one.sex) for one in case.reported),
        _SEXES,
    )
    return (*_of_victims(), *_of_cases(subdistricts), *_of_own(own or {}), reported)


def _of_own(own: Mapping[str, str]) -> Iterable[Plan]:
    if own:
        named = tuple(
            (name, Text(f"{name} (dihitung sebagai: {parent})", f"{name} (counted as: {parent})"))
            for name, parent in own.items()
        )
        yield Plan("hasil-kantor", Text("Hasil penanganan menurut sebutan kantor", "How cases ended, in the office's words"),
                   CASES, (*_OUTCOMES, *named, _OPEN), _case(lambda case: case.own_outcome or OPEN))  # fmt: skip


def _of_victims() -> tuple[Plan, ...]:
    many = Text(_MANY.id.format(unit=VICTIMS.id), _MANY.en.format(unit=VICTIMS.en))
    by_case = Text(
        f"{many.id} Bentuk kekerasan dicatat untuk kasus, dan dihitung untuk setiap korbannya.",
        f"{many.en} Violence is kept for the case, and counted for each of its victims.",
    )
    kinds = _keys(lists.VIOLENCE)
    both = tuple(
        (f"{sex} {age}", Text(f"{sex} {age}", f"{'F' if sex == 'P' else 'M'} {age}"))
        for sex, _ in _SEXES for age, _ in _AGES
    )  # fmt: skip
    return (
        Plan("korban", Text("Korban menurut kelompok umur dan jenis kelamin", "Victims by age group and sex"), VICTIMS,
             _AGES, _persons(lambda one: one.age_group), _SEXES, is_public=True),
        Plan("kekerasan", Text("Bentuk kekerasan", "Kinds of violence"), VICTIMS, kinds, _violence(lambda _: ""),
             is_multiple=True, is_public=True, note=by_case),
        Plan("kekerasan-umur", Text("Bentuk kekerasan menurut jenis kelamin dan kelompok umur korban",
             "Kinds of violence by sex and age group of the victim"), VICTIMS, kinds,
             _violence(lambda one: f"{one.sex} {one.age_group}"), both, is_multiple=True,
             note=Text(f"{many.id} P perempuan, L laki-laki, dengan kelompok umur.",
                       f"{many.en} F female, M male, with the age group.")),
        Plan("pendidikan", Text("Pendidikan korban", "Education of the victims"), VICTIMS, _keys(lists.EDUCATION),
             _persons(lambda one: one.education)),
        Plan("perkawinan", Text("Status perkawinan korban", "Marital status of the victims"), VICTIMS,
             _keys(lists.MARITAL), _persons(lambda one: one.marital)),
        Plan("disabilitas", Text("Disabilitas korban", "Disabilities of the victims"), VICTIMS,
             _keys(lists.DISABILITIES[:-1]), _persons(lambda one: one.disability)),
    )  # fmt: skip


def _of_cases(subdistricts: Sequence[str]) -> tuple[Plan, ...]:
    media = (*_keys(lists.MEDIA), ("-", Text("bukan surat (telepon)", "no letter (telephone)")))
    places = (
        *((one, Text(one, one)) for one in subdistricts),
        (ELSEWHERE, Text("di luar daftar kecamatan kantor", "outside the office's list")),
    )
    referred = (
        (YES, Text("dengan rujukan", "with a referral")), (NO, Text("tanpa rujukan", "without a referral")),
        ("-", Text("surat jawaban belum dibuat", "no answer yet")),
    )  # fmt: skip
    return (
        Plan("kanal", Text("Kanal pengaduan", "How complaints arrived"), CASES, _keys(lists.CHANNELS),
             _case(lambda case: case.channel), is_public=True),
        Plan("bentuk-surat", Text("Bentuk surat pengaduan", "Form of the letter of complaint"), CASES, media,
             _case(lambda case: case.medium)),
        Plan("pelapor", Text("Pelapor", "Reporters"), CASES, _REPORTERS, _case(lambda case: case.reporter),
             is_public=True),
        Plan("hubungan", Text("Hubungan terlapor dengan korban", "Relation of the reported person to the victim"), CASES,
             _keys(lists.RELATIONS), _case(lambda case: case.relation), is_public=True,
             note=Text("Menurut terlapor pertama.", "By the first reported person.")),
        Plan("tempat", Text("Tempat kejadian", "Place of the event"), CASES, _keys(lists.PLACES),
             _case(lambda case: case.place), is_public=True),
        Plan("kecamatan", Text("Kecamatan kejadian", "Subdistrict of the event"), CASES, places,
             _case(lambda case: case.subdistrict), is_public=True),
        Plan("risiko", Text("Tingkat risiko", "Level of risk"), CASES, _keys(lists.RISKS), _case(lambda case: case.risk)),
        Plan("layanan", Text("Layanan yang diminta", "Services asked for"), CASES, _keys(lists.SERVICES),
             lambda case: ((case.services, ""),), is_multiple=True, is_public=True,
             note=Text(_MANY.id.format(unit=CASES.id), _MANY.en.format(unit=CASES.en)),
             unknown=Text("tidak disebut", "not named")),
        Plan("rujukan", Text("Rujukan dalam surat jawaban", "Referral in the answer"), CASES, referred,
             _case(lambda case: case.referral), unknown=None),
        Plan("keadaan", Text("Keadaan kasus", "State of the cases"), CASES, _STATES, _case(lambda case: case.state),
             unknown=None),
        Plan("hasil", Text("Hasil penanganan", "How cases ended"), CASES, (*_OUTCOMES, _OPEN),
             _case(lambda case: case.outcome or OPEN), is_public=True),
    )  # fmt: skip


def _keys(choices: Sequence[Choice]) -> tuple[Key, ...]:
    return tuple((one.value, one.label) for one in choices)


def _persons(of: Callable[[Party], str]) -> Callable[[Counted], Iterable[tuple[Sequence[str], str]]]:
    return lambda case: (((of(one),), one.sex) for one in case.victims)


def _violence(column: Callable[[Party], str]) -> Callable[[Counted], Iterable[tuple[Sequence[str], str]]]:
    return lambda case: ((case.violence, column(one)) for one in case.victims)


def _case(of: Callable[[Counted], str]) -> Callable[[Counted], Iterable[tuple[Sequence[str], str]]]:
    return lambda case: (((of(case),), ""),)


def overview(
    detailed: int, old: int, restricted: int, destroyed: int, late: int, merged: int, void: int
) -> Table:
    """Cases received; ``merged`` and ``void`` are not counted."""
    rows = (
        ("procedure", Text("menurut prosedur, dirinci dalam tabel berikut", "of the procedure, told in the tables below"),
         detailed),
        ("old", Text("register lama (dari buku kertas)", "paper register (from the book)"), old),
        ("restricted", Text("akses dibatasi, tidak dirinci", "access restricted, not told in detail"), restricted),
        ("destroyed", Text("sudah dimusnahkan menurut berita acara, tidak dirinci",
                           "destroyed with minutes, not told in detail"), destroyed),
    )  # fmt: skip
    note = Text(
        f"Didaftarkan sesudah akhir periode: {late} kasus (terhitung). Digabung ke kasus lain: {merged}; "
        f"pendaftaran yang dibatalkan: {void} (keduanya tidak terhitung).",
        f"Registered after the end of the period: {late} cases (counted). Merged into other cases: {merged}; "
        f"registrations that are void: {void} (neither is counted).",
    )
    title = Text("Kasus yang diterima", "Cases received")
    return plain_table("ikhtisar", title, CASES, rows, note, adds_up=True)


def mail(found: Mapping[str, int]) -> Table:
    """Letters in and out."""
    words = {
        "in": Text(
            "masuk, bernomor agenda (juga catatan telepon)", "in, with an agenda number (notes of calls too)"
        ),
        "struck": Text("di antaranya dicoret", "struck among these"),
        **dict(kind.recap for kind in LETTER_KINDS.values()),
        "void": Text("nomor surat yang batal", "numbers of letters that are void"),
    }
    note = Text(
        "Menurut tanggal diterima (masuk) dan tanggal surat (keluar), seperti buku agenda.",
        "By the day of receipt (in) and the day of the letter (out), as in the mail logs.",
    )
    rows = ((key, title, found[key]) for key, title in words.items())
    return plain_table(
        "surat", Text("Surat masuk dan keluar", "Letters in and out"), _LETTERS, rows, note, adds_up=False
    )


def unanswered(days: int, late: Sequence[bool]) -> Table:
    """Cases waiting longer than ``days``; ``late``: of the period."""
    rows = (
        ("all", Text(f"belum dijawab lebih dari {days} hari kalender", f"not answered for more than {days} calendar days"),
         len(late)),
        ("period", Text("di antaranya diterima dalam periode ini", "received in this period among these"), sum(late)),
    )  # fmt: skip
    note = Text(
        "Kasus yang diterima sampai akhir periode dan, pada saat rekap dibuat, belum mempunyai surat jawaban bertanda "
        "tangan. Hari kalender sejak diterima, bukan hari kerja.",
        "Cases received up to the end of the period that have no signed answer as the recap is made. Calendar days since the "
        "receipt, not working days.",
    )
    return plain_table(
        "belum-dijawab", Text("Belum dijawab", "Not answered"), CASES, rows, note, adds_up=False
    )
