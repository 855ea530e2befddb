"""The kinds of letter of a case.

An answer moves the case; others go beside it, and one that ``asks`` (step 9) makes it wait.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.kernel.text import N_, Text

_UNSAID = Text("", "")


@dataclass(frozen=True, kw_only=True)
class LetterKind:
    """``word`` is stored and never changes."""

    word: str
    name: Text
    template: str
    """How its templates' names begin; ``whom`` follows."""
    subject: str
    """The usual subject, with the place ``{sapaan}``."""
    subject_of_call: str = ""
    """The same where a call is answered."""
    opening: str = ""
    """The sentence that opens it, as in a clause file; "" where such files do, by channel."""
    whom: tuple[str, ...] = ("perorangan", "instansi")
    is_answer: bool = False
    """Letter rules 1, 2 and part of 3 hold."""
    is_beside: bool = False
    asks: bool = False
    act: str = "draft"
    """Drafts it; its word in the history."""
    doing: Text = _UNSAID
    """What somebody does; ``title`` is of its page."""
    title: Text = _UNSAID
    open_end: Text = _UNSAID
    """Why it keeps the case open, of ``{letter}``."""
    filing: str = ""
    """Prefix of its register entries' kinds."""
    recap: tuple[str, Text]
    """Where a recap counts it."""


ANSWER = LetterKind(
    word="jawaban",
    name=N_("answer letter"),
    template="surat-jawaban",
    subject="Tanggapan atas Surat {sapaan}",
    subject_of_call="Tanggapan",
    is_answer=True,
    recap=("answers", N_("out: answers")),
)
CLARIFICATION = LetterKind(
    word="klarifikasi",
    name=N_("clarification request"),
    template="permintaan-klarifikasi",
    subject="Permohonan Keterangan",
    is_beside=True,
    asks=True,
    act="ask",
    doing=N_("ask"),
    title=N_("Letter that asks for clarification"),
    open_end=N_("request {letter} is not answered"),
    filing="request_",
    recap=("requests", N_("out: requests for clarification")),
)
LETTER_KINDS: Mapping[str, LetterKind] = {kind.word: kind for kind in (ANSWER, CLARIFICATION)}
BESIDE = tuple(kind for kind in LETTER_KINDS.values() if kind.is_beside)
ASKING = frozenset(kind.act for kind in BESIDE if kind.asks)
"""After these the case waits for an answer."""


def of_template(name: str) -> LetterKind:
    """By a template, whose name may go on."""
    kinds = (kind for kind in LETTER_KINDS.values() if name.startswith(kind.template))
    return max(kinds, key=lambda kind: len(kind.template), default=ANSWER)
