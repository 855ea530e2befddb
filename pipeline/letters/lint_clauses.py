"""The clauses an office keeps in ``letter_templates/klausul``: each by itself, and what they say together.

Whether the mandatory things are said (the invitation of SOP step 13; the services, free of charge)
is proved by composing the content of a letter for every channel and kind of addressee and asking
the letter rules.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.kernel.errors import RangkapError, Text
from pipeline.letters import clauses, context, rules
from pipeline.letters.checked import Checked
from pipeline.letters.clauses.own import need_usable
from pipeline.letters.finding import Finding
from pipeline.letters.lint_flaw import Flaw, Place, flaw, shortened
from pipeline.letters.lint_samples import Sample, samples
from pipeline.letters.text import Sheet
from pipeline.settings import Settings

NAMES, RULE = "klausul/", "rule-{}"
_INVITED, _SERVED, _CITED, _TOLD = 1, 2, 5, 7
"""The rules about the content of a letter: the advice to come, the services, what is answered, no chronology."""
_PROVED = {_INVITED: "langkah-13", _SERVED: "layanan", _CITED: "pembuka"}
"""The rules about content, and how the name of the clause begins that should keep each."""
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")


def clause_flaws(files: Mapping[str, bytes], settings: Settings) -> dict[str, list[Flaw]]:
    """Return what is wrong with each clause file, by its name (``klausul/….txt``), and with all of them together.

    ``settings.templates`` must hold the same files.
    """
    names: dict[str, str] = {}
    folder = settings.templates / "klausul"
    found = {NAMES + file: list(_of_file(folder / file, names, settings)) for file in sorted(files)}
    if all(one.code == RULE.format(_TOLD) for flaws in found.values() for one in flaws):
        for name, one in _together(settings, names):
            found.setdefault(NAMES + name, []).append(one)
    return found


def _of_file(path: Path, names: dict[str, str], settings: Settings) -> Iterator[Flaw]:
    """Ask the library itself whether an office may use this clause, and the letter rules whether it tells a story."""
    try:
        clause = clauses.read(path)
        need_usable(clause, path, next((one for one in clauses.shipped() if one.name == clause.name), None))
    except RangkapError as error:
        yield Flaw("clause-refused", Text(error.text("id"), error.text("en")), Text("", ""))
        return
    if names.setdefault(clause.name, path.name) != path.name:
        yield flaw("clause-twice", Text("nama “{name}” sudah dipakai {other}.", "the name “{name}” is that of {other}, too."),
                   Text("Beri nama lain, atau hapus salah satu.", "Give another name, or remove one."),
                   name=clause.name, other=names[clause.name])  # fmt: skip
    about = next(samples(settings, institution=False))
    for finding in _of_content((_TAG.sub("n", clause.text),), "", about, {_TOLD}):
        yield Flaw(RULE.format(_TOLD), finding.said, finding.remedy, Place("", 1, shortened(clause.text)))


def _of_content(body: Sequence[str], subject: str, one: Sample, wanted: Collection[int]) -> Iterator[Finding]:
    """Yield what the ``wanted`` rules find in the paragraphs ``body`` of a letter about a sample."""
    sheet = Sheet("", "", "", subject, "", (), tuple(body), (), (), "\n".join(body))
    checked = Checked(
        sheet=sheet,
        matter=one.matter,
        settings=one.settings,
        day=one.day,
        copies=2,
        is_numbered=False,
        awaits_number=False,
        signatories=one.settings.signatories,
    )
    for rule in rules.RULES:
        yield from (finding for finding in rule(checked) if finding.rule in wanted)


def _together(settings: Settings, names: Mapping[str, str]) -> Iterator[tuple[str, Flaw]]:
    """Yield what the content of a letter lacks, with the file that should have said it."""
    told: dict[tuple[int, Text], list[str]] = {}
    for whom in ("perorangan", "instansi"):
        for one in samples(settings, institution=whom == "instansi"):
            try:
                fields, _ = context.build(one.matter, one.settings, one.day)
            except RangkapError as error:
                yield "*.txt", Flaw("refused", Text(error.text("id"), error.text("en")), Text("", ""))
                return
            for finding in _of_content((fields["pembuka"], *fields["isi"]), fields["hal"], one, _PROVED):
                told.setdefault((finding.rule, finding.said), []).append(f"{one.name}, {whom}")
    for (rule, said), where in told.items():
        head = _PROVED[rule]
        file = next((file for name, file in sorted(names.items()) if name.startswith(head)), "*.txt")
        yield file, flaw(
            RULE.format(rule),
            Text("Aturan {rule}: {said} (pada contoh: {where})", "Rule {rule}: {en} (in the samples: {where})"),
            Text("Tulis lagi kalimat itu, atau hapus berkas ini agar klausul bawaan dipakai.",
                 "Put the sentence back, or remove this file so that the shipped clause is used."),
            rule=rule, said=said.id, en=said.en, where="; ".join(where),
        )  # fmt: skip


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the clause files of an office by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.txt"))} if folder.is_dir() else {}
