"""What can go wrong when arrivals are joined, split or struck before they are registered (step 1)."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text, WrongUse


class BadPart(WrongUse):
    """An item of a join, or a range of a split, is not written as it should be."""

    code = "office.bad_part"
    said = Text(
        "“{given}” tidak dikenal. Tulis nomor agenda, bila perlu dengan halamannya (A-2026-0007:1-2), atau rentang halaman "
        "(1-2 3-4).",
        "“{given}” is not known. Write an agenda number, with its pages if need be (A-2026-0007:1-2), or ranges of pages "
        "(1-2 3-4).",
    )


class OrderUnclear(WrongUse):
    """The places of letters or pages in what is joined are no numbers, or one is given twice."""

    code = "office.order_unclear"
    said = Text(
        "Nomor urut “{given}” tidak jelas: setiap nomor urut adalah angka dan dipakai satu kali. Belum ada yang berubah; "
        "perbaiki nomornya.",
        "The place “{given}” is not clear: each place is a number and stands once. Nothing was changed yet; mend the number.",
    )


class PagesLeft(WrongUse):
    """A page would be left out, or stand twice: nothing that came in is lost."""

    code = "office.pages_left"
    said = Text(
        "Setiap halaman {item} (1–{pages}) harus disebut tepat satu kali; {numbers} tidak demikian. Belum ada yang berubah; "
        "ulangi perintahnya dengan semua halaman.",
        "Each page of {item} (1–{pages}) must be named exactly once; {numbers} is not. Nothing was changed yet; repeat the "
        "command with all pages.",
    )


class OnePart(WrongUse):
    """There is nothing to join, or nothing to split."""

    code = "office.one_part"
    said = Text(
        "Sebutkan sedikitnya dua: untuk menggabung dua nomor agenda, untuk memisah dua rentang halaman.",
        "Name at least two: to join, two agenda numbers; to split, two ranges of pages.",
    )


class NotJoinable(RangkapError):
    """Word documents and signed PDFs are not taken apart."""

    code = "office.not_joinable"
    said = Text(
        "{item} adalah dokumen {kind} dan tidak digabung atau dipisah. Daftarkan sebagai surat tersendiri, lalu tambahkan "
        "yang lain: rangkap register NOMOR-AGENDA --case KASUS",
        "{item} is a {kind} document and is not joined or split. Register it as a letter of its own, then add the other: "
        "rangkap register AGENDA-NUMBER --case CASE",
    )


class SameContent(RangkapError):
    """What would be joined is here already as a letter of its own: nothing stands in the mail log twice."""

    code = "office.same_content"
    said = Text(
        "Gabungan itu isinya sama dengan {item}, yang sudah ada (keadaannya: {state}); tidak ada yang digabung. Pakai surat itu, "
        "dan coret yang tidak diperlukan: rangkap strike NOMOR-AGENDA salah-pindai",
        "What they give is the same as {item}, which is here already (it is: {state}); nothing was joined. Use that letter, and "
        "strike what is not needed: rangkap strike AGENDA-NUMBER salah-pindai",
    )


class NotStruck(RangkapError):
    """Only what was struck by a person comes back."""

    code = "office.not_struck"
    said = Text(
        "{item} tidak dicoret petugas (keadaannya: {state}), jadi tidak ada yang dikembalikan. Yang menunggu: rangkap todo",
        "{item} was not struck by a person (it is: {state}), so nothing comes back. What waits: rangkap todo",
    )


class OpenedElsewhere(RangkapError):
    """Somebody else has the arrival open; whoever was told may go on all the same."""

    code = "office.opened_elsewhere"
    said = Text(
        "Surat masuk {item} {opened}. Tanyakan dulu kepada rekan itu, supaya surat yang sama tidak diisi dua kali. Tanda ini "
        "hilang sendiri bila ia selesai atau batal, paling lama {minutes} menit sesudah ia berhenti.",
        "Arrival {item} is being worked on ({opened}). Ask that colleague first, so that one letter is not typed in twice. "
        "The sign goes by itself when they finish or leave it, {minutes} minutes after they stopped at the latest.",
    )
    status = Exit.STALE
