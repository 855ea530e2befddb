"""The clause library: short texts with a name and a version, chosen by letter, channel, addressee and case.

Each clause is a text file: a few ``key: value`` lines, an empty line, the wording with the same
tags as a template. An office that keeps its own wording puts files of the same name into
``letter_templates/klausul/``; they stand before the shipped ones. Clauses marked ``wajib: ya``
(the invitation of SOP step 13, the services free of charge) cannot be left out: what an office may
not change is refused by :mod:`pipeline.letters.clauses.own`.

=========  ==================================================================================
key        meaning
=========  ==================================================================================
nama       name of the clause and of its file
judul      what it is called on a page, in Indonesian; left out: its name as words
judul inggris  the same in English; left out: as in Indonesian
versi      version, recorded with each letter
surat      a kind of letter (default: jawaban), or tanda-terima; several with commas
bagian     pembuka, isi or pertanyaan
urutan     place among the clauses of its part
isian      for a question: the field of the case that it asks for
kanal      surat, telepon, rujukan
untuk      perorangan, instansi
kasus      only for cases of this kind (anak, seksual); left out: for every case
wajib      ya: it cannot be left out
=========  ==================================================================================
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.kernel.errors import Refusal
from pipeline.kernel.letter_kinds import ANSWER, LETTER_KINDS
from pipeline.kernel.text import Text, as_it_is
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
_NEEDED = ("nama", "versi", "bagian", "kanal", "untuk")


@dataclass(frozen=True)
class Clause:
    """One clause: ``letters``, ``channels``, ``kinds`` (of addressee) and ``cases`` say where it applies.

    ``cases`` is empty for a clause of every case; ``field`` is what a question asks for.
    """

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
        """Return name and version as they are recorded with the letter: ``layanan@1``."""
        return f"{self.name}@{self.version}"


@dataclass(frozen=True)
class Wording:
    """The clauses of one letter, filled: ``opening``, ``content``, ``questions``, and the ``labels`` used."""

    opening: str
    content: tuple[str, ...]
    labels: tuple[str, ...]
    questions: tuple[str, ...] = ()


def library(own: Path) -> tuple[Clause, ...]:
    """Return all clauses: those in the office's folder ``own``, and the shipped ones it does not replace."""
    from pipeline.letters.clauses.own import need_usable

    found = {clause.name: clause for clause in shipped()}
    for path in sorted(own.glob("*.txt")) if own.is_dir() else ():
        clause = read(path)
        before = next((one for one in shipped() if one.name == clause.name), None)
        need_usable(clause, path, before)
        is_untitled = clause.title.id == _spoken(clause.name)
        found[clause.name] = replace(clause, title=before.title) if before and is_untitled else clause
    return _in_order(found.values())


@cache
def shipped() -> tuple[Clause, ...]:
    """Return the clauses that come with the product."""
    return _in_order(map(read, _SHIPPED.glob("*.txt")))


def _in_order(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    return tuple(sorted(clauses, key=lambda one: (one.part != OPENING, one.order, one.name)))


def read(path: Path) -> Clause:
    """Read one clause file. Refuses with what is missing or not known."""
    try:
        head, _, text = path.read_text("utf-8-sig").replace("\r\n", "\n").partition("\n\n")
    except UnicodeDecodeError:
        raise Refusal(
            "letters.bad_template", template=path.name, reason="bukan teks UTF-8", paragraph=""
        ) from None
    rows = dict(row.partition(":")[::2] for row in head.splitlines())
    keys = {key.strip(): value.strip() for key, value in rows.items()}
    missing = [key for key in _NEEDED if not keys.get(key)]
    if missing or not text.strip() or not keys.get("urutan", "0").isdigit():
        reason = f"kepala klausul tidak lengkap ({', '.join(missing) or 'isi atau urutan'})"
        raise Refusal("letters.bad_template", template=path.name, reason=reason, paragraph=head[:80])
    sets = {key: _words(path, key, keys.get(key, "")) for key in WORDS}
    said = keys.get("judul") or _spoken(keys["nama"])
    return Clause(
        keys["nama"], keys["versi"], sets["surat"] or frozenset({ANSWER.word}), keys["bagian"], int(keys.get("urutan", "0")),
        sets["kanal"], sets["untuk"], sets["kasus"], keys.get("isian", ""), keys.get("wajib") == "ya", text.strip(),
        as_it_is(said, keys.get("judul inggris", "")),
    )  # fmt: skip


def _spoken(name: str) -> str:
    """Return what a clause without a title of its own is called: "langkah-13" is "Langkah 13"."""
    return name.replace("-", " ").capitalize()


def _words(path: Path, key: str, text: str) -> frozenset[str]:
    found = frozenset(word.strip() for word in text.split(",") if word.strip())
    unknown = sorted(found - WORDS[key])
    if unknown:
        known = ", ".join(sorted(WORDS[key]))
        reason = f"“{key}: {unknown[0]}” tidak dikenal; yang dikenal: {known}"
        raise Refusal(
            "letters.bad_template", template=path.name, reason=reason, paragraph=f"{key}: {text}"[:80]
        )
    return found


def choose(
    clauses: tuple[Clause, ...],
    channel: str,
    kind: str,
    letter: str = ANSWER.word,
    cases: Collection[str] = (),
) -> tuple[Clause, ...]:
    """Return the clauses of a ``letter`` in order, without questions.

    ``channel``, ``kind`` (of addressee) and ``cases`` (kinds of case) are Indonesian words of the files.
    """
    return tuple(
        one
        for one in clauses
        if one.part != QUESTION
        and letter in one.letters
        and channel in one.channels
        and kind in one.kinds
        and (not one.cases or not one.cases.isdisjoint(cases))
    )


def questions(clauses: tuple[Clause, ...], fields: Collection[str]) -> tuple[Clause, ...]:
    """Return the questions of a clarification request that ask for ``fields`` of a case, in order."""
    return tuple(one for one in clauses if one.part == QUESTION and one.field in fields)


def fill(clauses: tuple[Clause, ...], fields: Mapping[str, Any]) -> Wording:
    """Render the chosen ``clauses`` with ``fields``; one that comes out empty is left out.

    Raises as :func:`template.render_text`.
    """
    return wording_of(filled(clauses, fields))


def filled(clauses: tuple[Clause, ...], fields: Mapping[str, Any]) -> tuple[tuple[Clause, str], ...]:
    """Return each of ``clauses`` that does not come out empty, with its text. Raises as :func:`template.render_text`."""
    texts = ((one, render_text(one.label, one.text, fields)) for one in clauses)
    return tuple((one, text) for one, text in texts if text)


def wording_of(texts: Sequence[tuple[Clause, str]]) -> Wording:
    """Return filled clauses by their parts."""
    return Wording(
        " ".join(text for one, text in texts if one.part == OPENING),
        tuple(text for one, text in texts if one.part == CONTENT),
        tuple(one.label for one, _ in texts),
        tuple(text for one, text in texts if one.part == QUESTION),
    )
