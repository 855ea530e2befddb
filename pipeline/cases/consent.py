"""Step 5: what may be shared with whom.

Nothing is shared until she consents (UU 12/2022 art. 69; UU 27/2022); in an emergency a named law replaces
consent.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from pipeline.cases import contacts
from pipeline.cases.likeness import Likeness, address_words, may_be_person, of_numbers
from pipeline.cases.lists import Choice
from pipeline.cases.safety import reported_names
from pipeline.cases.values import Values, flag, items, known_name, text
from pipeline.kernel.text import N_, Text

SHARE, WITHHOLD, BY, DAY = "share_with", "withhold", "consent_by", "consent_day"
LAW, REASON = "emergency_law", "emergency_reason"
UNASKED, BY_LAW, GUARDIAN = "share_unasked", "share_by_law", "wali"
APART, HEARD = "guardian_apart", "victim_heard"
NOBODY, OTHERS = "tidak kepada siapa pun", "lembaga lain"
ADDRESS, TELEPHONE, WHERE, HEALTH = "alamat", "nomor telepon", "keberadaan", "keadaan kesehatan"
DENIED = "tidak diizinkan korban"
"""Stands for what is not passed on."""
RECIPIENTS: tuple[Choice, ...] = (
    Choice(NOBODY, Text(NOBODY, "nobody"), ("tidak", "tidak ada")),
    Choice("kepolisian", N_("police"), ("polisi", "polres", "polsek")),
    Choice("layanan kesehatan", N_("health services"), ("kesehatan", "puskesmas", "rumah sakit")),
    Choice("bantuan hukum", N_("legal aid"), ("lbh", "advokat")),
    Choice("dinas sosial", N_("social services or shelter"), ("sosial", "rumah aman")),
    Choice("sekolah", N_("school")),
    Choice("pemerintah desa", N_("village government"), ("desa", "kelurahan")),
    Choice("kejaksaan atau pengadilan", N_("prosecution or court"), ("kejaksaan", "pengadilan")),
    Choice(OTHERS, Text(OTHERS, "other institutions"), ("lain", "lainnya")),
)  # fmt: skip
WITHHELD: tuple[Choice, ...] = (
    Choice(ADDRESS, Text(ADDRESS, "address")),
    Choice(TELEPHONE, Text(TELEPHONE, "telephone number"), ("telepon",)),
    Choice(WHERE, N_("whereabouts"), ("tempat aman",)),
    Choice(HEALTH, Text(HEALTH, "state of health"), ("kesehatan",)),
)  # fmt: skip
GIVERS: tuple[Choice, ...] = (
    Choice("korban", N_("the victim in person"), ("korban sendiri", "sendiri")),
    Choice(GUARDIAN, N_("a safe guardian")),
)
LAWS: tuple[Choice, ...] = (
    Choice("UU 12/2022", N_("Law 12/2022 (sexual violence)"), ("tpks",)),
    Choice("UU 23/2004", N_("Law 23/2004 (domestic violence)"), ("pkdrt",)),
    Choice("UU 35/2014", N_("Law 35/2014 (child protection)"), ("anak",)),
    Choice("UU 21/2007", N_("Law 21/2007 (trafficking)"), ("tppo",)),
)  # fmt: skip
_NONE = frozenset({"-", "tidak ada", "belum ada", "nihil"})
_KINDS: tuple[tuple[str, str], ...] = (
    ("kepolisian", r"polisi|kepolisian|kapol\w+|pol(?:res|sek|da)\w*|unit ppa|bhayangkara"),
    (
        "layanan kesehatan",
        r"layanan kesehatan|puskesmas|rumah sakit|rs(?:ud|u|ia)?|klinik|bidan|dinas kesehatan|psikolog\w*|dokter",
    ),
    ("bantuan hukum", r"lbh|bantuan hukum|advokat\w*|pengacara|posbakum\w*"),
    ("dinas sosial", r"sosial|rumah aman|shelter|panti|lks\w*|peksos"),
    ("sekolah", r"sekolah|sdn?|smpn?|sman?|smkn?|mts|madrasah|pesantren|dinas pendidikan"),
    ("pemerintah desa", r"desa|kelurahan|lurah|rt|rw|camat|kecamatan"),
    ("kejaksaan atau pengadilan", r"kejaksaan|kajari|pengadilan|jaksa"),
)
_LEAVES = ("follow_up", "referral", "cc", "extra", "subject_out")
PHONES = ("victim_phone", *contacts.PHONES, "reporter_phone", "guardian_phone", "caller_number")
ADDRESSES = ("victim_address", *contacts.ADDRESSES, "reporter_address")
"""By which she and her reporter are reached: in no letter (rule 8)."""
_HEALTH = re.compile(
    r"\b(?:visum|luka|hamil|kehamilan|hiv|ims|depresi|trauma|diagnos\w+|sakit|rawat|operasi)\b", re.IGNORECASE
)
_PASSED = re.compile(
    r"\b(?:(?:me|di|kami )rujuk(?!\s+(?:pada\s+|kepada\s+)?surat)|(?:me|di)?(?:nerus|terus|limpah)kan|(?:salinan|tembusan) surat)\b"
    r"(?P<to>[^.;\n]*)",
    re.IGNORECASE,
)
_SHELTER = re.compile(r"\b(?:rumah aman|shelter|penampungan|tempat aman)\b", re.IGNORECASE)


class Standing(StrEnum):
    """How her consent stands towards one recipient."""

    OPEN = "belum ditanya"
    GIVEN = "diizinkan"
    REFUSED = "ditolak"
    BY_LAW = "darurat"


_ALLOWED = (Standing.GIVEN, Standing.BY_LAW)


def is_asked(values: Values) -> bool:
    """Whether she was asked what may be shared."""
    return SHARE in values


def standing(values: Values, kind: str) -> Standing:
    """Her consent towards ``kind``; whoever was neither allowed nor left open is refused."""
    if kind in items(values, BY_LAW):
        return Standing.BY_LAW
    if not is_asked(values) or kind in items(values, UNASKED):
        return Standing.OPEN
    return Standing.GIVEN if kind in given(values) else Standing.REFUSED


def given(values: Values) -> tuple[str, ...]:
    """Recipients whom she allowed."""
    return tuple(recipient for recipient in items(values, SHARE) if recipient != NOBODY)


def is_guardian_barred(values: Values) -> bool:
    """Reported, or sharing a home with a reported person: neither consents nor withdraws."""
    name = known_name(values, "guardian_name")
    numbers = (text(values, field) for field in ("guardian_phone", "reported_phone"))
    return (
        not flag(values, APART)
        or any(may_be_person(name, reported) for reported in reported_names(values) if name)
        or of_numbers(*numbers) is not Likeness.DIFFERENT
    )


def kind_of(institution: str) -> str:
    """One of :data:`RECIPIENTS`, by the institution's name."""
    plain = institution.casefold()
    return next((kind for kind, words in _KINDS if re.search(rf"\b(?:{words})\b", plain)), OTHERS)


