"""What can go wrong where the archive lies in a bucket."""

from __future__ import annotations

from pipeline.kernel.errors import RangkapError, Text


class BucketInUse(RangkapError):
    """The bucket holds the archive of an office already; a new home does not take it over."""

    code = "office.bucket_in_use"
    said = Text(
        "{place} sudah memuat arsip sebuah kantor, jadi rumah kantor baru tidak dibuat di atasnya. Pakai ember atau folder lain "
        "dalam RANGKAP_ARCHIVE; untuk kantor yang sama kembalikan rumahnya dari cadangan (docs/archive.md).",
        "{place} holds the archive of an office already, so no new home was made on it. Name another bucket or folder in "
        "RANGKAP_ARCHIVE; for the same office bring its home back from the backup (docs/archive.md).",
    )


class ArchiveInBucket(RangkapError):
    """A backup of a home whose archive lies in a bucket cannot be proved against it by itself; nothing was restored."""

    code = "office.archive_in_bucket"
    said = Text(
        "Pemulihan otomatis tidak dikerjakan untuk kantor dengan arsip di ember S3 (RANGKAP_ARCHIVE): cadangannya tidak memuat "
        "arsip, dan ember biasanya lebih baru daripada cadangan. Tidak ada yang dipulihkan. Kembalikan var, letter_templates dan "
        "office.toml dengan restic, lalu jalankan rangkap rebuild (docs/archive.md, bagian “Backup and restore of a bucket”).",
        "An office whose archive lies in an S3 bucket (RANGKAP_ARCHIVE) is not restored by itself: its backup does not hold "
        "the archive, and the bucket is mostly newer than the backup. Nothing was restored. Bring var, letter_templates and "
        "office.toml back with restic, then run rangkap rebuild (docs/archive.md, “Backup and restore of a bucket”).",
    )
