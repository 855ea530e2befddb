"""The Laporan Hasil Identifikasi (steps 6–9), also for papers of step 14."""

from datetime import date
from typing import Any

from pipeline.cases import consent, lists
from pipeline.cases.case import Case
from pipeline.cases.completeness import gaps
from pipeline.cases.deadlines import deadlines
from pipeline.cases.fields.days import when_at_length
from pipeline.cases.fields.identification import CONCLUSION, NEW_OR_EARLIER
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.people import Side, of_each
from pipeline.cases.privacy import initials_of, public_reporter
from pipeline.cases.values import Values, day, items, text
from pipeline.kernel.clock import long_date
from pipeline.letters.forms import ticked
from pipeline.office.base.session import Session
from pipeline.office.base.value_labels import word_of
from pipeline.office.cases.forms_case import boxes, case_fields, chosen, nameless, office_fields

AUTHORITY = (("dalam", "dalam wilayah"), ("luar", "di luar wilayah"))
NEW_OR_KNOWN = (("baru", "kasus baru"), ("lama", "kasus lama"))
_KINDS = (
    ("KtP", "kekerasan terhadap perempuan (KtP)"),
    ("KtA", "anak (KtA/AMPK)"),
    ("TPPO", "perdagangan orang (TPPO)"),
)
_MOST = 200
_EMPTY, _NONE = "belum diisi", "tidak ada"
_TYPED = {
    "kondisi_korban": "identified_condition",
    "alasan_risiko": "identified_risk",
    "kesimpulan": CONCLUSION,
}
_ROWS = {"bahasa": ("kata", "bahasa", "arti"), "klarifikasi": ("tanggal", "hal", "cara", "hasil")}


def identification_fields(session: Session, case: Case) -> dict[str, Any]:
    """What is empty says so in words."""
    values = case.values
    made = {
        **case_fields(case),
        **parties(case),
        **event(values),
        "baru_lama": boxes(NEW_OR_EARLIER, chosen(values, "identified_as")),
        **{name: nameless(text(values, field), values) for name, field in _TYPED.items()},
        "kronologi": nameless(text(values, "identified_chronology"), values).splitlines() or [_EMPTY],
        "jenis_kasus": ticked(_KINDS, _kinds_of(case)),
        "kewenangan": authority(session, values),
        "tanggal_kejadian": when_at_length(values),
        "tenggat": due(values) or _NONE,
        "isi_ringkas": nameless(text(values, "summary"), values),
        "permintaan": nameless(text(values, "requests"), values),
        "layanan_diminta": boxes(lists.SERVICES, chosen(values, "services_requested")),
        "layanan_diberikan": nameless(text(values, "services_given"), values),
        "persetujuan": _consent(values),
        "belum_jelas": ", ".join(dict.fromkeys(BY_NAME[gap.field].label.id for gap in gaps(case))) or _NONE,
        "bahasa": [
            {
                "kata": nameless(rendering.words, values),
                "bahasa": rendering.language,
                "arti": nameless(rendering.meaning, values),
            }
            for rendering in case.renderings[-_MOST:]
        ]
        or [_no_row("bahasa")],
        "klarifikasi": [
            {
                "tanggal": long_date(clarification.day),
                "hal": BY_NAME[clarification.field].label.id
                if clarification.field in BY_NAME
                else clarification.field,
                "cara": nameless(word_of("clarified_way", clarification.way).fill("id"), values),
                "hasil": "dijawab" if clarification.answered else "tidak mungkin",
            }
            for clarification in case.clarifications[-_MOST:]
        ]
        or [_no_row("klarifikasi")],
        "tindak_lanjut": nameless(text(values, "follow_up"), values) or "diusulkan bersama konsep jawaban",
        "rujukan": nameless(text(values, "referral"), values) or _NONE,
    }
    return office_fields(session) | {name: _in_words(value) for name, value in made.items()}


