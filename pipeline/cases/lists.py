"""Code lists of SIMFONI-PPA. Changing a value changes recaps."""

from dataclasses import dataclass

from pipeline.kernel.text import N_, Text


@dataclass(frozen=True)
class Choice:
    """Stored ``value``, shown ``label`` and other ``words``."""

    value: str
    label: Text
    words: tuple[str, ...] = ()


def _choice(value: str, english: str, *words: str) -> Choice:
    """Shown in Indonesian as it is stored."""
    return Choice(value, Text(value, english), words)


CHANNELS = (
    Choice("letter", N_("letter"), ("surat", "surat pengaduan")),
    Choice("phone", N_("telephone"), ("telepon", "telpon", "telp")),
    Choice("referral", N_("referral"), ("rujukan", "surat rujukan")),
)

MEDIA = (
    _choice("surat", "paper letter", "kertas"),
    Choice("pesan", N_("messenger printout"), ("whatsapp", "wa", "telegram")),
    Choice("sms", N_("SMS printout")),
    Choice("pos-el", N_("e-mail printout"), ("email", "e-mail", "surel")),
)  # fmt: skip

SEXES = (
    Choice("L", N_("male"), ("laki-laki", "laki", "pria", "lk", "male", "m")),
    Choice("P", N_("female"), ("perempuan", "wanita", "pr", "female", "f")),
)

RELATIONS = (
    _choice("orang tua", "parent", "ayah", "ibu", "bapak", "ayah tiri", "ibu tiri"),
    _choice(
        "keluarga/saudara",
        "family or sibling",
        "keluarga",
        "saudara",
        "kakak",
        "adik",
        "anak",
        "paman",
        "bibi",
    ),
    _choice("suami/istri", "husband or wife", "suami", "istri", "isteri", "mantan suami", "mantan istri"),
    _choice("tetangga", "neighbour"),
    _choice("pacar/teman", "partner or friend", "pacar", "teman", "kenalan"),
    _choice("guru", "teacher", "dosen", "ustaz"),
    _choice("majikan", "employer", "atasan"),
    _choice("rekan kerja", "colleague", "teman kerja"),
    _choice("lainnya", "other", "lain"),
)

REPORTER_RELATIONS = (
    _choice("korban sendiri", "the victim in person", "korban", "diri sendiri", "saya sendiri", "sendiri"),
    *RELATIONS[:-1],
    _choice("lembaga perujuk", "referring institution", "lembaga", "instansi", "perujuk"),
    RELATIONS[-1],
)

VIOLENCE = (
    _choice("fisik", "physical", "kekerasan fisik"),
    _choice("psikis", "psychological", "kekerasan psikis", "psikologis"),
    _choice("seksual", "sexual", "kekerasan seksual"),
    _choice("eksploitasi", "exploitation"),
    _choice("trafficking (TPPO)", "trafficking", "trafficking", "tppo", "perdagangan orang"),
    _choice("penelantaran", "neglect"),
    _choice("lainnya", "other", "lain"),
)

PLACES = (
    _choice("rumah tangga", "household", "rumah"),
    _choice("tempat kerja", "workplace", "kantor"),
    _choice("sekolah", "school"),
    _choice("fasilitas umum", "public place", "tempat umum", "jalan umum"),
    _choice("lainnya", "other", "lain"),
)

RISKS = (_choice("rendah", "low"), _choice("sedang", "medium"), _choice("tinggi", "high"))

SERVICES = (
    _choice("pengaduan", "complaint", "konsultasi"),
    _choice("kesehatan", "health", "visum"),
    _choice("bantuan hukum", "legal aid", "nasihat hukum", "pendampingan hukum"),
    _choice("penegakan hukum", "law enforcement", "polisi"),
    _choice(
        "rehabilitasi sosial", "social rehabilitation", "psikolog", "pendampingan psikologis", "konseling"
    ),
    _choice("reintegrasi sosial", "social reintegration"),
    _choice("pemulangan", "return home"),
    _choice("pendampingan tokoh agama", "religious companion", "tokoh agama"),
)

