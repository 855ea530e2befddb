"""What can go wrong when cases are merged, parted again or divided."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NotMergeable(RangkapError):
    """The case is not in a state in which it is merged; letters on their way come first."""

    code = "office.not_mergeable"
    said = Text(
        "Kasus {case} ({state}) tidak dapat digabung sekarang. {instead}",
        "Case {case} ({state}) cannot be merged now. {instead}",
    )


class MergeTooEarly(RangkapError):
    """The case that is to be closed has a letter on its way: a signed answer that nobody has, or a request."""

    code = "office.merge_too_early"
    said = Text(
        "Kasus {case} belum dapat digabung: ada surat yang sedang berjalan. Yang kurang:\n{lines_id}\nLengkapi, lalu "
        "ulangi: rangkap merge {case} --into {into}",
        "Case {case} cannot be merged yet: a letter of it is on its way. Missing:\n{lines_en}\nComplete it, then repeat: rangkap "
        "merge {case} --into {into}",
    )


class MergeWithItself(RangkapError):
    """A case is merged with another one."""

    code = "office.merge_with_itself"
    said = Text(
        "Sebutkan kasus lain sesudah --into; {case} adalah kasus itu sendiri.",
        "Name another case after --into; {case} is the case itself.",
    )
    status = Exit.USAGE


class HoldsMerged(RangkapError):
    """Another case goes on in the one that is to be voided."""

    code = "office.holds_merged"
    said = Text(
        "Pendaftaran {case} tidak dapat dibatalkan: kasus {other} digabung ke situ. Pisahkan dahulu: rangkap merge {other} --undo",
        "The registration {case} cannot be voided: case {other} is merged into it. Part it first: rangkap merge {other} --undo",
    )


class CopyIsOut(RangkapError):
    """A copy for the victim is under way from the case that is to be voided."""

    code = "office.victims_copy_is_out"
    said = Text(
        "Pendaftaran {case} tidak dapat dibatalkan: salinan untuk korban {copy} masih “{state}”. Lihat cara menyelesaikannya: "
        "rangkap copy {case}",
        "The registration {case} cannot be voided: copy {copy} for the victim is still “{state}”. See how it is ended: rangkap "
        "copy {case}",
    )


class NotMerged(RangkapError):
    """Only a merged case is parted again."""

    code = "office.not_merged"
    said = Text(
        "Kasus {case} tidak digabung dengan kasus lain, jadi tidak ada yang dipisah lagi. Lihat: rangkap show {case}",
        "Case {case} is not merged with another, so there is nothing to part. See: rangkap show {case}",
    )


class NothingToDivide(RangkapError):
    """A new case holds at least one incoming document of the old one."""

    code = "office.nothing_to_divide"
    said = Text(
        "Sebutkan dokumen masuk yang dimuat kasus baru: rangkap divide {case} --document NAMA. Yang ada: {known}",
        "Name the incoming document that the new case holds: rangkap divide {case} --document NAME. There are: {known}",
    )
    status = Exit.USAGE
