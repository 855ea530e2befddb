"""Why a way of contact is not offered (step 5): whoever misses one is told what forbids it, and what to do if that changed.

The rule itself is :func:`pipeline.office.cases.inform.ways`.
"""

from __future__ import annotations

from pipeline.cases import contact_hours
from pipeline.cases.contact import VICTIM, Misfit, misfit
from pipeline.cases.fields import informing
from pipeline.cases.safety import contact_problems
from pipeline.cases.values import Values, flag, text
from pipeline.kernel.text import Text
from pipeline.office.base.reported_sender import SENDER_HELD, SENDER_REPORTED
from pipeline.office.base.value_words import word_of
from pipeline.office.cases import inform

_STOPPED = Text(
    "Korban meminta tidak dihubungi lagi. Hanya bila ia datang sendiri ke kantor hal itu dicatat.",
    "The victim asked not to be contacted. Only her coming to the office is recorded.",
)
_HELD = {
    SENDER_HELD: Text(
        "Kantor tidak menghubungi lebih dahulu: pengirim kasus ini perlu keputusan ketua.",
        "The office makes no contact by itself: the sender of this case needs the chair's decision.",
    ),
    SENDER_REPORTED: Text(
        "Kantor tidak menghubungi lebih dahulu: menurut keputusan ketua, kontak ini tidak boleh dipakai.",
        "The office makes no contact by itself: by the chair's decision this contact must not be used.",
    ),
}
_NO_CONTACT = Text(
    "Kantor tidak menghubungi lebih dahulu: kasus ini tidak mempunyai kontak aman.",
    "The office makes no contact by itself: the case has no safe contact.",
)
_NOT_CONFIRMED = Text(
    "Kantor tidak menghubungi lebih dahulu: kontak aman kasus ini ({way}) belum dipastikan oleh korban atau pelapor sendiri.",
    "The office makes no contact by itself: the safe contact of this case ({way}) is not confirmed by the victim or reporter.",
)
_NOT_SAFE = Text(
    "Kantor tidak menghubungi lebih dahulu: kontak aman yang tercatat mengarah kepada terlapor atau rumah bersama.",
    "The office makes no contact by itself: the safe contact leads to the reported person or the shared home.",
)
_MISFIT = {
    Misfit.UNSTATED: Text(
        "Kantor tidak menghubungi lebih dahulu: belum dinyatakan apakah kontak aman kasus ini milik korban atau milik pelapor.",
        "The office makes no contact by itself: it is not stated whether the safe contact is the victim's or the reporter's.",
    ),
    Misfit.ANOTHERS: Text(
        "Kantor tidak menghubungi korban lebih dahulu: kontak aman kasus ini milik pelapor.",
        "The office makes no contact with the victim by itself: the safe contact of this case is the reporter's.",
    ),
}
_NEVER_CALL = Text(
    "Telepon tidak boleh dipakai: catatan kontak aman berbunyi “{hours}”.",
    "The telephone must not be used: the safe contact says “{hours}”.",
)
_LEFT_OUT = Text(
    "Tidak boleh dipakai: {left}. Kontak aman kasus ini hanya “{way}”; jalur lain dapat membahayakan.",
    "Must not be used: {left}. The safe contact of this case is “{way}” alone; another way can put her in danger.",
)
CHANGED = Text(
    "Bila kontak amannya berubah atau dipastikan, catat lewat klarifikasi.",
    "Once the safe contact changes or is confirmed, record it by a clarification.",
)
"""What is done where the safe contact is no longer what stands there."""


def why_no_more(values: Values, *, held: str = "") -> tuple[Text, dict[str, Text]]:
    """Return why no other way than those of :func:`inform.ways` is offered: a sentence, and what its places are filled with."""
    way, hours = text(values, "safe_contact_way"), text(values, "safe_contact_hours")
    said = word_of("safe_contact_way", way)
    if inform.wants_none(values):
        return _STOPPED, {}
    if held:
        return _HELD[held], {}
    if way in ("", "tidak ada"):
        return _NO_CONTACT, {}
    if wrong := misfit(values, VICTIM):
        return _MISFIT[wrong], {}
    if not flag(values, "safe_contact_confirmed"):
        return _NOT_CONFIRMED, {"way": said}
    if any(contact_problems(values)):
        return _NOT_SAFE, {}
    if contact_hours.forbids_telephone(hours):
        return _NEVER_CALL, {"hours": word_of("", hours)}
    offered = inform.ways(values)
    left = [
        word_of("informed_way", one.value)
        for one in informing.WAYS
        if one.value not in informing.HAPPENED.union(offered)
    ]
    words = Text(*(", ".join(one.fill(lang) for one in left) for lang in ("id", "en")))
    return _LEFT_OUT, {"left": words, "way": said}
