"""Screen words for stored values; typed text stays as it is."""

from collections.abc import Iterable, Mapping

from pipeline.cases.clarify import CLARIFIED
from pipeline.cases.delivery import FAILURES, Receiver, Way
from pipeline.cases.fields.closing import CLOSING
from pipeline.cases.fields.delivery import receivers_listed, ways_listed
from pipeline.cases.fields.follow_up import FOLLOW_UP, REFERRAL_STATES
from pipeline.cases.fields.informing import INFORM
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.lists import CHANNELS, RISKS, SEXES, Choice
from pipeline.cases.outcomes import OUTCOMES
from pipeline.cases.states import State
from pipeline.cases.values import ANONYMOUS, UNKNOWN
from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.kernel.text import N_, Text, as_it_is
from pipeline.office.base.conflict import RELATIONS
from pipeline.office.base.document_kinds import in_words


def _as_stored(english: Mapping[str, str]) -> dict[str, Text]:
    return {value: Text(value, word) for value, word in english.items()}


def _of(choices: tuple[Choice, ...]) -> dict[str, Text]:
    return {choice.value: choice.label for choice in choices}


KINDS: Mapping[str, Mapping[str, Text]] = {
    "state": {state.value: state.label for state in State} | _as_stored({
        "akses dibatasi": "access restricted", "dimusnahkan": "destroyed", "menunggu pendaftaran": "waiting for registration",
    }),
    "progress": _as_stored({"selesai": "done", "sekarang": "now", "belum": "not yet", "tidak berlaku": "does not apply"}),
    "letter": _as_stored({
        "konsep": "draft", "dikembalikan": "returned", "disetujui": "approved", "ditandatangani": "signed",
        "ditarik": "withdrawn", "batal": "void",
    }),
    "letter_kind": {word: kind.name for word, kind in LETTER_KINDS.items()},
    "sheet": _as_stored({
        "dicetak": "printed", "kembali": "back", "dicatat": "recorded", "sedang dibuat": "being made", "usulan": "proposed",
        "menunggu ketua": "waiting for the chair", "dikembalikan": "returned", "disetujui": "approved",
        "diserahkan": "handed over", "tidak dipakai": "not used", "tidak diambil": "not fetched",
        "belum disampaikan": "not delivered yet", "disampaikan": "delivered", "tidak dapat disampaikan": "undeliverable",
    }),
    "sheet_kind": _as_stored({
        "verifikasi": "verification", "disposisi": "disposition", "persetujuan": "approval",
        "salinan": "copy for the victim", "penyampaian": "dispatch",
    }),
    "arrival": _as_stored({
        "baru": "new", "terbaca": "read", "tidak terbaca": "not readable", "terdaftar": "registered", "dipisah": "split",
        "salinan": "copy", "perlu dicocokkan": "to be matched", "diarsipkan": "archived", "konsep suntingan": "edited draft",
        "lembar keputusan": "decision sheet", "disisihkan": "put aside", "digabung": "joined", "dicoret": "struck",
    }),
    "role": {
        "petugas_penerima": N_("receiving clerk"),
        "petugas_identifikasi": N_("identification officer"),
        "ketua": N_("chair"),
        "arsiparis": N_("archivist"),
        "admin_teknis": N_("technical admin"),
        "pengawas": N_("overseer"),
    },
    "audit": {
        "masuk": N_("signed in"),
        "gagal": N_("failed or refused"),
        "lihat": N_("looked"),
        "buka": N_("revealed"),
        "keluar": N_("exported and printed"),
        "ubah": N_("worked on a case"),
        "akun": N_("accounts and keys"),
    },
    "side": _as_stored({
        "pelapor": "reporter", "korban": "victim", "terlapor": "reported person", "wali": "guardian", "saksi": "witness",
    }),
    "sex": _of(SEXES),
    "channel": _of(CHANNELS),
    "risk": _of(RISKS),
    "referral_state": _of(REFERRAL_STATES),
    "outcome": {outcome.value: outcome.label for outcome in OUTCOMES},
    "conflict": RELATIONS,
    "fate": _as_stored({
        "musnah": "destruction", "permanen": "kept for good", "dinilai kembali": "looked at again", "simpan": "kept",
    }),
    "event": _as_stored({
        "kasus ditutup": "the case was closed", "surat jawaban diarsipkan": "the answer was archived",
        "tanggal jawaban dalam register lama": "day of the answer in the paper register",
        "pendaftaran dibatalkan": "the registration was voided",
        "permintaan penghapusan dikabulkan": "a request for erasure was granted",
    }),
    "hours": _as_stored({
        "tidak disebut": "no hours were named", "dalam jam yang diizinkan": "within the allowed hours",
        "di luar jam yang diizinkan": "outside the allowed hours", "dinyatakan petugas": "stated by the officer",
        "tidak terbaca": "the written hours cannot be read",
    }),
    "attested": _as_stored({"ditegaskan": "confirmed", "menunggu ketua": "waits for the chair"}),
    "crisis": _as_stored({
        "risiko tinggi": "high risk",
        "instruksi ketua": "instruction of the chair",
        "dinyatakan petugas": "stated by an officer",
        "surat diterima terlapor": "the reported person took the letter",
        "surat diterima orang lain": "somebody else took the letter",
    }),
    "against": _as_stored({
        "di luar jam yang diizinkan": "outside the allowed hours",
        "cara yang tidak diizinkan kontak aman": "by a way that the safe contact does not allow",
        "korban meminta tidak dihubungi": "the victim asked not to be contacted",
    }),
    "name": _as_stored({ANONYMOUS: "anonymous", UNKNOWN: "not known yet"}),
    "same": _as_stored({"sama": "the same person", "lain": "somebody else", "tidak tahu": "not known"}),
    "failure": _of(FAILURES),
    "way": _of(ways_listed(tuple(Way))),
    "receiver": _of(receivers_listed(tuple(Receiver))),
}  # fmt: skip
_ASKED = {
    field.name: _of(field.choices) for field in (*INFORM, *CLARIFIED, *CLOSING, *FOLLOW_UP, *BY_NAME.values())
}


def word_of(kind: str, value: object) -> Text:
    """``kind`` is in :data:`KINDS`, a question's name, or "document" of names of documents."""
    written = str(value)
    known = KINDS[kind] if kind in KINDS else _ASKED.get(kind, {})
    return known.get(written) or (in_words if kind == "document" else as_it_is)(written)


def words_of(kind: str, values: Iterable[object]) -> Text:
    """The words, with commas."""
    labels = [word_of(kind, value) for value in values]
    return Text(", ".join(words.id for words in labels), ", ".join(words.en for words in labels))
