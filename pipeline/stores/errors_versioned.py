"""What can go wrong with the versions of a bucket, the holds on them, and their destruction."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.stores.errors import StoreAway

RIGHTS = {
    "get_bucket_versioning": "s3:GetBucketVersioning",
    "get_object_lock_configuration": "s3:GetBucketObjectLockConfiguration",
    "list_object_versions": "s3:ListBucketVersions",
    "get_object_legal_hold": "s3:GetObjectLegalHold",
    "get_object_retention": "s3:GetObjectRetention",
    "put_object_legal_hold": "s3:PutObjectLegalHold",
}
"""By which right each request is allowed."""


class ItemHeld(RangkapError):
    """A legal hold lies on what was to be destroyed; nothing was removed."""

    code = "stores.item_held"
    said = Text(
        "{name} ditahan di ember S3 (legal hold, {count} versi), jadi tidak dimusnahkan. Cari tahu siapa yang menahannya: "
        "rangkap verify menyebutkan penahanan yang tidak berasal dari Rangkap; yang berhak melepasnya dengan alat S3, lalu ulangi.",
        "A legal hold lies on {name} in the S3 bucket ({count} versions), so it was not destroyed. Find out who put it there: "
        "rangkap verify names holds that are none of its own; whoever may releases it with an S3 tool, then repeat.",
    )


class LockedForGood(RangkapError):
    """The mode COMPLIANCE lets nobody destroy before its day; nothing was removed."""

    code = "stores.locked_for_good"
    said = Text(
        "{name} terkunci sampai {until} dengan mode COMPLIANCE: tidak seorang pun dapat memusnahkannya sebelum tanggal itu. Ubah "
        "aturan kunci ember menjadi GOVERNANCE (docs/archive.md, bagian “Making the bucket”) agar berkas berikutnya tidak terkunci "
        "begitu, dan ulangi sesudah tanggal itu.",
        "{name} is locked until {until} in mode COMPLIANCE: nobody can destroy it before that day. Set the lock rule of the bucket "
        "to GOVERNANCE (docs/archive.md, “Making the bucket”), so that what comes next is not locked like that, and repeat "
        "after that day.",
    )


class MayNotErase(RangkapError):
    """The key of the office has no right to destroy in this bucket."""

    code = "stores.may_not_erase"
    said = Text(
        "Kunci kantor tidak berhak memusnahkan di {place}. Pemilik ember memberi kunci itu hak s3:DeleteObjectVersion dan "
        "s3:BypassGovernanceRetention, lalu ulangi; tidak ada yang hilang.",
        "The key of the office has no right to destroy in {place}. The owner of the bucket grants it s3:DeleteObjectVersion and "
        "s3:BypassGovernanceRetention, then repeat; nothing is lost.",
    )
    status = Exit.FAILED


class RightMissing(StoreAway):
    """The key of the office lacks a right by which it asks of versions, lock or holds."""

    code = "stores.right_missing"
    said = Text(
        "Kunci kantor tidak berhak {right} di {place}. Pemilik ember memberi kunci itu semua hak menurut docs/archive.md, bagian "
        "“Making the bucket”, lalu ulangi; tidak ada yang hilang.",
        "The key of the office lacks the right {right} in {place}. The owner of the bucket grants it all rights that docs/archive.md "
        "names, “Making the bucket”, then repeat; nothing is lost.",
    )


class NoVersionCalls(RangkapError):
    """The server does not know the calls for versions, so nobody can tell whether bytes are gone."""

    code = "stores.no_version_calls"
    said = Text(
        "Server {place} tidak mengenal daftar versi, jadi tidak dapat dibuktikan bahwa byte yang dihapus benar-benar hilang. "
        "Tidak ada yang diubah. Pakai server S3 yang mengenal ListObjectVersions, atau pindahkan arsip ke folder (docs/archive.md, "
        "bagian “From a bucket into a folder”), lalu ulangi.",
        "The server of {place} does not know lists of versions, so it cannot be proved that bytes are gone. Nothing was "
        "changed. Use an S3 server that knows ListObjectVersions, or move the archive into a folder (docs/archive.md, “From a "
        "bucket into a folder”), then repeat.",
    )
