"""What can be wrong with recaps that are to be added up, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class ForeignRecap(RangkapError):
    """A file among the recaps is none that can be added up."""

    code = "register.foreign_recap"
    said = Text(
        "{name}: {why}. Pindahkan berkas itu ke folder lain atau minta yang benar dari kantornya, lalu ulangi.",
        "{name}: {why}. Move that file to another folder or ask its office for the right one, then retry.",
    )
    status = Exit.DAMAGED


class RecapChanged(RangkapError):
    """An exported recap does not agree with the sum in it."""

    code = "register.recap_changed"
    said = Text(
        "{name} berubah sesudah dibuat: isinya tidak cocok dengan jumlah ujinya. Minta berkas yang baru dari kantornya, "
        "lalu ulangi.",
        "{name} was changed after it was made: it does not agree with its sum. Ask its office for a new one, then retry.",
    )
    status = Exit.DAMAGED


class RecapTwice(RangkapError):
    """Two files are of the same office and month."""

    code = "register.recap_twice"
    said = Text(
        "{one} dan {other} keduanya dari {office}, bulan {month}. Simpan yang terbaru saja di folder itu, lalu ulangi.",
        "{one} and {other} are both of {office}, month {month}. Keep only the newer one in that folder, then retry.",
    )


class OtherMonth(RangkapError):
    """A file is of no month of the period that is added up."""

    code = "register.recap_other_month"
    said = Text(
        "{name} adalah rekap {month}, bukan salah satu bulan dalam {period}. Pindahkan berkas itu, lalu ulangi.",
        "{name} is the recap of {month}, which is no month of {period}. Move that file away, then retry.",
    )


class UnlistedOffice(RangkapError):
    """A file is of an office that is not in the list of offices."""

    code = "register.unlisted_office"
    said = Text(
        "{name} berasal dari “{office}”, yang tidak ada dalam daftar kantor. Samakan nama di daftar itu, lalu ulangi.",
        "{name} is of “{office}”, which is not in the list of offices. Write the name in the list alike, then retry.",
    )


class NoRecaps(RangkapError):
    """There is nothing to add up."""

    code = "register.no_recaps"
    said = Text(
        "Tidak ada berkas rekap (.json) di {folder}. Kumpulkan dahulu yang dibuat kantor-kantor dengan: rangkap recap "
        "--month BULAN --for province --json > NAMA.json",
        "There is no recap (.json) in {folder}. Gather first what the offices make with: rangkap recap --month MONTH --for "
        "province --json > NAME.json",
    )
    status = Exit.NOT_FOUND


class NoOfficeList(RangkapError):
    """The list of offices cannot be read."""

    code = "register.no_office_list"
    said = Text(
        "Daftar kantor {name} tidak dapat dibaca. Isinya teks biasa: satu nama kantor setiap baris.",
        "The list of offices {name} cannot be read. It is plain text: one name of an office on each line.",
    )
    status = Exit.USAGE


class MergedNotPublished(RangkapError):
    """Added-up recaps are asked for publication."""

    code = "register.merged_not_published"
    said = Text(
        "Rekap gabungan tidak dibuat untuk umum: dari jumlah seluruh kantor dan yang diterbitkan satu per satu, angka kecil "
        "yang disamarkan dapat dihitung. Pakai --for province atau --for ministry.",
        "Added-up recaps are not made for publication: from the sum of all offices and what each published, suppressed small "
        "numbers can be worked out. Use --for province or --for ministry.",
    )
