"""What can go wrong when a case is registered, studied, merged or divided, when its people are reached, or erasure is asked for."""

from __future__ import annotations

from pipeline.kernel.errors import NotThere, RangkapError, Text, WrongUse


class PeopleKnown(RangkapError):
    """People of the complaint may stand in earlier cases, and nobody has said yet whether they do."""

    code = "office.people_known"
    said = Text(
        "Orang dalam pengaduan ini mungkin sudah ada dalam kasus lain; belum ada yang disimpan:\n{told}\n"
        "Putuskan untuk setiap kasus, apakah orang yang sama. Dalam berkas jawaban: “earlier_cases”: {{{example}}} "
        "dengan “sama”, “lain” atau “tidak tahu”. Bila surat ini menyusul kasus yang masih berjalan: "
        "rangkap register NOMOR-AGENDA --case {first}",
        "People of this complaint may stand in another case; nothing was saved yet:\n{told}\n"
        "Decide for each case whether it is the same person. In an answers file: “earlier_cases”: {{{example}}} with "
        "“sama” (the same), “lain” (another) or “tidak tahu” (don't know). If this letter belongs to a case at work: "
        "rangkap register AGENDA-NUMBER --case {first}",
    )


class BadDecision(WrongUse):
    """``earlier_cases`` holds something else than a decision for a case that was shown."""

    code = "office.bad_decision"
    said = Text(
        "Isian “earlier_cases” memuat keputusan yang tidak dikenal untuk {case}. Tulis untuk setiap nomor kasus: “sama”, "
        "“lain” atau “tidak tahu”.",
        "The answer “earlier_cases” holds an unknown decision for {case}. Write for each case number: “sama” (the same), "
        "“lain” (another) or “tidak tahu” (don't know).",
    )


class NameTooShort(WrongUse):
    """Too little was typed to look a person up by."""

    code = "office.name_too_short"
    said = Text(
        "Tulis sedikitnya tiga huruf dari nama, panggilan, atau inisial dua huruf (contoh: R.T.).",
        "Type at least three letters of a name or call name, or two initials (for example: R.T.).",
    )


class NoCall(NotThere):
    """Nobody telephoned about the case."""

    code = "office.no_call"
    said = Text(
        "Kasus {case} tidak memuat catatan telepon. Tambahkan dengan: rangkap register --channel phone --case {case}",
        "Case {case} holds no call. Add one by: rangkap register --channel phone --case {case}",
    )


class WeakPassword(WrongUse):
    """The password could be guessed by whoever knows the family; the words themselves are told nowhere."""

    code = "office.weak_password"
    said = Text(
        "Kata sandi ini terlalu mudah: pakai sedikitnya {least} huruf, bukan angka saja, bukan nama orang dalam kasus ini. "
        "Contoh bentuknya: dua kata benda yang tidak berhubungan.",
        "This password is too easy: at least {least} letters, not digits alone, not a name in this case. Two unrelated "
        "nouns will do.",
    )


class NoPassword(RangkapError):
    """A case in this state takes no password."""

    code = "office.no_password"
    said = Text(
        "Kasus {case} ({state}) tidak memakai kata sandi: tentangnya tidak ada yang dapat disampaikan lewat telepon.",
        "Case {case} ({state}) takes no password: nothing can be told about it by telephone.",
    )


class NoCrisis(RangkapError):
    """The case does not wait for the crisis procedure."""

    code = "office.no_crisis"
    said = Text(
        "Kasus {case} tidak menunggu SOP krisis. Yang menunggu: {open}.",
        "Case {case} does not wait for the crisis procedure. Those that do: {open}.",
    )


class CrisisTaken(RangkapError):
    """Somebody took it before."""

    code = "office.crisis_taken"
    said = Text(
        "Kasus {case} sudah diambil {account} pada {when}; hubungi dia, jangan menunggu.",
        "Case {case} was taken by {account} on {when}; reach them, do not wait.",
    )


