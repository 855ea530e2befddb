"""The clauses an office keeps in ``letter_templates/klausul``: their heads, their tags, and what they say together.

Whether the mandatory things are said (the invitation of SOP step 13; the services, free of charge)
is proved by composing the content of a letter for every channel and kind of addressee and asking
the letter rules.
"""

from __future__ import annotations

import difflib
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path

from lxml import etree

from pipeline.kernel.errors import RangkapError, Text
from pipeline.letters import clauses, context, forms_fields
from pipeline.letters.clauses.own import need_usable
from pipeline.letters.lint_fields import check
from pipeline.letters.lint_flaw import Flaw, Place, flaw, shortened
from pipeline.letters.lint_paragraphs import Paragraph
from pipeline.letters.lint_rules import CITED, INVITED, SERVED, TOLD, of_content
from pipeline.letters.lint_samples import samples
from pipeline.letters.lint_tags import TAG, scan
from pipeline.settings import Settings

NAMES, RULE = "klausul/", "rule-{}"
_NEEDED = ("nama", "versi", "bagian", "kanal", "untuk")
_KEYS = ("nama", "versi", "urutan", "isian", "wajib", *clauses.WORDS)
_VALUES = {**clauses.WORDS, "wajib": frozenset({"ya", "tidak"})}
_PROVED = {INVITED: "langkah-13", SERVED: "layanan", CITED: "pembuka"}
"""The rules about content, and how the name of the clause begins that should keep each."""
_SEE = Text("Lihat contoh kepala klausul di docs/templat.md.", "See the heads of clauses in docs/templat.md.")


def clause_flaws(files: Mapping[str, bytes], settings: Settings) -> dict[str, list[Flaw]]:
    """Return what is wrong with each clause file, by its name (``klausul/….txt``), and with all of them together.

    ``settings.templates`` must hold the same files.
    """
    found: dict[str, list[Flaw]] = {}
    names: dict[str, str] = {}
    for file, data in sorted(files.items()):
        found[NAMES + file] = list(_file_flaws(file, data, names))
        found[NAMES + file] = found[NAMES + file] or list(
            _refused(settings.templates / "klausul" / file, settings)
        )
    if all(one.code == RULE.format(TOLD) for flaws in found.values() for one in flaws):
        for name, one in _together(settings, names):
            found.setdefault(NAMES + name, []).append(one)
    return found


def _refused(path: Path, settings: Settings) -> Iterator[Flaw]:
    """Ask the library itself whether an office may use this clause, and the letter rules whether it tells a story."""
    try:
        clause = clauses.read(path)
        need_usable(clause, path, next((one for one in clauses.shipped() if one.name == clause.name), None))
    except RangkapError as error:
        yield Flaw("clause-refused", Text(error.text("id"), error.text("en")), Text("", ""))
        return
    about = next(samples(settings, institution=False))
    for finding in of_content((TAG.sub("n", clause.text),), "", about, {TOLD}):
        yield Flaw(RULE.format(TOLD), finding.said, finding.remedy, Place("", 1, shortened(clause.text)))


def _file_flaws(file: str, data: bytes, names: dict[str, str]) -> Iterator[Flaw]:
    try:
        source = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        yield flaw("clause-encoding", Text("berkas ini bukan UTF-8.", "the file is not UTF-8."),
                   Text("Simpan dari Notepad dengan Encoding: UTF-8.", "Save it from Notepad with Encoding: UTF-8."))  # fmt: skip
        return
    head, _, text = source.partition("\n\n")
    keys = yield from _head(head)
    name = keys.get("nama", "")
    if name and names.setdefault(name, file) != file:
        yield flaw("clause-twice", Text("nama “{name}” sudah dipakai {other}.", "the name “{name}” is that of {other}, too."),
                   Text("Beri nama lain, atau hapus salah satu.", "Give another name, or remove one."),
                   name=name, other=names[name])  # fmt: skip
    if not text.strip():
        yield flaw("clause-empty", Text("klausul tanpa isi.", "a clause without wording."),
                   Text("Tulis isinya setelah satu baris kosong.", "Write the wording after an empty line."))  # fmt: skip
    place = Place("", 1, shortened(text))
    paragraph = Paragraph(place, " ".join(text.split()), etree.Element("p"), None)
    tags, wrong = scan([paragraph])
    yield from wrong
    for tag in tags:
        if tag.sort:
            yield flaw("clause-prefix", Text("{{%{sort} …%}} hanya untuk templat Word.", "{{%{sort} …%}} is for Word only."),
                       Text("Tulis {{% … %}}.", "Write {{% … %}}."), place, sort=tag.sort)  # fmt: skip
    yield from check(tags, forms_fields.CLAUSE, "surat-jawaban-perorangan")


def _head(head: str) -> Generator[Flaw, None, dict[str, str]]:
    """Yield what is wrong with the head of a clause; return its keys."""
    keys: dict[str, str] = {}
    for number, row in enumerate(head.splitlines(), 1):
        key, colon, value = (one.strip() for one in row.partition(":"))
        place = Place("", number, shortened(row))
        if not colon or key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, 1, 0.5)
            hint = (
                Text(f" Mungkin maksudnya “{near[0]}”?", f" Did you mean “{near[0]}”?")
                if near
                else Text("", "")
            )
            yield flaw("clause-key", Text("kunci “{key}” tidak dikenal.{hint}", "the key “{key}” is unknown.{en}"),
                       _SEE, place, key=key[:40], hint=hint.id, en=hint.en)  # fmt: skip
        elif key in keys:
            yield flaw("clause-key", Text("kunci “{key}” ditulis dua kali.", "the key “{key}” stands twice."), _SEE, place,
                       key=key)  # fmt: skip
        else:
            keys[key] = value
            yield from _value(key, value, place)
    for key in _NEEDED:
        if not keys.get(key):
            yield flaw(
                "clause-missing",
                Text("kunci “{key}” tidak ada.", "the key “{key}” is missing."),
                _SEE,
                key=key,
            )
    return keys


def _value(key: str, value: str, place: Place) -> Iterator[Flaw]:
    if key == "urutan" and not value.isdigit():
        yield flaw("clause-value", Text("“urutan” harus angka.", "“urutan” must be a number."), _SEE, place)
    for word in (one.strip() for one in value.split(",")) if key in _VALUES else ():
        if word not in _VALUES[key]:
            yield flaw("clause-value", Text("“{key}” tidak mengenal “{word}”; yang dikenal: {all}.",
                                            "“{key}” does not know “{word}”; known: {all}."),
                       _SEE, place, key=key, word=word[:40], all=", ".join(sorted(_VALUES[key])))  # fmt: skip


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
            for finding in of_content((fields["pembuka"], *fields["isi"]), fields["hal"], one, _PROVED):
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