def _consent(values: Values) -> str:
    """Boxes until the victim was asked what may be passed on (step 5)."""
    permissions = "; ".join(
        f"{word}: {', '.join(items(values, name))}"
        for name, word in (
            (consent.SHARE, "izin meneruskan"),
            (consent.UNASKED, "belum ditanya"),
            (consent.WITHHOLD, "tidak boleh disebut"),
        )
        if items(values, name)
    )
    if not consent.is_asked(values):
        return boxes(lists.CONSENT, chosen(values, "victim_consent"))
    by = (text(values, consent.BY) or "korban", long_or_empty(day(values, consent.DAY)))
    return f"{permissions} ({', '.join(filter(None, by))})"


def _no_row(name: str) -> dict[str, str]:
    return dict.fromkeys(_ROWS[name], "–") | {_ROWS[name][0]: _NONE}


def _in_words(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: cell or ("" if key == "jk" else _EMPTY) for key, cell in value.items()}
    return value or _EMPTY


def empty_boxes() -> dict[str, Any]:
    """An empty report has rows to write in."""
    return event({}) | {
        **{name: [dict.fromkeys(parts, "")] * 3 for name, parts in _ROWS.items()},
        "baru_lama": boxes(NEW_OR_EARLIER, ()),
        "jenis_kasus": ticked(_KINDS, ()),
        "kewenangan": ticked(AUTHORITY, ()),
        "layanan_diminta": boxes(lists.SERVICES, ()),
        "persetujuan": boxes(lists.CONSENT, ()),
    }


def parties(case: Case) -> dict[str, Any]:
    """The people, as initials."""
    values, victim = case.values, case.victim
    victims, reported = (
        [person for person in case.people if person.side is side] for side in (Side.VICTIM, Side.REPORTED)
    )
    return {
        "korban": {
            "inisial": ", ".join(initials_of(person) for person in victims),
            "jk": victim.sex,
            "umur": of_each(
                (
                    victim.age_told,
                    *(f"{person.sex} {person.age_told or '?'}".strip() for person in victims[1:]),
                )
            ),
            "kelompok": of_each(person.age_group for person in victims),
            "disabilitas": victim.disability,
        },
        "pelapor": {"inisial": public_reporter(values), "hubungan": text(values, "reporter_relation")},
        "terlapor": {
            "inisial": ", ".join(initials_of(person) for person in reported),
            "hubungan": text(values, "reported_relation"),
        },
    }


def event(values: Values) -> dict[str, str]:
    """What happened and the danger, as boxes."""
    return {
        "jenis_kekerasan": boxes(lists.VIOLENCE, items(values, "violence")),
        "tempat_kejadian": boxes(lists.PLACES, chosen(values, "place_category")),
        "kecamatan": text(values, "place_kecamatan"),
        "risiko": boxes(lists.RISKS, chosen(values, "risk")),
    }


def _kinds_of(case: Case) -> tuple[str, ...]:
    victims = [person for person in case.people if person.side is Side.VICTIM]
    kinds = {
        "KtP": any(
            person.sex == "P" and person.age is not None and not person.is_child for person in victims
        ),
        "KtA": any(person.is_child for person in victims),
        "TPPO": "trafficking (TPPO)" in items(case.values, "violence"),
    }
    return tuple(word for word, holds in kinds.items() if holds)


def authority(session: Session, values: Values) -> str:
    """Boxes: in the office's sub-districts or not; both empty if unknown."""
    where = text(values, "place_kecamatan")
    return ticked(AUTHORITY, () if not where else ("dalam",) if where in session.places else ("luar",))


def due(values: Values) -> str:
    """The deadlines, nearest first."""
    return "; ".join(
        f"{nameless(deadline.what.id, values)}: {long_date(deadline.day)}"
        + (f" pukul {deadline.time.replace(':', '.')}" if deadline.time else "")
        for deadline in deadlines(values)
    )


def long_or_empty(when: date | None) -> str:
    """A day as in letters, or nothing."""
    return long_date(when) if when else ""
