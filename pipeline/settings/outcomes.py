"""The outcomes of an office (step 14): rows of ``[[hasil]]`` over the procedure's.

None asks for less than its parent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.settings.unfit import Fault, near

LIST = "hasil"
KEYS = ("nama", "induk", "syarat", "dipakai")
CAME, REFERRED, PASSED_ON = "datang langsung", "dirujuk", "dilimpahkan"
WITHDRAWN, UNWILLING, UNREACHED = "dicabut korban", "tidak bersedia", "tidak dapat dihubungi"
CRISIS, MERGED = "pindah ke SOP krisis", "digabung"
BUILT_IN = (CAME, REFERRED, PASSED_ON, WITHDRAWN, UNWILLING, UNREACHED, CRISIS, MERGED)
ALWAYS = (WITHDRAWN, CRISIS, MERGED)
"""Not to be switched off."""
PARENTS = tuple(name for name in BUILT_IN if name != MERGED)
SERVICES, PLACE, PROOF, WISH, TRIED = "layanan", "lembaga", "bukti", "pernyataan", "percobaan"
ANSWERED, DANGER = "surat disampaikan", "bahaya"
REQUIREMENTS = (SERVICES, PLACE, PROOF, WISH, TRIED, ANSWERED, DANGER)
_LONGEST = 60


@dataclass(frozen=True)
class OutcomeRow:
    """Without a ``parent`` it is about an outcome of the procedure."""

    name: str
    parent: str = ""
    asks: tuple[str, ...] = ()
    is_used: bool = True


def made(row: Mapping[str, Any]) -> OutcomeRow:
    """A faultless row's outcome."""
    asks = tuple(dict.fromkeys(row.get("syarat", ())))
    return OutcomeRow(" ".join(row["nama"].split()), row.get("induk", ""), asks, row.get("dipakai", True))


def fault(row: Mapping[str, Any], before: Sequence[OutcomeRow]) -> Fault | None:
    """What is wrong with a row."""
    return _kind_fault(row) or _fault(row, {other.name.casefold() for other in before})


def _kind_fault(row: Mapping[str, Any]) -> Fault | None:
    for key in ("nama", "induk"):
        if (key in row or key == "nama") and not (isinstance(row.get(key), str) and row[key].strip()):
            return key, f"“{LIST}.{key}” harus berupa teks dalam tanda kutip."
    asks = row.get("syarat", [])
    if not isinstance(asks, list) or not all(isinstance(asked, str) for asked in asks):
        return "syarat", f'“{LIST}.syarat” harus daftar teks, contoh ["{SERVICES}", "{PROOF}"].'
    if not isinstance(row.get("dipakai", True), bool):
        return "dipakai", f"“{LIST}.dipakai” harus true atau false."
    return None


def _fault(row: Mapping[str, Any], taken: set[str]) -> Fault | None:
    name, parent = " ".join(row["nama"].split()), row.get("induk", "")
    own = {built_in.casefold(): built_in for built_in in BUILT_IN}.get(name.casefold())
    if name.casefold() in taken:
        return "nama", f"hasil “{name}” tercantum dua kali dalam [[{LIST}]]; satu hasil, satu baris."
    if own and own != name:
        return "nama", f"hasil prosedur ditulis “{own}”, bukan “{name}”."
    if len(name) > _LONGEST or any(sign in name for sign in ",;:|"):
        return "nama", f"nama hasil paling panjang {_LONGEST} huruf, tanpa koma, titik dua, atau titik koma."
    if own and parent:
        return "induk", f"“{name}” hasil prosedur dan tidak punya induk; hapus “induk”."
    if not own and not parent:
        return (
            "nama",
            f"“{name}” bukan hasil prosedur; hasil kantor memerlukan “induk”.{near(name, BUILT_IN, or_all=True)}",
        )
    if parent and parent not in PARENTS:
        return "induk", f"induk “{parent}” bukan hasil prosedur.{near(parent, PARENTS, or_all=True)}"
    if not row.get("dipakai", True) and name in ALWAYS:
        return "dipakai", f"hasil “{name}” tidak dapat dimatikan; hapus baris ini atau isi true."
    for requirement in row.get("syarat", ()):
        if requirement not in REQUIREMENTS:
            return (
                "syarat",
                f"syarat “{requirement}” tidak dikenal.{near(requirement, REQUIREMENTS, or_all=True)}",
            )
    if row.get("syarat") and name == MERGED:
        return "syarat", f"hasil “{MERGED}” dicatat saat kasus digabungkan dan tidak diberi syarat lain."
    return None
