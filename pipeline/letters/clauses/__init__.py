"""The clause library: short texts chosen by letter, channel, addressee and case.

A clause file has ``key: value`` lines, an empty line, and the wording with the tags of a template. Files of
the same name in ``letter_templates/klausul/`` stand before the shipped ones, but may not drop or narrow one
with ``wajib: ya`` (the invitation of SOP step 13, services free of charge).

=============  ===========================================================
key            meaning
=============  ===========================================================
nama           name of clause and file
judul          title (default: its name as words)
judul inggris  English title
versi          version, recorded with each letter
surat          kinds of letter (default: jawaban), or tanda-terima
bagian         pembuka, isi or pertanyaan
urutan         place within its part
isian          field that a question asks for
kanal          surat, telepon, rujukan
untuk          perorangan, instansi
kasus          only this kind (anak, seksual)
wajib          ya: it cannot be left out
=============  ===========================================================
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.kernel.errors import Refusal
from pipeline.kernel.letter_kinds import ANSWER, LETTER_KINDS, LetterKind
from pipeline.kernel.text import N_, Text, as_it_is
from pipeline.letters import fees, forms_fields, invitation
from pipeline.letters.matter import LETTER, PHONE, REFERRAL
from pipeline.letters.template import render_text

CHANNEL_WORDS = {LETTER: "surat", PHONE: "telepon", REFERRAL: "rujukan"}
OPENING, CONTENT, QUESTION = "pembuka", "isi", "pertanyaan"
RECEIPT = "tanda-terima"
CHILD, SEXUAL = "anak", "seksual"
WORDS: Mapping[str, frozenset[str]] = {
    "surat": frozenset({*LETTER_KINDS, RECEIPT}),
    "bagian": frozenset({OPENING, CONTENT, QUESTION}),
    "kanal": frozenset(CHANNEL_WORDS.values()),
    "untuk": frozenset({"perorangan", "instansi"}),
    "kasus": frozenset({CHILD, SEXUAL}),
}
_SHIPPED = Path(__file__).parent
CORRECTED = "perbaikan"
LONGEST = 3000
"""Characters of a paragraph."""
_NEEDED = ("nama", "versi", "bagian", "kanal", "untuk")
_VIOLENCE = re.compile(
    r"\b(?:kekerasan|KDRT|TPKS|TPPO|seks\w*|seksual|pe?lecehan|dilecehkan|perkosa\w*|pemerkosaan|diperkosa|cabul|pencabulan|"
    r"aniaya|penganiayaan|dianiaya|pemukulan|penelantaran|eksploitasi|trafficking|perdagangan orang|perundungan|"
    r"pelaku|inses|persetubuhan)\b",
    re.IGNORECASE,
)
_INVITES = (invitation.stands, N_("the invitation to come in person"))
_TOLD: Mapping[str, tuple[Callable[[str], object], Text]] = {
    "langkah-13-perorangan": _INVITES,
    "langkah-13-instansi": _INVITES,
    "layanan": (fees.is_free, as_it_is("“tanpa dipungut biaya”")),
    "klarifikasi-cara": _INVITES,
    "klarifikasi-rahasia": (fees.is_free, as_it_is("“tidak dipungut biaya”")),
}


@dataclass(frozen=True)
class Clause:
    """Without ``cases``: for every case."""

    name: str
    version: str
    letters: frozenset[str]
    part: str
    order: int
    channels: frozenset[str]
    kinds: frozenset[str]
    cases: frozenset[str]
    field: str
    is_mandatory: bool
    text: str
    title: Text

    @property
    def label(self) -> str:
        """As recorded with the letter: ``layanan@1``."""
        return f"{self.name}@{self.version}"

    @property
    def may_go(self) -> bool:
        """Whether it is neither the opening nor *wajib*."""
        return self.part == CONTENT and not self.is_mandatory


@dataclass(frozen=True)
class Wording:
    """The filled clauses of one letter."""

    opening: str
    content: tuple[str, ...]
    labels: tuple[str, ...]
    questions: tuple[str, ...] = ()


def library(own: Path) -> tuple[Clause, ...]:
    """Own clauses stand before the shipped ones."""
    clauses = {clause.name: clause for clause in shipped()}
    for path in sorted(own.glob("*.txt")) if own.is_dir() else ():
        clause = read(path)
        before = next((original for original in shipped() if original.name == clause.name), None)
        need_usable(clause, path, before)
        is_untitled = clause.title.id == _spoken(clause.name)
        clauses[clause.name] = replace(clause, title=before.title) if before and is_untitled else clause
    return _in_order(clauses.values())


@cache
def shipped() -> tuple[Clause, ...]:
    """The files, and the openings in the rows of their kinds of letter."""
    own = [_opening(kind) for kind in LETTER_KINDS.values() if kind.opening]
    return _in_order([*map(read, _SHIPPED.glob("*.txt")), *own])


def _opening(kind: LetterKind) -> Clause:
    return Clause(
        f"pembuka-{kind.word}", sha256(kind.opening.encode()).hexdigest()[:8], frozenset({kind.word}), OPENING, 0, WORDS["kanal"], frozenset(kind.whom), frozenset(), "",
        is_mandatory=False, text=kind.opening,
        title=N_("Opening ({kind})").of(kind=kind.name),
    )  # fmt: skip


def _in_order(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    return tuple(sorted(clauses, key=lambda clause: (clause.part != OPENING, clause.order, clause.name)))


def read(path: Path) -> Clause:
    """Read one file."""
    try:
        head, _, text = path.read_text("utf-8-sig").replace("\r\n", "\n").partition("\n\n")
    except UnicodeDecodeError:
        raise Refusal(
            "letters.bad_template",
            template=path.name,
            reason=N_("no UTF-8 text"),
            paragraph="",
        ) from None
    rows = dict(row.partition(":")[::2] for row in head.splitlines())
    keys = {key.strip(): value.strip() for key, value in rows.items()}
    missing = [key for key in _NEEDED if not keys.get(key)]
    if missing or not text.strip() or not keys.get("urutan", "0").isdigit():
        lacks = as_it_is(", ".join(missing)) if missing else N_("text or order")
        reason = N_("the head of the clause is incomplete ({lacks})").of(lacks=lacks)
        raise Refusal("letters.bad_template", template=path.name, reason=reason, paragraph=head[:80])
    sets = {key: _words(path, key, keys.get(key, "")) for key in WORDS}
    title = keys.get("judul") or _spoken(keys["nama"])
    return Clause(
        keys["nama"], keys["versi"], sets["surat"] or frozenset({ANSWER.word}), keys["bagian"], int(keys.get("urutan", "0")),
        sets["kanal"], sets["untuk"], sets["kasus"], keys.get("isian", ""), keys.get("wajib") == "ya", text.strip(),
        as_it_is(title, keys.get("judul inggris", "")),
    )  # fmt: skip


def _spoken(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _words(path: Path, key: str, text: str) -> frozenset[str]:
    words = frozenset(word.strip() for word in text.split(",") if word.strip())
    unknown = sorted(words - WORDS[key])
    if unknown:
        known = ", ".join(sorted(WORDS[key]))
        reason = N_("“{key}: {word}” is not known; known are: {known}").of(
            key=key, word=unknown[0], known=known
        )
        raise Refusal(
            "letters.bad_template", template=path.name, reason=reason, paragraph=f"{key}: {text}"[:80]
        )
    return words


def choose(
    clauses: tuple[Clause, ...],
    channel: str,
    kind: str,
    letter: str = ANSWER.word,
    cases: Collection[str] = (),
) -> tuple[Clause, ...]:
    """Without questions; all arguments are words of the files."""
    return tuple(
        clause
        for clause in clauses
        if clause.part != QUESTION
        and letter in clause.letters
        and channel in clause.channels
        and kind in clause.kinds
        and (not clause.cases or not clause.cases.isdisjoint(cases))
    )


def questions(clauses: tuple[Clause, ...], fields: Collection[str]) -> tuple[Clause, ...]:
    """Those for ``fields`` of a case."""
    return tuple(clause for clause in clauses if clause.part == QUESTION and clause.field in fields)


def filled(clauses: tuple[Clause, ...], fields: Mapping[str, Any]) -> tuple[tuple[Clause, str], ...]:
    """With their texts, without empty ones."""
    texts = ((clause, render_text(clause.label, clause.text, fields)) for clause in clauses)
    return tuple((clause, text) for clause, text in texts if text)


def wording_of(texts: Sequence[tuple[Clause, str]]) -> Wording:
    """Filled clauses by part."""
    return Wording(
        " ".join(text for clause, text in texts if clause.part == OPENING),
        tuple(text for clause, text in texts if clause.part == CONTENT),
        tuple(clause.label for clause, _ in texts),
        tuple(text for clause, text in texts if clause.part == QUESTION),
    )


def names_violence(text: str) -> bool:
    """A kind of violence or a perpetrator is named."""
    return _VIOLENCE.search(text) is not None


def need_usable(clause: Clause, path: Path, before: Clause | None) -> None:
    """Refuse a ``clause`` of the office that replaces ``before`` (None: adds one).

    What is mandatory stays; no violence is named, since anybody may open the letter.
    """
    text = render_text(path.name, clause.text, forms_fields.CLAUSE)
    if reasons := next(_faults(clause, text, before), None):
        raise Refusal("letters.clause_refused", file=path.name, reason=reasons)


def _faults(clause: Clause, text: str, before: Clause | None) -> Iterator[Text]:
    if names_violence(clause.text):
        yield N_("it names a kind of violence or a perpetrator, which others may read")
    if before is None and clause.part == OPENING:  # it would stand beside the shipped one, not in its place
        names = ", ".join(opening.name for opening in shipped() if opening.part == OPENING)
        yield N_("an opening can only be replaced under the same name ({names})").of(names=names)
    if before and (clause.part != before.part or clause.field != before.field):
        yield N_("part and field must stay (part: {part})").of(part=before.part)
    if before and before.is_mandatory:
        is_everywhere = (
            clause.letters >= before.letters
            and clause.channels >= before.channels
            and clause.kinds >= before.kinds
            and not clause.cases
        )
        if not is_everywhere or not clause.is_mandatory:
            yield N_(
                "this clause is mandatory and may not be narrowed; letters, channels, addressees and "
                "cases must stay"
            )
        says, phrase = _TOLD[clause.name]
        if not says(text) or invitation.takes_back(text):
            yield N_("what must be said is missing: {what}").of(what=phrase)


@dataclass(frozen=True)
class Part:
    """What the library ``says``; ``words`` of the letter."""

    clause: Clause
    says: str
    words: str
    stays: bool = True

    @property
    def name(self) -> str:
        """The clause's name."""
        return self.clause.name

    @property
    def title(self) -> Text:
        """Its title on a page."""
        return self.clause.title

    @property
    def is_corrected(self) -> bool:
        """Whether its words are not the library's."""
        return self.words != self.says


@dataclass(frozen=True)
class Choice:
    """``template`` (empty: the usual), clauses ``left_out``, own ``words`` by clause."""

    template: str = ""
    left_out: frozenset[str] = frozenset()
    words: Mapping[str, str] = field(default_factory=dict)

    def parts(self, filled: Sequence[tuple[Clause, str]]) -> tuple[Part, ...]:
        """What becomes of the ``filled`` clauses."""
        return tuple(
            Part(
                clause,
                says,
                " ".join(self.words.get(clause.name, "").split())[:LONGEST] or says,
                not (clause.name in self.left_out and clause.may_go),
            )
            for clause, says in filled
        )


@dataclass(frozen=True)
class Asking:
    """What a letter asks; ``by`` when an answer is hoped for."""

    fields: Collection[str] = ()
    more: Sequence[str] = ()
    by: date | None = None


USUAL, NOTHING = Choice(), Asking()
