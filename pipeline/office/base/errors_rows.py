"""What can go wrong with the lists that the office keeps on its pages."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NoRow(RangkapError):
    """The list has no such row, or the row no such version."""

    code = "office.no_row"
    said = Text(
        "Baris itu tidak ada dalam daftar. Buka daftarnya di Pengaturan, lalu ulangi.",
        "There is no such row in the list. Open the list in Settings, then repeat.",
    )
    status = Exit.NOT_FOUND


class NothingChanged(RangkapError):
    """What was typed is what stands there already."""

    code = "office.nothing_changed"
    said = Text(
        "Isinya sama dengan yang sudah berlaku; tidak ada yang diubah. Ubah salah satu isian, lalu ulangi.",
        "This is what counts already; nothing was changed. Change an answer, then repeat.",
    )
    status = Exit.REFUSED


class RowInUse(RangkapError):
    """The row is still needed by another."""

    code = "office.row_in_use"
    said = Text(
        "“{what}” masih dipakai: {used_id}. Ganti dahulu di sana, lalu ulangi.",
        "“{what}” is still used: {used_en}. Change that first, then repeat.",
    )
    status = Exit.REFUSED
