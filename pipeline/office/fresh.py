"""Two people at one case: what was typed for a version that is no longer there is refused, with both values shown.

Whoever reads a case to type something in gets its version; the answers carry it back under :data:`READ`, from a prompt, a
form or a file of answers alike. Without it the answers are about the case as it is now, as a script means them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.cases.case import Case
from pipeline.cases.fields.kinds import shown
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.privacy import masked
from pipeline.cases.values import Values
from pipeline.kernel.errors import Text
from pipeline.records.errors import Stale

READ = "read_version"
"""The answer that holds the version of the case for which the others were typed."""
_BOTH = Text(
    "  {label}: Anda mengetik “{typed}”, sekarang “{now}”", "  {label}: you typed “{typed}”, now “{now}”"
)
_NOTHING = Text("belum ada isinya", "nothing")


@dataclass(frozen=True)
class Both:
    """A field that two people gave a value: its ``label``, what was ``typed``, and what stands there ``now`` (masked)."""

    label: Text
    typed: str
    now: str


class StaleAnswers(Stale):
    """Somebody else changed the case while answers were typed; nothing was written.

    ``both`` is for the screen of whoever typed, and for nothing else: the sentence itself bears no value.
    """

    code = "office.stale_answers"
    said = Text(
        "{what} sudah diubah orang lain selagi Anda mengisi: Anda membaca versi {read}, sekarang versi {now}. Tidak ada yang "
        "disimpan. Buka lagi, bandingkan, lalu ulangi.",
        "{what} was changed by somebody else while you typed: you read version {read}, it is now {now}. Nothing was kept. "
        "Open it again, compare, then repeat.",
    )

    def __init__(self, case: Case, read: object, both: tuple[Both, ...]) -> None:
        super().__init__(what=f"Kasus {case.number}", read=read, now=case.version)
        self.both = both

    def beside(self, lang: str = "id") -> tuple[str, ...]:
        """Return both values of each field that was typed and differs."""
        return tuple(
            _BOTH.fill(
                lang,
                label=one.label.fill(lang).rstrip("?"),
                typed=one.typed,
                now=one.now or _NOTHING.fill(lang),
            )
            for one in self.both
        )


def need(case: Case, answers: Mapping[str, object]) -> dict[str, object]:
    """Return ``answers`` without the version for which they were typed. Raises StaleAnswers where ``case`` has another."""
    given = {name: one for name, one in answers.items() if name != READ}
    read = answers.get(READ)
    if read is not None and str(read) != str(case.version):
        raise StaleAnswers(case, read, tuple(_both(case, given)))
    return given


def need_version(case: Case, read: int | None) -> None:
    """Refuse a decision about a version of ``case`` that is no longer there. Raises StaleAnswers."""
    if read not in (None, case.version):
        raise StaleAnswers(case, read, ())


def with_version(case: Case, answers: Mapping[str, object]) -> dict[str, object]:
    """Return ``answers`` typed for ``case`` as it was read, with its version, unless they bear one."""
    return {READ: case.version, **answers}


def _both(case: Case, answers: Mapping[str, object]) -> list[Both]:
    now: Values = masked(case.values)
    found = []
    for name, typed in answers.items():
        field = BY_NAME.get(name)
        if field is None or typed is None or typed == case.values.get(name):
            continue
        there = shown(field, now[name]) if name in now and case.values.get(name) is not None else ""
        words = typed if isinstance(typed, str) else ", ".join(map(str, typed)) if isinstance(typed, (list, tuple)) else str(typed)  # fmt: skip
        found.append(Both(field.label, words, there))
    return found
