"""Hand-over (serah arsip) to the regional archive as a BagIt bag (UU 43/2009, PP 28/2012).

The office keeps its own. Each case gets the number of the minutes (berita acara) once the bag is whole.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from pipeline.archive.bag import Packed, pack
from pipeline.archive.layout import JOURNAL, case_of, year_of
from pipeline.cases.consent import limits
from pipeline.cases.states import State
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import Lock, move_new, need_folder, sync_folder
from pipeline.kernel.ids import is_case
from pipeline.kernel.people import Role
from pipeline.lookup import access, restriction
from pipeline.office.base import filings
from pipeline.office.base.session import Session, moment_for_numbers, need_role
from pipeline.records import boot, cases, entries, history
from pipeline.register.entry import read_entry
from pipeline.register.signed_page import closing_id

KEEPERS = frozenset({Role.ARCHIVIST, Role.CHAIR})
VERB = "hand_over"
KIND = "handed_over"
_NAMED = 10
_README = """\
SERAH ARSIP: {what}
Dari: {office}
Berita acara: {minutes}
Tanggal: {day}

RAHASIA. Folder ini memuat data pribadi korban, anak dan pelapor. Hanya untuk lembaga kearsipan daerah.

Folder ini adalah bag menurut BagIt (RFC 8493). Memeriksa bahwa semua berkas utuh, di Linux:

  sha512sum --quiet -c manifest-sha512.txt

Tidak ada keluaran berarti utuh. Di data/ ada satu folder untuk setiap kasus, dengan dokumen yang berlaku dan kasus.json, catatan
kasus itu. Kode pemeriksa (SHA-512) inventory.json di dalamnya tertulis sebagai "inventory_sha512" dalam catatan register (.jsonl).
"""
_RESTRICTED = """
PEMBATASAN. Korban dalam kasus berikut tidak mengizinkan hal yang disebut diteruskan kepada pihak lain. Arsipnya diserahkan
menurut kewajiban arsip; jangan dibuka untuk umum, dan jangan diteruskan (UU 12/2022 Pasal 69; UU 27/2022).