class NoCrisisHere(RangkapError):
    """A voided registration or an entry of an old register leaves for no crisis procedure."""

    code = "office.no_crisis_here"
    said = Text(
        "Kasus {case} berstatus “{state}”, jadi tidak dipindahkan ke SOP krisis. Daftarkan bahayanya sebagai pengaduan baru, dan "
        "beri tahu ketua sekarang.",
        "Case {case} is “{state}”, so it is not moved to the crisis procedure. Register the danger as a new complaint, and tell the "
        "chair now.",
    )


class NoSafeWay(RangkapError):
    """The way is not the safe route of the case."""

    code = "office.no_safe_way"
    said = Text(
        "Jangan menghubungi dengan cara “{way}”: kontak aman kasus {case} mengizinkan {allowed}. Bila sudah terjadi, catat "
        "dengan alasannya; bila kontak amannya berubah: rangkap clarify {case}",
        "Do not make contact by “{way}”: the safe contact of case {case} allows {allowed}. If it has happened, record it with "
        "the reason; if the contact changed: rangkap clarify {case}",
    )


class OutsideHours(RangkapError):
    """Contact is not allowed at this hour."""

    code = "office.outside_hours"
    said = Text(
        "Jangan menghubungi pukul {time}: untuk kasus {case} jam yang diizinkan ialah “{hours}”. Tunggu sampai jam itu; bila sudah terjadi, catat dengan alasannya.",
        "No contact at {time}: the allowed hours of case {case} are “{hours}”. Wait until then; if it has happened, record it with the reason.",
    )


class HoursUnclear(RangkapError):
    """The allowed hours cannot be read, and nobody has stated that it is one of them."""

    code = "office.hours_unclear"
    said = Text(
        "Jam yang diizinkan untuk kasus {case} tertulis “{hours}” dan tidak dapat dibaca mesin. Baca sendiri; bila sekarang "
        "diizinkan, nyatakan itu pada isian “Jam itu termasuk yang diizinkan?”, bila tidak dan sudah terjadi isi alasannya, atau tulis "
        "jamnya dengan jelas: rangkap clarify {case}",
        "The allowed hours of case {case} say “{hours}”, which cannot be read. Read them; if this hour is allowed, state it in "
        "the answer about the hours, if not and it has happened give the reason, or write them clearly: rangkap clarify {case}",
    )


class NoContactWanted(RangkapError):
    """The victim asked not to be contacted any more."""

    code = "office.no_contact_wanted"
    said = Text(
        "Korban kasus {case} meminta tidak dihubungi lagi. Bila ia sendiri datang atau menghubungi kantor, catat itu; kontak yang sudah terjadi dicatat dengan alasannya.",
        "The victim of case {case} asked not to be contacted. Record it if she came or called herself; a contact that has happened is recorded with the reason.",
    )


class TimeAhead(WrongUse):
    """The contact is said to have been later than now."""

    code = "office.time_ahead"
    said = Text(
        "Jam {time} hari ini belum tiba, jadi belum ada yang dicatat. Periksa jam yang diketik, lalu ulangi.",
        "It is not {time} yet today, so nothing was recorded. Check the time that was typed, then repeat.",
    )


class ConsentNotAsked(RangkapError):
    """A letter would pass on to an institution what the victim was not asked about."""

    code = "office.consent_not_asked"
    said = Text(
        "Surat kasus {case} tidak dibuat atau tidak keluar: korban belum ditanya apakah sesuatu boleh diteruskan kepada {names}. "
        "Hapus dari rujukan dan tembusan, isi dasar hukumnya bila darurat, atau tanyakan lewat jalur aman: rangkap inform {case}",
        "The letter of case {case} is not made or does not leave: the victim was not asked whether anything may be passed on to "
        "{names}. Take them out of referral and tembusan, name the law in an emergency, or ask her by the safe way: rangkap inform {case}",
    )


class NotConsented(RangkapError):
    """A letter would pass on to an institution what the victim did not allow."""

    code = "office.not_consented"
    said = Text(
        "Surat kasus {case} tidak dibuat atau tidak keluar: korban tidak mengizinkan sesuatu diteruskan kepada {names}. Hapus "
        "dari rujukan dan tembusan, atau tanyakan lagi kepadanya: rangkap inform {case}",
        "The letter of case {case} is not made or does not leave: the victim does not allow anything to be passed on to {names}. "
        "Take them out of referral and tembusan, or ask her again: rangkap inform {case}",
    )


