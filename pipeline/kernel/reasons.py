"""Why the system refused a file, in the languages of the interface; the system itself speaks English alone."""

from __future__ import annotations

import errno

from pipeline.kernel.errors import Text

_SAID = {
    errno.ENOENT: Text("tidak ada berkas atau folder dengan nama ini", "no such file or folder"),
    errno.EACCES: Text("tidak ada izin", "permission denied"),
    errno.EPERM: Text("tidak diizinkan", "not permitted"),
    errno.ENOSPC: Text("ruang cakram habis", "no space left on the disk"),
    errno.EDQUOT: Text("jatah ruang cakram habis", "the quota of the disk is used up"),
    errno.EIO: Text("galat baca atau tulis pada cakram", "the disk failed to read or write"),
    errno.EROFS: Text("cakram hanya dapat dibaca", "the disk can be read only"),
    errno.EBUSY: Text("sedang dipakai", "in use"),
    errno.EISDIR: Text("ini sebuah folder", "this is a folder"),
    errno.ENOTDIR: Text("ini bukan folder", "this is no folder"),
    errno.EEXIST: Text("nama itu sudah dipakai", "the name is taken"),
    errno.ENAMETOOLONG: Text("nama terlalu panjang", "the name is too long"),
    errno.EMFILE: Text("terlalu banyak berkas terbuka", "too many open files"),
    errno.EFBIG: Text("berkas terlalu besar", "the file is too large"),
    errno.ESTALE: Text("cakram jaringan terputus", "the network disk is gone"),
    errno.ENODEV: Text("cakram tidak ada", "there is no such disk"),
    errno.ELOOP: Text("tautan berputar-putar", "links lead in a circle"),
}
_OTHERWISE = Text("galat sistem {number}", "system error {number}")


def why(error: OSError) -> Text:
    """Return why the system refused; a number where there are no words for it."""
    number = error.errno or errno.EIO
    said = _SAID.get(number, _OTHERWISE)
    return Text(said.id.format(number=number), said.en.format(number=number))
