"""The office's templates, checked with filled samples on request and every change.

Anybody with the folder can edit one: it is read and filled only in the sandbox, with limits on time and
memory. Clean ones are remembered by digest in ``var/templates.json``.
"""

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from sys import executable
from typing import Any, cast

from pipeline import __version__
from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.problems import MEANT
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes, write_durably
from pipeline.kernel.letter_kinds import LETTER_KINDS, LetterKind
from pipeline.kernel.people import Role
from pipeline.kernel.sandbox import SandboxFailed, run
from pipeline.kernel.sandbox_command import MIB, Limits
from pipeline.kernel.text import N_, Text, as_it_is, joined
from pipeline.letters import clauses, forms, spoken
from pipeline.letters.compose import names, template_for
from pipeline.letters.lint import CLAUSES, Flaw, Report, refused, unforeseen
from pipeline.letters.matter import Matter
from pipeline.office.base.session import Session, need_role
from pipeline.office.engine.declare import CaseFile, Change, Thing, Words, act
from pipeline.office.engine.perform import Result, perform, read_answers
from pipeline.records import history
from pipeline.rendering.convert import page_pngs, to_pdf
from pipeline.rendering.framing import pack, unpack
from pipeline.settings import Settings

_LIMITS = Limits(memory=1024 * MIB, cpu=15, wall=25.0, scratch=64 * MIB)
_FURTHER = 1.0
"""Further seconds for each further template of a batch."""
_SHOWN = 3
_MEMORY = "templates.json"


def check(settings: Settings, name: str = "", *, samples: bool = False) -> list[Report]:
    """One, or all and the texts for the telephone; clean ones are remembered."""
    known = names(settings)
    if name and name not in known:
        raise unknown(name, known)
    sources = {template: _source(settings, template) for template in ([name] if name else known)}
    clauses = _clauses(settings)
    reports = _looked_at(settings, sources, clauses, samples=samples)
    if not any(report.flaws for report in reports if report.template.startswith(CLAUSES)):
        clean = {report.template for report in reports if not report.flaws} & set(sources)
        _remember(settings, {_digest(settings, sources[template], clauses) for template in clean})
    return reports if name else [*reports, *_spoken(settings)]


def check_data(settings: Settings, name: str, data: bytes) -> Report:
    """Check ``data`` as template ``name``, with the present clauses."""
    return _looked_at(settings, {name: data}, _clauses(settings), samples=False)[-1]


def known_clean(settings: Settings) -> set[str]:
    """Clean as they, clauses and settings are now."""
    clauses, known = _clauses(settings), remembered(settings)
    return {name for name in names(settings) if _digest(settings, _source(settings, name), clauses) in known}


def need_clean(settings: Settings, name: str) -> None:
    """Faulty since it was changed."""
    if name not in names(settings) or name in known_clean(settings):
        return
    wrong = [report for report in check(settings, name) if report.flaws]
    if wrong:
        raise faulty(name, wrong)


def faulty(name: str, wrong: Sequence[Report]) -> Refusal:
    """Tells the first flaws of a template and its clauses."""
    flaws = [(report.template, flaw) for report in wrong for flaw in report.flaws]
    lines = [
        as_it_is(*(f"- {'' if where == name else f'{where}: '}{flaw.text(lang)}" for lang in ("id", "en")))
        for where, flaw in flaws[:_SHOWN]
    ]
    return Refusal("office.template_faulty", template=name, flaws=joined(lines, "\n"), count=len(flaws))


def fields(settings: Settings, name: str = "") -> list[tuple[str, str, list[tuple[str, Any]]]]:
    """Kind, title, fields with examples; without ``name`` of every kind."""
    kinds = [forms.kind_of(name)] if name else list(forms.EVERY)
    if not kinds[0]:
        raise unknown(name, [*forms.EVERY, *names(settings)])
    return [(kind, forms.EVERY[kind].title.id, list(_typed(forms.EVERY[kind].example))) for kind in kinds]


def _typed(known: Mapping[str, Any], head: str = "") -> Iterator[tuple[str, Any]]:
    for name, example in known.items():
        if isinstance(example, Mapping):
            yield from _typed(example, f"{head}{name}.")
        elif not isinstance(example, list):
            yield f"{{{{ {head}{name} }}}}", example
        else:
            yield f"{{%p for baris in {head}{name} %}}", example
            yield from _typed(example[0], "baris.") if example and isinstance(example[0], Mapping) else ()


def pictured(settings: Settings, reports: Sequence[Report]) -> list[tuple[str, int, bytes]]:
    """Pages of samples: template, page from 1, PNG."""
    accept_risk = settings["masuk.tanpa_isolasi"]
    pdfs = to_pdf([report.sample for report in reports], accept_risk=accept_risk)
    return [
        (report.template, number, png)
        for report, pdf in zip(reports, pdfs, strict=True)
        for number, png in enumerate(page_pngs(pdf, accept_risk=accept_risk), 1)
    ]


