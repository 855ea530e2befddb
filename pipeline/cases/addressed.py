"""Who may be answered: the reporter, the victim or guardian, the safe contact, or the institution that wrote.

The reported person never is (letter rule 4): a name typed by mistake must not turn the answer round.
"""

import re

from pipeline.cases.people import Side, people_of
from pipeline.cases.safety import name_words, same_person
from pipeline.cases.values import ANONYMOUS, Values, flag, known_name, text

_NOBODYS = frozenset({"pelapor", "pengirim", "surat", "yang", "bersangkutan", "warga", "penelepon"})
_GENERAL = frozenset({
    "kepala", "ketua", "direktur", "direktris", "pimpinan", "pengurus", "dinas", "badan", "kantor", "negeri", "swasta",
    "kabupaten", "kota", "provinsi", "kecamatan", "desa", "dan", "yang",
})  # fmt: skip


def is_party(values: Values, addressee: str) -> bool:
    """Tell whether ``addressee`` (as typed) may be answered in this case.

    An institution shares at least one telling word with the sender; a person is one of the case, neither the
    reported one nor a witness; an anonymous reporter may be addressed without a name.
    """
    if flag(values, "is_institution"):
        sender = _telling(text(values, "sender"))
        return not sender or not sender.isdisjoint(_telling(addressee))
    people = people_of(values)
    reported = [one.name for one in people if one.side is Side.REPORTED and one.name]
    parties = [one.name for one in people if one.side not in (Side.REPORTED, Side.WITNESS) and one.name]
    parties += [known_name(values, "safe_contact_name")]
    if any(name_words(addressee) == name_words(one) for one in parties if one):
        return True
    if any(same_person(addressee, one) for one in reported):
        return False
    if text(values, "reporter_name") == ANONYMOUS and set(name_words(addressee)) <= _NOBODYS:
        return True
    return any(same_person(addressee, one) for one in parties if one)


def _telling(name: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]{3,}", name.casefold()) if word not in _GENERAL}