class Withheld(RangkapError):
    """A letter says what the victim wants withheld."""

    code = "office.withheld"
    said = Text(
        "Surat kasus {case} menyebut {what}, yang menurut korban tidak boleh diteruskan. Ubah isinya: rangkap draft {case}",
        "The letter of case {case} mentions {what}, which the victim wants withheld. Change it: rangkap draft {case}",
    )


class NothingTyped(WrongUse):
    """A transcript says nothing, or more than a letter holds."""

    code = "office.nothing_typed"
    said = Text(
        "Salinan ketikan kosong atau lebih dari {most} huruf. Yang tidak terbaca ditulis [tidak terbaca].",
        "The transcript is empty or longer than {most} characters. What cannot be read is written [tidak terbaca].",
    )


class NotIncoming(WrongUse):
    """Only an incoming document is typed out."""

    code = "office.not_incoming"
    said = Text(
        "“{document}” bukan dokumen masuk kasus {case}. Yang dapat diketik: {known}.",
        "“{document}” is no incoming document of case {case}. Those that can be typed out: {known}.",
    )


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


class MergeWithItself(WrongUse):
    """A case is merged with another one."""

    code = "office.merge_with_itself"
    said = Text(
        "Sebutkan kasus lain sesudah --into; {case} adalah kasus itu sendiri.",
        "Name another case after --into; {case} is the case itself.",
    )


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


class NothingToDivide(WrongUse):
    """A new case holds at least one incoming document of the old one."""

    code = "office.nothing_to_divide"
    said = Text(
        "Sebutkan dokumen masuk yang dimuat kasus baru: rangkap divide {case} --document NAMA. Yang ada: {known}",
        "Name the incoming document that the new case holds: rangkap divide {case} --document NAME. There are: {known}",
    )


class RequestOpen(RangkapError):
    """A request about the case waits for its answer already."""

    code = "office.request_open"
    said = Text(
        "Permintaan tentang kasus {case} sudah dicatat dan belum dijawab. Jawab dahulu (ketua): rangkap erasure grant "
        "{case}, atau rangkap erasure refuse {case} --ground DASAR",
        "A request about case {case} is recorded already and not answered. Answer it first (chair): rangkap erasure grant "
        "{case}, or rangkap erasure refuse {case} --ground GROUND",
    )


class NoRequest(RangkapError):
    """No request about the case waits for an answer."""

    code = "office.no_request"
    said = Text(
        "Tidak ada permintaan yang menunggu jawaban untuk kasus {case}. Catat dahulu: rangkap erasure record {case}",
        "No request about case {case} waits for an answer. Record it first: rangkap erasure record {case}",
    )


class NoGround(WrongUse):
    """A refusal names its ground in law."""

    code = "office.no_ground"
    said = Text(
        "Penolakan harus menyebut dasar hukumnya. Ulangi dengan --ground dan satu dari: {known}",
        "A refusal names its ground in law. Repeat with --ground and one of: {known}",
    )


class NotReceivedYet(WrongUse):
    """A request cannot have been received in the future."""

    code = "office.not_received_yet"
    said = Text(
        "Saat permintaan diterima ({given}) belum tiba. Periksa tanggal dan jamnya, lalu ulangi: rangkap erasure record {case}",
        "The moment the request was received ({given}) is still to come. Check day and time, then repeat: "
        "rangkap erasure record {case}",
    )


class NotRestricted(RangkapError):
    """There is no restriction to lift."""

    code = "office.not_restricted"
    said = Text(
        "Akses kasus {case} tidak dibatasi, jadi tidak ada yang dicabut. Lihat: rangkap show {case}",
        "Access to case {case} is not restricted, so there is nothing to lift. See: rangkap show {case}",
    )


class NotAnswered(RangkapError):
    """There is no answer yet of which a letter could tell."""

    code = "office.not_answered"
    said = Text(
        "Permintaan tentang kasus {case} belum ada atau belum dijawab, jadi belum ada kalimat untuk suratnya. Lihat: "
        "rangkap erasure list",
        "There is no request about case {case}, or it is not answered, so there are no words for a letter yet. See: "
        "rangkap erasure list",
    )
