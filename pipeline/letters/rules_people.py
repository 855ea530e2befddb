"""Letter rules 4, 8, 9 and 13: to whom the letter goes, and whom it may not name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.kernel.text import Text
from pipeline.letters import names, words
from pipeline.letters.context import address_block
from pipeline.letters.finding import ADDRESSEE, CC, Checked, Finding, line_of


def addressed(one: Checked) -> Iterator[Finding]:
    """4: the addressee is the confirmed person at the safe contact, or the sending institution."""
    addressee = one.matter.addressee
    if not addressee.is_confirmed:
        yield Finding(
            4, Text("Penerima belum dipastikan.", "The addressee is not confirmed."), ADDRESSEE,
            _clarify("Kontak aman sudah dipastikan?", "Alamat pengirim"),
        )  # fmt: skip
    if addressee.is_institution and not one.matter.incoming.is_institution:
        yield Finding(
            4, Text("Pengirim bukan lembaga, penerima lembaga.", "The sender is no institution, the addressee is."),
            ADDRESSEE, _ADDRESSEE_FIELD,
        )  # fmt: skip
    if not addressee.is_party:
        yield Finding(
            4, Text("Penerima bukan pelapor, korban, wali, atau lembaga pengirim.",
                    "The addressee is neither reporter, victim, guardian nor the sending institution."),
            ADDRESSEE, _ADDRESSEE_FIELD,
        )  # fmt: skip
    if not addressee.is_institution and not addressee.is_safe:
        yield Finding(
            4, Text("Alamat bukan kontak aman.", "The address is not the safe contact."), ADDRESSEE,
            _clarify("Cara kontak aman", "Alamat kontak aman"),
        )  # fmt: skip
    given = [" ".join(line.split()).casefold() for line in address_block(addressee)]
    if [line.casefold() for line in one.sheet.addressee] != given:
        yield Finding(
            4, Text("Yth. berbeda dari penerima pada kasus.", "Yth. differs from the addressee of the case."), ADDRESSEE,
            Text("Samakan dengan penerima dan kontak aman; untuk mengubahnya: isian “Penerima surat jawaban” "
                 "dan “di (tempat)”.",
                 "Make it equal to addressee and safe contact; to change them: “Penerima surat jawaban” "
                 "and “di (tempat)”."),
        )  # fmt: skip


_ADDRESSEE_FIELD = Text("Ubah isian “Penerima surat jawaban”.", "Change the answer “Penerima surat jawaban”.")


def _clarify(label: str, other: str) -> Text:
    return Text(
        f"Ubah isian “{label}” atau “{other}” lewat klarifikasi.",
        f"Change the answer “{label}” or “{other}” by a clarification.",
    )


def no_names(one: Checked) -> Iterator[Finding]:
    """8: no name of a child, victim, guardian or reported person unless it is the addressee's own."""
    matter = one.matter
    others = [name for name in matter.private_names if not names.same_person(name, matter.addressee.name)]
    for index in _naming(one, others, (matter.reporter_name, matter.addressee.name)):
        yield Finding(
                8, Text("Ada nama atau bagian nama yang harus disamarkan.", "A name or part of one must be masked."),
                line_of(index), Text("Pakai inisial. Bila nama itu dari isian surat, ubah isian itu.",
                                     "Use initials. If it comes from an answer of the letter, change that answer."),
            )  # fmt: skip


def no_reporter(one: Checked) -> Iterator[Finding]:
    """9: the reporter's name goes to nobody else."""
    matter, reporter = one.matter, one.matter.reporter_name
    if names.same_person(reporter, matter.addressee.name):
        return
    for index in _naming(one, (reporter,), (*matter.private_names, matter.addressee.name)):
        yield Finding(
                9, Text("Nama pelapor disebut kepada orang lain.", "The reporter is named to somebody else."),
                line_of(index), Text("Hapus nama pelapor dari surat, atau dari isian asalnya.",
                                     "Remove the name from the letter, or from the answer it comes from."),
            )  # fmt: skip


def copied_to(one: Checked) -> Iterator[Finding]:
    """13: copies to institutions only, without names, and only those of the matter."""
    remedy = Text(
        "Tulis jabatan atau lembaga saja, seperti pada isian “Tembusan”.",
        "Write the office or institution alone, as in the answer “Tembusan”.",
    )
    known = {" ".join(line.split()).rstrip(";.").casefold() for line in one.matter.cc}
    people = names.Sought.of((*one.matter.private_names, one.matter.reporter_name), (), _places(one))
    for line in one.sheet.cc:
        bare = line.lstrip("0123456789.) ").rstrip(";.")
        named = words.PERSON.search(bare) or people.stands_in(bare)
        if named or not words.INSTITUTION.search(bare) or bare.casefold() not in known:
            yield Finding(
                13, Text("Tembusan bukan lembaga, memuat nama, atau tidak tercatat pada kasus.",
                         "A copy goes to no institution, bears a name, or is not in the case."), CC, remedy,
            )  # fmt: skip
    if len(one.sheet.cc) < len(known):
        yield Finding(
            13, Text("Tembusan pada kasus tidak tercantum.", "A copy of the case is not listed."), CC, remedy
        )


def _naming(one: Checked, wanted: Sequence[str], others: Sequence[str]) -> Iterator[int]:
    """Yield the lines that name one of ``wanted``; a whole name among ``others`` is theirs, not a part of these.

    The addressee's own words may stand anywhere.
    """
    addressee = one.matter.addressee
    kept = [name for name in others if not any(names.same_person(name, each) for each in wanted)]
    free = () if addressee.is_institution else names.words_of(addressee.name)
    sought = names.Sought.of(wanted, free, _places(one))
    for index, line in _lines(one):
        if sought.stands_in(names.without_whole(line, kept)):
            yield index


def _lines(one: Checked) -> Iterator[tuple[int, str]]:
    """Yield the lines of the letter but for the safe contact's own, which rule 4 compares with the case.

    A word broken at the end of a paragraph is made whole.
    """
    care_of = {f"d.a. {one.matter.addressee.care_of}".casefold()}
    before = ""
    for index, line in one.lines():
        if line.casefold() not in care_of:
            yield index, before + line
        before = line.rsplit(" ", 1)[-1] if line.endswith(("-", "\u2010")) else ""


def _places(one: Checked) -> frozenset[tuple[str, str]]:
    """Return the neighbouring words of places, institutions and signatories that the office knows."""
    settings, matter = one.settings, one.matter
    known = [
        settings[key] for key in ("kantor.nama", "kantor.pemerintah", "kantor.dinas", "kantor.nama_panjang")
    ]
    known += [settings["kantor.alamat"], settings["kantor.tempat"], *settings["wilayah.kecamatan"]]
    known += [text for who in settings.signatories for text in (who.name, who.title, who.represents)]
    known.append(matter.addressee.place)
    if matter.incoming.is_institution:
        known += [matter.incoming.sender, matter.addressee.address]
    if matter.addressee.is_institution:
        known.append(matter.addressee.name)
    return names.known_pairs(known)
