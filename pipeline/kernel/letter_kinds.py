"""The kinds of letter of a case, one row each: whatever differs by kind stands here, and all else reads it.

A letter answers the case, which then moves with it (drafted, approved, signed, delivered), or goes beside it: with decisions of its
own, and leaving the state of the case alone. One that asks (step 9) makes the case wait for what comes back.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.kernel.text import Text

_UNSAID = Text("", "")


@dataclass(frozen=True, kw_only=True)
class LetterKind:
    """One kind of letter.

    ``word`` is stored with each letter, typed at the terminal, and stands in clauses and in ``nomor.kode_jenis``: it never changes.
    """

    word: str
    name: Text
    template: str
    """How the names of its templates begin; whom each is for follows."""
    subject: str
    """The line Hal where nobody chose one; with the place ``{sapaan}``."""
    subject_of_call: str = ""
    """The same where a call is answered, which no letter can be named of."""
    whom: tuple[str, ...] = ("perorangan", "instansi")
    is_answer: bool = False
    """Whether it must name what follows: the follow-up, the services, the invitation of step 13 (letter rules 1, 2 and part of 3)."""
    is_beside: bool = False
    asks: bool = False
    act: str = "draft"
    """The act that drafts it; also its word in the history."""
    doing: Text = _UNSAID
    """What somebody does by an act of its own, that of one beside the case; and the ``title`` of its page."""
    title: Text = _UNSAID
    open_end: Text = _UNSAID
    """What is said of one beside the case that keeps it from being closed; with the place ``{letter}``."""
    filing: str = ""
    """What stands before ``approved`` and ``signed`` in the kinds of its register entries."""
    recap: tuple[str, Text]
    """Where a recap counts it among the letters that went out: the key and the words."""


ANSWER = LetterKind(
    word="jawaban",
    name=Text("surat jawaban", "answer letter"),
    template="surat-jawaban",
    subject="Tanggapan atas Surat {sapaan}",
    subject_of_call="Tanggapan",
    is_answer=True,
    recap=("answers", Text("keluar: surat jawaban", "out: answers")),
)
CLARIFICATION = LetterKind(
    word="klarifikasi",
    name=Text("permintaan klarifikasi", "clarification request"),
    template="permintaan-klarifikasi",
    subject="Permohonan Keterangan",
    is_beside=True,
    asks=True,
    act="ask",
    doing=Text("meminta klarifikasi", "ask"),
    title=Text("Surat permintaan klarifikasi", "Letter that asks for clarification"),
    open_end=Text("permintaan klarifikasi {letter} belum dijawab", "request {letter} is not answered"),
    filing="request_",
    recap=("requests", Text("keluar: permintaan klarifikasi", "out: requests for clarification")),
)
LETTER_KINDS: Mapping[str, LetterKind] = {kind.word: kind for kind in (ANSWER, CLARIFICATION)}
"""By the word that is stored."""
BESIDE = tuple(kind for kind in LETTER_KINDS.values() if kind.is_beside)
ASKING = frozenset(kind.act for kind in BESIDE if kind.asks)
"""The acts after which the case waits for what comes back."""


def of_template(name: str) -> LetterKind:
    """Return the kind that a template of this name makes, also one that the office added to the name of its own."""
    found = (kind for kind in LETTER_KINDS.values() if name.startswith(kind.template))
    return max(found, key=lambda kind: len(kind.template), default=ANSWER)