def may_learn(values: Values, kind: str) -> bool:
    """True until she was asked; what gates a letter is :func:`forbidden`."""
    return not is_asked(values) or standing(values, kind) in _ALLOWED


def limits(values: Values) -> tuple[str, ...]:
    """What others may not learn."""
    others = () if may_learn(values, OTHERS) else (f"diteruskan kepada {OTHERS}",)
    return (*others, *items(values, WITHHOLD)) if is_asked(values) else ()


def tells_health(content: str) -> bool:
    """Whether health or its institutions are mentioned."""
    return bool(_HEALTH.search(content)) or kind_of(content) == "layanan kesehatan"


def tells_where(content: str) -> bool:
    """Whether her safe place is mentioned."""
    return bool(_SHELTER.search(content))


def forbidden(values: Values) -> tuple[str, ...]:
    """Institutions that may learn nothing."""
    named = tuple(
        institution
        for institution in institutions(values)
        if standing(values, kind_of(institution)) not in _ALLOWED
    )
    return (*named, *passed_on(values, text(values, "follow_up")))


def passed_on(values: Values, content: str) -> tuple[str, ...]:
    """Recipients in ``content`` whom she did not allow."""
    kinds = dict.fromkeys(kind_of(match["to"]) for match in _PASSED.finditer(content))
    return tuple(kind for kind in kinds if kind != OTHERS and standing(values, kind) not in _ALLOWED)


def are_open(values: Values, names: Iterable[str]) -> bool:
    """Whether she was asked about none of ``names``."""
    return all(standing(values, kind_of(name)) is Standing.OPEN for name in names)


def is_by_law(values: Values) -> bool:
    """Whether a law replaces her consent."""
    return bool(text(values, LAW) and text(values, REASON))


def leaked(values: Values) -> tuple[str, ...]:
    """What is told although it must be withheld."""
    wanted = set(items(values, WITHHOLD))
    content = "\n".join("\n".join(items(values, name)) or text(values, name) for name in _LEAVES)
    digits = re.sub(r"[\s.()-]", "", content).replace("+62", "0")
    is_told = {
        TELEPHONE: any(_plain(text(values, field)) in digits for field in PHONES if text(values, field)),
        ADDRESS: any(_holds(content, text(values, field)) for field in ADDRESSES),
        WHERE: tells_where(content),
        HEALTH: _HEALTH.search(content) is not None,
    }
    return tuple(name for name, is_so in is_told.items() if is_so and name in wanted)


def institutions(values: Values) -> Iterator[str]:
    """Institutions named in referral and tembusan."""
    for name in ("referral", "cc"):
        written = "\n".join(items(values, name)) or text(values, name)
        parts = (part.strip(" .") for part in re.split(r"[;\n]|,(?!\s*S\.)|\bdan\b", written))
        yield from (part for part in parts if part and part.casefold() not in _NONE)


def _plain(number: str) -> str:
    return re.sub(r"\D", "", number).removeprefix("62") or "-"


def _holds(content: str, address: str) -> bool:
    words = address_words(address)
    return len(words) > 1 and words <= address_words(content)
