"""Answers typed for an older version (:data:`READ`) are refused, with both people's values.

Without a version they are about the present case.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.cases.case import Case
from pipeline.cases.fields.kinds import shown
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.privacy import masked
from pipeline.cases.values import Values
from pipeline.kernel.errors import Stale
from pipeline.kernel.text import N_, Text
from pipeline.office.base.session import Session
from pipeline.records import history

READ = "read_version"
"""Answer: the case version that the others were typed for."""


@dataclass(frozen=True)
class Both:
    """Two people's values; ``now`` is masked."""

    label: Text
    typed: str
    now: str


@dataclass(frozen=True)
class Changed:
    """The last change; ``when`` is in office time."""

    account: str
    when: str


def changed(session: Session, acts: Sequence[history.Act]) -> Changed | None:
    """Among ``acts``, by the steps if any."""
    changes = [act for act in acts if act.step is not None] or list(acts)
    if not changes:
        return None
    return Changed(changes[-1].account, f"{changes[-1].at.astimezone(session.settings.zone):%d-%m-%Y %H.%M}")


class StaleAnswers(Stale):
    """Case, letter or request changed meanwhile; only whoever typed may see ``both``."""

    code = "office.stale_answers"

    def __init__(
        self, what: str, read: object, now: int, both: tuple[Both, ...] = (), by: Changed | None = None
    ) -> None:
        super().__init__(what=what, read=read, now=now)
        self.both, self.by = both, by

    def beside(self, lang: str = "id") -> tuple[str, ...]:
        """Both values of each differing field, and who changed it."""
        nothing = N_("nothing").fill(lang)
        lines = [
            N_("  {label}: you typed “{typed}”, now “{now}”").fill(
                lang,
                label=answer.label.fill(lang).rstrip("?"),
                typed=answer.typed or nothing,
                now=answer.now or nothing,
            )
            for answer in self.both
        ]
        return (
            *lines,
            *([N_("  Changed by {account} on {when}").fill(lang, **vars(self.by))] if self.by else []),
        )


def need(session: Session, case: Case, answers: Mapping[str, object], now: int = 0) -> dict[str, object]:
    """``answers`` without their version. Raises StaleAnswers."""
    read, given = parted(answers)
    if read is not None and str(read) != str(now or case.version):
        by = changed(session, history.of_case(case.number))
        raise StaleAnswers(f"Kasus {case.number}", read, case.version, tuple(_both(case, given)), by)
    return given


def parted(answers: Mapping[str, object]) -> tuple[object, dict[str, object]]:
    """The version, or None, and the other answers."""
    return answers.get(READ), {name: answer for name, answer in answers.items() if name != READ}


def with_version(case: Case, answers: Mapping[str, object]) -> dict[str, object]:
    """``answers`` with a version."""
    return {READ: case.version, **answers}


def _both(case: Case, answers: Mapping[str, object]) -> Iterator[Both]:
    now: Values = masked(case.values)
    if case.officer and (officer := answers.get("officer")):
        yield Both(N_("Officer of the case"), str(officer), case.officer)
    for name, typed in answers.items():
        field = BY_NAME.get(name)
        if field is None or typed is None or typed == case.values.get(name):
            continue
        there = shown(field, now[name]) if case.values.get(name) is not None else ""
        words = typed if isinstance(typed, str) else ", ".join(map(str, typed)) if isinstance(typed, (list, tuple)) else str(typed)  # fmt: skip
        yield Both(field.label, words, there)