def unknown(name: str, known: Sequence[str]) -> Refusal:
    """Names the nearest known one."""
    near = difflib.get_close_matches(name, known, 1, 0.5)
    present = ", ".join(dict.fromkeys(known)) or "-"
    return Refusal(
        "office.unknown_template",
        template=name[:60],
        hint=MEANT.of(near=near[0]) if near else "",
        known=present,
    )


def _looked_at(
    settings: Settings, sources: Mapping[str, bytes], clauses: Mapping[str, bytes], *, samples: bool
) -> list[Report]:
    """One sandbox run; where that fails, each by itself."""
    order = {
        "settings": dict(settings.values), "templates": list(sources), "clauses": list(clauses), "samples": samples,
    }  # fmt: skip
    parcel = pack([json.dumps(order).encode(), *sources.values(), *clauses.values()])
    more = _FURTHER * max(0, len(sources) - 1)
    limits = Limits(
        memory=_LIMITS.memory,
        cpu=round((_LIMITS.cpu or 0) + more),
        wall=(_LIMITS.wall or 0) + more,
        scratch=_LIMITS.scratch,
    )
    command = [executable, "-P", "-m", "pipeline.letters.lint_inside"]
    try:
        answer = unpack(run(command, parcel, limits=limits, accept_risk=settings["masuk.tanpa_isolasi"]))
    except SandboxFailed as error:
        if len(sources) > 1:
            groups = [
                _looked_at(settings, {template: data}, clauses, samples=samples)
                for template, data in sources.items()
            ]
            return list({report.template: report for group in groups for report in group}.values())
        return [Report(template, forms.kind_of(template), (_cut(error),)) for template in sources]
    return [
        Report(
            report["template"],
            report["kind"],
            tuple(Flaw(**flaw | {"said": Text(*flaw["said"])}) for flaw in report["flaws"]),
            sample,
        )
        for report, sample in zip(json.loads(answer[0]), answer[1:], strict=True)
    ]


def _cut(error: SandboxFailed) -> Flaw:
    if error.code == SandboxFailed.code:
        return unforeseen(f"status {error.fields['status']}")
    return Flaw(
        "endless",
        N_(
            "this template is too large or never comes to an end, and was stopped. Begin again from the shipped "
            "template."
        ),
    )


def _spoken(settings: Settings) -> Iterator[Report]:
    try:
        spoken.check(settings)
    except Refusal as error:
        if error.code not in ("letters.bad_template", "letters.spoken_refused", "letters.unknown_field"):
            raise
        yield Report(spoken.FOLDER, "", (refused(error),))


def _source(settings: Settings, name: str) -> bytes:
    return (settings.templates / f"{name}.docx").read_bytes()


def _clauses(settings: Settings) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((settings.templates / "klausul").glob("*.txt"))}


def _digest(settings: Settings, data: bytes, clauses: Mapping[str, bytes]) -> str:
    """Keys are left out of the digest."""
    matter = {
        key: value
        for key, value in settings.values.items()
        if key.partition(".")[0] in {"kantor", "surat", "nomor"}
    }
    parts = [__version__, json.dumps(matter, sort_keys=True), sha256(data).hexdigest()]
    parts += [f"{name} {sha256(text).hexdigest()}" for name, text in sorted(clauses.items())]
    return sha256("\n".join(parts).encode()).hexdigest()


def remembered(settings: Settings) -> set[str]:
    """Digests of clean ones; empty where the file cannot be read."""
    with suppress(OSError, ValueError):
        digests = json.loads((settings.var / _MEMORY).read_text("utf-8"))
        return (
            {digest for digest in digests if isinstance(digest, str)} if isinstance(digests, list) else set()
        )
    return set()


def _remember(settings: Settings, digests: set[str]) -> None:
    before = remembered(settings)
    if digests <= before:
        return
    with suppress(OSError, Refusal):
        write_durably(settings.var / _MEMORY, json.dumps(sorted(before | digests)).encode(), 0o600)


VERB, PUT = "templates", "template_put"
KEEPERS = frozenset({Role.CHAIR, Role.ADMIN})
FORMER, DATA = ".sebelumnya", "data"
_WHY = reason(N_("Reason"))
_MARK = 16


@dataclass(frozen=True)
class Former:
    """Digest, when, by whom and why."""

    sha256: str
    at: datetime
    account: str
    reason: str


def mark(name: str, data: bytes) -> str:
    """Names a version in addresses, without the template's name."""
    return digest_bytes(name.encode() + b"\0" + data, "sha256")[:_MARK]