EDUCATION = (
    Choice("TS", N_("no school"), ("tidak sekolah", "belum sekolah")),
    _choice("PAUD/TK", "kindergarten", "paud", "tk"),
    _choice("SD", "primary school", "mi"),
    Choice("SLTP", N_("junior high school"), ("smp", "mts")),
    Choice("SLTA", N_("senior high school"), ("sma", "smk", "ma")),
    Choice("PT", N_("university"), ("perguruan tinggi", "d3", "s1", "s2")),
)

MARITAL = (
    _choice("belum kawin", "unmarried", "belum menikah", "lajang"),
    _choice("kawin", "married", "menikah", "nikah"),
    _choice("cerai hidup", "divorced", "cerai"),
    _choice("cerai mati", "widowed"),
)

DISABILITIES = (
    _choice("tidak", "none", "tidak ada", "bukan"),
    _choice("fisik", "physical", "daksa"),
    _choice("netra", "blind", "tuna netra", "tunanetra"),
    _choice("rungu", "deaf", "tuli", "tuna rungu", "tunarungu"),
    _choice("wicara", "speech", "tuna wicara", "tunawicara"),
    _choice("intelektual", "intellectual", "grahita"),
    _choice("mental", "mental"),
    _choice("ganda", "multiple"),
    _choice("belum diketahui", "not yet known", "tidak tahu", "tidak disebut"),
)

SHARED_HOME = (
    _choice("ya", "yes", "y", "yes", "serumah", "true"),
    _choice("tidak", "no", "t", "no", "n", "false"),
    _choice("tidak tahu", "not known", "belum diketahui", "unknown"),
)

CONSENT = (
    _choice("ya", "yes", "y", "yes", "setuju", "true"),
    _choice("tidak", "no", "t", "no", "n", "false"),
    _choice("belum ditanya", "not yet asked", "belum"),
)

WAYS = (
    Choice("surat", N_("letter to a safe address"), ("pos", "alamat aman")),
    Choice("titip", N_("through a trusted person"), ("dititipkan",)),
    Choice("pesan", N_("text message only"), ("sms", "whatsapp", "wa", "pesan tertulis")),
    _choice("telepon", "telephone", "telp", "hp"),
    _choice("hanya ia yang menghubungi kami", "she alone contacts us", "telepon bersama", "jangan hubungi"),
    Choice("ambil", N_("collected at the office", "safe contact"), ("diambil", "di kantor")),
    _choice("tidak ada", "none", "belum ada"),
)  # fmt: skip

OWNERS = (
    Choice("korban", N_("the victim's"), ("milik korban", "victim")),
    Choice("pelapor", N_("the reporter's"), ("milik pelapor", "reporter")),
)

ADVICE = (
    _choice("datang langsung", "come in person", "datang"),
    Choice("tertulis", N_("write", "advice"), ("surat", "menulis", "mengirim pengaduan tertulis")),
)  # fmt: skip

SALUTATIONS = (
    _choice("Saudari", "Ms (Saudari)", "sdri"),
    _choice("Saudara", "Mr (Saudara)", "sdr"),
    _choice("Bapak", "Sir (Bapak)", "bpk", "pak"),
    _choice("Ibu", "Madam (Ibu)", "bu"),
    _choice("Bapak/Ibu", "Sir or Madam", "bapak ibu", "tidak diketahui"),
)


def borne_form(name: str) -> str:
    """The form of address in a name ("Ibu Tum" → "Ibu")."""
    first, _, rest = name.strip().partition(" ")
    word = first.rstrip(".").casefold()
    borne = (choice.value for choice in SALUTATIONS if word in (choice.value.casefold(), *choice.words))
    return next(borne, "") if rest.strip() else ""


AGE_GROUPS = ((5, "0–5"), (12, "6–12"), (17, "13–17"), (24, "18–24"), (44, "25–44"), (59, "45–59"))
LAST_AGE_GROUP = "60+"


def age_group(age: int) -> str:
    """The SIMFONI group: ``13–17``, … ``60+``."""
    return next((name for last, name in AGE_GROUPS if age <= last), LAST_AGE_GROUP)


def label_of(choices: tuple[Choice, ...], value: str, lang: str = "id") -> str:
    """The label of ``value``."""
    entry = next((choice for choice in choices if choice.value == value), None)
    return value if entry is None else entry.label.fill(lang)
