"""What can go wrong with a case, as sentences. No sentence here repeats what a person typed."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.cases.problems import Problem
from pipeline.kernel.errors import Damage, Exit, RangkapError, Text, WrongUse


class InvalidAnswers(WrongUse):
    """One or more fields are missing or wrong; ``problems`` holds each (step 1–2, 9, 10)."""

    code = "cases.invalid_answers"
    said = Text(
        "Isian belum dapat disimpan. {list} Perbaiki isian itu, lalu ulangi.",
        "The answers cannot be saved yet. {list} Correct them, then repeat.",
    )

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(fields=tuple(one.field for one in self.problems))

    def text(self, lang: str = "id") -> str:
        """Return the message with every problem, each with the name of its field."""
        return self.said.fill(lang, list=" ".join(f"{one.field}: {one.text(lang)}" for one in self.problems))


class NotPossible(RangkapError):
    """The case is not in a state from which this move starts."""

    code = "cases.not_possible"
    said = Text(
        "“{verb}” tidak dapat dilakukan sekarang: kasus berstatus “{state}”. Yang dapat dilakukan: {possible}.",
        "“{verb}” cannot be done now: the case is “{state}”. What can be done: {possible}.",
    )


class NotYourMove(RangkapError):
    """The actor holds none of the roles that may take this move."""

    code = "cases.not_your_move"
    said = Text(
        "“{verb}” hanya boleh dilakukan oleh: {roles}. Minta petugas yang berhak melakukannya.",
        "“{verb}” may only be done by: {roles}. Ask somebody who holds that role.",
    )
    status = Exit.NO_RIGHT


class UnknownMove(WrongUse):
    """There is no move of that name in the procedure."""

    code = "cases.unknown_move"
    said = Text(
        "Langkah “{verb}” tidak dikenal. Langkah yang dikenal: {known}.",
        "The move “{verb}” is not known. Known moves: {known}.",
    )


class GapsOpen(RangkapError):
    """Required gaps are neither clarified nor declared impossible (step 9)."""

    code = "cases.gaps_open"
    said = Text(
        "Konsep belum boleh diajukan: {fields} belum jelas. Catat klarifikasi, atau nyatakan tidak "
        "mungkin dengan alasan (langkah 9): rangkap clarify {case}",
        "The draft may not go to the chair yet: {fields} not clear. Record a clarification, or "
        "declare it impossible with a reason (step 9): rangkap clarify {case}",
    )


class BadCase(Damage):
    """A stored case cannot be read back."""

    code = "cases.bad_record"
    said = Text(
        "Catatan kasus tidak dapat dibaca (bagian “{part}”). Jalankan rangkap verify.",
        "The record of the case cannot be read (part “{part}”). Run rangkap verify.",
    )