def marks(settings: Settings) -> dict[str, str]:
    """The mark of each template by name, in order."""
    return {name: mark(name, _path(settings, name).read_bytes()) for name in names(settings)}


def marked(settings: Settings, wanted: str) -> str:
    """The name of the template with this mark."""
    template = next((name for name, own_mark in marks(settings).items() if own_mark == wanted), None)
    if template is None:
        raise unknown("–", names(settings))
    return template


def is_unknown(session: Session, file: CaseFile) -> Refusal | None:
    """Refuse a name that no template has."""
    known = names(session.settings)
    return None if file.given in known else unknown(file.given, known)


def _reads(session: Session, _file: CaseFile, answers: Mapping[str, object]) -> Values:
    given = {name: answer for name, answer in answers.items() if name != DATA}
    return cast(Values, {**read_answers(session, (_WHY,), given), DATA: answers.get(DATA, b"")})


@act(thing=Thing.OFFICE, events=(PUT,), roles=KEEPERS, words=Words(), reads=_reads, blocked=(is_unknown,))
def put_template(session: Session, file: CaseFile, answers: Values) -> Change:
    """Replace a template once its :data:`DATA` is clean; the former is kept."""
    name, data = file.given, cast(bytes, answers[DATA])
    report = check_data(session.settings, name, data)
    if report.flaws:
        raise faulty(name, [report])
    there = _path(session.settings, name)
    before = there.read_bytes()
    digest, folder = digest_bytes(before, "sha256"), session.settings.templates / FORMER
    return Change(
        file.thing,
        detail={"before": digest, "after": digest_bytes(data, "sha256"), "reason": answers[REASON]},
        writes=(
            partial(folder.mkdir, mode=0o700, exist_ok=True),
            partial(write_durably, folder / f"{digest}.docx", before),
            partial(write_durably, there, data, there.stat().st_mode & 0o777),
        ),
    )


def put_back(session: Session, name: str, digest: str, why: str) -> Result:
    """Put a former version back as a new version."""
    if digest not in {earlier.sha256 for earlier in former(session, name)}:
        raise Refusal("office.no_former_template", template=name[:60])
    data = (session.settings.templates / FORMER / f"{digest}.docx").read_bytes()
    return perform(put_template, session, name, {DATA: data, REASON: why})


def former(session: Session, name: str) -> list[Former]:
    """Replaced versions that are still there, newest first."""
    need_role(session, VERB, KEEPERS)
    folder, now = session.settings.templates / FORMER, ""
    if name in names(session.settings):
        now = digest_bytes(_path(session.settings, name).read_bytes(), "sha256")
    versions: dict[str, Former] = {}
    for event in history.of_subject(name):
        digest = str(event.detail.get("before", ""))
        if event.verb == PUT and digest != now and (folder / f"{digest}.docx").exists():
            versions.pop(digest, None)
            versions[digest] = Former(digest, event.at, event.account, str(event.detail.get("reason", "")))
    return list(reversed(versions.values()))


def _path(settings: Settings, name: str) -> Path:
    return settings.templates / f"{name}.docx"


def fitting(session: Session, about: Matter, kind: LetterKind, chosen: str = "") -> str:
    """The ``chosen`` template for ``kind``, else the usual one."""
    usual = template_for(about, kind)
    if not chosen or chosen == usual:
        return usual
    options = choices(session, about)
    if chosen not in options:
        raise Refusal("office.template_unfit", template=chosen[:60], known=", ".join(options))
    return chosen


def choices(session: Session, about: Matter) -> tuple[str, ...]:
    """Templates for an answer, the usual one first."""
    usual = template_for(about)
    fit = {template_for(about, kind) for kind in LETTER_KINDS.values() if not kind.is_beside}
    return (
        usual,
        *(name for name in names(session.settings) if name != usual and forms.kind_of(name) in fit),
    )


_WHOM = {
    "perorangan": N_(" to a person"),
    "instansi": N_(" to an institution"),
}


def title_of_clause(settings: Settings, name: str) -> Text:
    """Even of one that the library lacks by now."""
    try:
        known = clauses.library(settings.templates / "klausul")
    except Refusal:
        known = clauses.shipped()
    return next((clause.title for clause in known if clause.name == name), None) or as_it_is(
        name.replace("-", " ").capitalize()
    )


def title_of_template(name: str) -> Text:
    """Kind, addressee, and what its own name adds."""
    kind = forms.kind_of(name)
    if not kind:
        return as_it_is(name.replace("-", " ").capitalize())
    whom = _WHOM.get(kind.rpartition("-")[2], Text("", ""))
    own = name.removeprefix(kind).strip("-").replace("-", " ")
    titles = (f"{title}{to}" for title, to in zip(forms.EVERY[kind].title, whom, strict=True))
    return as_it_is(*(words[:1].upper() + words[1:] + (f" – {own}" if own else "") for words in titles))
