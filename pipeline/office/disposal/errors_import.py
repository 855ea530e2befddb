"""What can go wrong while a paper register comes in."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NoSheet(RangkapError):
    """The file that was named cannot be opened, or is larger than a register."""

    code = "office.no_sheet"
    said = Text(
        "Lembar itu tidak dapat dibuka atau lebih besar dari {most} MB. Periksa nama berkasnya, lalu ulangi.",
        "The sheet cannot be opened or is larger than {most} MB. Check the name of the file, then try again.",
    )
    status = Exit.USAGE


class NoScans(RangkapError):
    """The folder of old scans cannot be read."""

    code = "office.no_scans"
    said = Text(
        "Folder pindaian lama tidak dapat dibuka. Periksa nama foldernya, lalu ulangi.",
        "The folder of old scans cannot be opened. Check its name, then try again.",
    )
    status = Exit.USAGE


class ScanRefused(RangkapError):
    """An old scan is no document that is kept, or changed while it was read; nothing of its row came in."""

    code = "office.scan_refused"
    said = Text(
        "Pindaian lama untuk register {number} bukan PDF, JPEG, PNG, atau TIFF, atau terlalu besar. Ganti atau pindahkan "
        "berkas itu, lalu jalankan lagi; yang sudah masuk tidak masuk dua kali.",
        "The old scan of register {number} is no PDF, JPEG, PNG or TIFF, or is too large. Replace it or take it away, then "
        "run again; what came in does not come in twice.",
    )
    status = Exit.REFUSED


class UnclearColumns(RangkapError):
    """Columns with content whose title is nearly one of ours, missing, or there twice; nothing came in."""

    code = "office.unclear_columns"
    said = Text(
        "Judul kolom {columns} belum jelas, jadi belum ada yang masuk: isinya akan hilang dari register. Perbaiki judulnya "
        "di lembar, lalu jalankan lagi.",
        "The titles of columns {columns} are not clear, so nothing came in: what they hold would be lost to the register. "
        "Mend them in the sheet, then run again.",
    )
    status = Exit.INCOMPLETE
