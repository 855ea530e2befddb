"""The decision sheets of steps 6, 7 and 11, without names."""

from dataclasses import dataclass
from typing import Any

from pipeline.cases import consent
from pipeline.cases.case import Case
from pipeline.cases.completeness import LOOKED_FOR, gaps
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.privacy import HIDDEN, initials, masked, public_sender
from pipeline.cases.values import day, known_name, text
from pipeline.kernel.clock import long_date
from pipeline.kernel.text import N_, Text
from pipeline.letters.forms import ticked
from pipeline.office.base.session import Session
from pipeline.office.cases import workloads
from pipeline.office.cases.forms_case import case_fields, nameless, office_fields
from pipeline.office.cases.forms_reports import NEW_OR_KNOWN, authority, due
from pipeline.office.letters.matter import values_of
from pipeline.records.letters import Letter

_NAMES = ("victim_name", "reported_name")
_SAID_NO = (False, "tidak", "belum ditanya")
_THERE = N_("there")
_MISSING = N_("missing")
_PARTLY = N_("not whole")
_NOT_NEEDED = N_("not needed")
_NO = N_("no, or not yet")


def disposition_fields(session: Session, case: Case) -> dict[str, Any]:
    """The masked letter, and the officers' loads."""
    shown = masked(case.values)
    written = day(case.values, "letter_date")
    return {
        **office_fields(session),
        **case_fields(case),
        "dari": public_sender(case.values),
        "nomor_surat": text(shown, "letter_number"),
        "tanggal_surat": long_date(written) if written else "",
        "hal": HIDDEN if text(shown, "subject") == HIDDEN else nameless(text(shown, "subject"), case.values),
        "kode": session.settings["nomor.kode"],
        "risiko": text(case.values, "risk"),
        "tenggat": due(case.values),
        "petugas": [
            {"nama": load.account, "beban": load.load.id} for load in workloads.of_case(session, case)
        ],
    }


def verification_fields(session: Session, case: Case) -> dict[str, Any]:
    """What is there, missing, or impossible."""
    return {
        **office_fields(session),
        **case_fields(case),
        "pendaftar": case.registered_by,
        "kecamatan": text(case.values, "place_kecamatan"),
        "risiko": text(case.values, "risk"),
        "kewenangan": authority(session, case.values),
        "baru_lama": ticked(NEW_OR_KNOWN, ()),
        "kelengkapan": [
            {"hal": need.label.id.rstrip("?"), "keadaan": need.state.id} for need in checked(case)
        ],
    }


def blank_verification(session: Session) -> dict[str, Any]:
    """Boxes for every answer looked for."""
    states = ticked([(state.id, state.id) for state in (_THERE, _MISSING, _NOT_NEEDED)], ())
    return {
        "kewenangan": authority(session, {}),
        "baru_lama": ticked(NEW_OR_KNOWN, ()),
        "kelengkapan": [
            {"hal": BY_NAME[name].label.id.rstrip("?"), "keadaan": states} for name in LOOKED_FOR
        ],
    }


@dataclass(frozen=True)
class Checked:
    """An answer that completeness asks for."""

    field: str
    label: Text
    state: Text
    is_open: bool = False
    required: bool = False

    @property
    def is_there(self) -> bool:
        """Whether it was given, not merely unneeded."""
        return self.state is _THERE

    @property
    def mark(self) -> str:
        """Its state in one character."""
        return "✗" if self.is_open else "✓" if self.is_there else "–"


def checked(case: Case) -> list[Checked]:
    """What the verifier sees of ``case``."""
    open_gaps = {gap.field: gap.required for gap in reversed(gaps(case))}
    declared = {clarification.field for clarification in case.clarifications if not clarification.answered}
    rows = []
    for name in dict.fromkeys((*LOOKED_FOR, *open_gaps)):
        required = open_gaps.get(name, False)
        if not (name in open_gaps or name in case.values or BY_NAME[name].when(case.values)):
            continue  # not asked in such a case
        if name in open_gaps:
            partly = _PARTLY if name in _NAMES and known_name(case.values, name) else _MISSING
            state = N_("missing (required)") if required else partly
        elif name in declared:
            state = N_("impossible, with a reason")
        else:  # an age follows from a birth date; a call has no date of a letter, an adult needs no guardian
            value = case.values.get(
                name,
                name == "victim_age" or (name == "victim_consent" and consent.is_asked(case.values)) or None,
            )
            state = _NOT_NEEDED if value is None else _NO if value in _SAID_NO else _THERE
        rows.append(Checked(name, BY_NAME[name].label, state, name in open_gaps, required))
    return rows


def approval_fields(session: Session, case: Case, letter: Letter, pages: int = 0) -> dict[str, Any]:
    """``pages`` is 0 if not counted."""
    return {
        **office_fields(session),
        "nomor_kasus": case.number,
        "nomor_register": case.register_number,
        "surat": {
            "id": letter.id,
            "revisi": str(letter.revision),
            "jenis": letter.kind_row.name.id,
            "halaman": str(pages or ""),
            "hal": nameless(str(letter.context.get("hal", "")), case.values),
            "sifat": str(letter.context.get("sifat", "")),
            "kepada": _to(case, letter),
            "tanggal": long_date(letter.day) if letter.day else "",
            "penyusun": letter.drafted_by,
            "sidik": fingerprint(letter),
        },
        "tindak_lanjut": nameless(_what_follows(case, letter), case.values),
    }


def _what_follows(case: Case, letter: Letter) -> str:
    if letter.is_beside:
        return f"menanyakan: {' '.join(map(str, letter.context.get('pertanyaan', ())))}"
    return text(case.values, "follow_up")


def fingerprint(letter: Letter) -> str:
    """Sixteen grouped digits, to compare sheet and draft."""
    digest = letter.draft_digest[:16]
    return " ".join(digest[at : at + 4] for at in range(0, 16, 4))


def _to(case: Case, letter: Letter) -> str:
    if case.is_institution:
        return public_sender(case.values)
    return initials(text(values_of(case, letter), "addressee"))