"""


@dataclass(frozen=True)
class HandedOver:
    """A bag that was made."""

    path: Path
    cases: tuple[str, ...]
    packed: Packed


def restricted_by_her(session: Session, unit: str) -> dict[str, tuple[str, ...]]:
    """Cases of which the victim does not allow everything."""
    need_role(session, "hand-over", KEEPERS)
    return _limits(session, _objects(session, unit)[1])


def _limits(session: Session, names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    numbers = [case_of(name) for name in names if _is_case(name)]
    open_ = [number for number in numbers if cases.has(number) and access.may_see(session, number)]
    pairs = ((number, limits(cases.get(number).values)) for number in open_)
    return {number: words for number, words in pairs if words}


def hand_over(
    session: Session,
    unit: str,
    target: Path,
    minutes: str,
    progress: Callable[[int, int], None] | None = None,
    reason: str = "",
) -> HandedOver:
    """A finished case or a year, in the folder ``target``.

    Where a victim does not allow everything, a ``reason`` is needed; the bag says so.
    """
    need_role(session, "hand-over", KEEPERS)
    if not (words := " ".join(minutes.split())):
        raise Refusal("office.no_minutes", what=unit[:40])
    year, names = _objects(session, unit)
    folder = need_folder(target)
    path = folder / f"{unit}-serah-{session.today:%Y%m%d}"
    with Lock(session.settings.var / "serah.lock"):
        _need_done(session, names)
        _need_own(session, names)
        held = _limits(session, names)
        if held and not reason.strip():
            raise Refusal("office.against_her_wish", cases=_format_held(held), what=unit)
        if path.exists():
            raise Refusal("office.bag_there", name=path.name)
        _sweep(folder)
        staged = folder / f".{path.name}"
        try:
            packed = _packed(session, unit, staged, year, names, words, progress, held)
            move_new(staged, path)
            sync_folder(folder)
        except FileExistsError:
            raise Refusal("office.bag_there", name=path.name) from None
        finally:
            with suppress(OSError):
                rmtree(staged)
        handed = tuple(case_of(name) for name in names if _is_case(name))
        _file(session, handed, unit, words, packed, dict.fromkeys(held, reason.strip()))
    return HandedOver(path, handed, packed)


def _packed(
    session: Session,
    unit: str,
    staged: Path,
    year: int,
    names: Sequence[str],
    minutes: str,
    progress: Callable[[int, int], None] | None,
    held: Mapping[str, tuple[str, ...]],
) -> Packed:
    """No label names a person."""
    settings, day = session.settings, session.today
    with boot.transact():
        history.log_access(clock.now(), session.actor, VERB, unit)
    info = {
        "Source-Organization": settings["kantor.nama"],
        "Organization-Address": settings["kantor.alamat"],
        "External-Description": "Arsip penanganan pengaduan, rahasia",
        "External-Identifier": unit,
        "Internal-Sender-Identifier": minutes,
        "Bagging-Date": day.isoformat(),
    }
    readme = _README.format(what=unit, office=settings["kantor.nama"], minutes=minutes, day=f"{day:%d-%m-%Y}")
    if held:
        readme += _RESTRICTED + "".join(f"  {case}: {', '.join(words)}\n" for case, words in held.items())
    return pack(session.archive, staged, names, _journal(session, unit, year), info, readme, progress)


def _sweep(folder: Path) -> None:
    """A killed hand-over leaves data of victims behind."""
    for left in folder.glob(".*-serah-*"):
        rmtree(left)


def _objects(session: Session, unit: str) -> tuple[int, Sequence[str]]:
    archive = session.archive
    if is_case(unit) and cases.has(unit) and access.may_see(session, unit):
        return year_of(unit), [archive.object_of(unit)]
    if unit.isdecimal() and int(unit) in archive.years() and (names := archive.objects(int(unit))):
        return int(unit), names
    raise Refusal("office.nothing_to_hand_over", what=unit[:40])


def _need_done(session: Session, names: Sequence[str]) -> None:
    waiting = entries.filing()
    done = {number for number, _ in cases.in_states([State.CLOSED.value, State.VOID.value, State.OLD.value])}
    # Finished too once the year of the case was closed: not every office writes down each delivery.
    answered = cases.in_states([State.FILED.value, State.DELIVERED.value])
    done |= {number for number, _ in answered if session.archive.has(closing_id(year_of(number)))}
    still = [
        case_of(name)
        for name in names
        if case_of(name) in waiting or (_is_case(name) and case_of(name) not in done)
    ]
    if still:
        more = f" … ({len(still)})" if len(still) > _NAMED else ""
        raise Refusal("office.still_open", cases=", ".join(still[:_NAMED]) + more)


def _need_own(session: Session, names: Sequence[str]) -> None:
    if not access.hidden(session).isdisjoint(map(case_of, names)):
        raise Refusal("office.another_hands_over")
    for name in names:
        restriction.need_open(case_of(name))


def _is_case(name: str) -> bool:
    return is_case(case_of(name))


def _journal(session: Session, unit: str, year: int) -> tuple[str, bytes]:
    case = unit if is_case(unit) else None
    chosen = []
    for line in session.archive.read_lines():
        if not line.is_torn:
            entry = read_entry(line.data)
            if case_of(entry.case) == case or (case is None and entry.year == year):
                chosen.append(line.data.rstrip(b"\n") + b"\n")
    return JOURNAL if case is None else f"catatan-{case}.jsonl", b"".join(chosen)


def _format_held(held: Mapping[str, tuple[str, ...]]) -> str:
    named = [f"{number} ({', '.join(words)})" for number, words in held.items()]
    return "; ".join(named[:_NAMED]) + (f" … ({len(named)})" if len(named) > _NAMED else "")


def _file(
    session: Session,
    handed: Sequence[str],
    unit: str,
    minutes: str,
    packed: Packed,
    reasons: Mapping[str, str],
) -> None:
    """What the archive cannot take now is filed later."""
    moment = moment_for_numbers()
    detail = {"minutes": minutes, "list_sha256": packed.manifest_sha256, "of": unit}
    with boot.transact():
        for number in handed:
            why = {"reason": reasons[number]} if number in reasons else {}
            history.note(moment, session.actor, VERB, None, number, number, **detail, **why)
            filings.begin(session, cases.get(number), KIND, "arsip diserahkan", [], moment)
    for number in handed:
        filings.try_complete_case(session, number)
