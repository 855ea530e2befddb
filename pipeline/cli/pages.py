"""Cases and waiting work in Indonesian; people are initials."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from pipeline.cases.fields.days import short_day
from pipeline.kernel.clock import read_stamp
from pipeline.kernel.commands import commands_of
from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.kernel.text import Text
from pipeline.office.arrivals.edit_presence import presence_message as told_opened
from pipeline.office.base.acts import format_act

MARK = {"selesai": "✓", "sekarang": "▶", "tidak berlaku": "–"}


def typed(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its next commands, its messages in Indonesian."""
    texts = {name: part.fill("id") for name, part in row.items() if isinstance(part, Text)}
    return {**row, **texts, **{name: commands_of(row[name]) for name in ("next", "command") if name in row}}


def typed_case(plain: Mapping[str, Any]) -> dict[str, Any]:
    """A found case with its next command."""
    dangers = {"danger": [head.fill("id") for head in plain["danger"]]} if "danger" in plain else {}
    return {**plain, **dangers, **({"next": typed(plain["next"])} if "next" in plain else {})}


def case(plain: Mapping[str, Any], zone: ZoneInfo, whole: bool = False) -> str:
    """A case as text; ``whole`` adds answers and history."""
    since = plain["restricted_since"]
    lines = [
        *([f"AKSES DIBATASI sejak {moment(since, zone)}; setiap pembukaan dicatat"] if since else []),
        *([crisis_told(plain["crisis"], zone)] if plain["crisis"] else []),
        *(f"{danger}  → rangkap acknowledge-danger {plain['case']}" for danger in plain["danger"]),
        f"Kasus {plain['case']}    Register {plain['register_number']}    {plain['state']}",
        "    ".join(
            (
                f"Agenda {', '.join(plain['agenda']) or '-'}",
                f"diterima {day(plain['received'])}",
                *(["dicatat kemudian"] if plain["late"] else []),
                f"surat jawaban {plain['letter_number'] or '-'}",
                f"petugas {plain['officer'] or '-'}",
            )
        ),
        *_ending(plain),
        "",
        "Langkah",
        *(
            f"  {MARK.get(step['progress'], ' ')} {step['step']:>2}. {step['label']}"
            for step in plain["steps"]
        ),
    ]
    lines += _next(plain["next"])
    lines += (
        [f"Digabung ke kasus {plain['merged_into']}; penanganan dilanjutkan di sana"]
        if plain["merged_into"]
        else []
    )
    lines += [
        f"Kasus {merged} digabungkan ke sini (rangkap show {merged})" for merged in plain["merged_here"]
    ]
    lines += [f"Akses ditutup (konflik): {conflict['account']}" for conflict in plain["conflicts"]]
    lines += _incoming(plain)
    if whole:
        lines += ["", "Isian", *(f"  {label}: {value}" for label, value in plain["answers"].items())]
    for letter in plain["letters"]:
        lines += [
            "",
            f"Surat {letter['letter']} ({LETTER_KINDS[letter['kind']].name.id}) revisi {letter['revision']}: {letter['state']}",
        ]
        lines += [_copy(copy, zone) for copy in letter["copies"]]
    lines += ["", *_retention(plain["retention"])]
    lines += ["", f"Dokumen ({plain['archive_location']})"]
    lines += [
        f"  v{document['version']} {document['name']}\n     {document['path']}"
        for document in plain["documents"]
    ]
    lines += [
        f"  {document['name']} salah berkas; sekarang dalam kasus {document['into']}"
        for document in plain["moved_out"]
    ]
    if whole:
        lines += ["", "Riwayat"]
        lines += _history(plain["history"], zone)
    return "\n".join(lines)


def _next(act: Mapping[str, Any]) -> list[str]:
    if not act:
        return []
    line = f"Berikutnya: {act['label']} (langkah {act['step']})"
    if not act["is_mine"]:
        return ["", f"{line}, oleh {' / '.join(act['roles'])}"]
    return ["", f"{line}  → {commands_of(act['command'])}" if act["command"] else line]


def found(plain: Mapping[str, Any], zone: ZoneInfo) -> str:
    """A case, or a document without one, as text."""
    if plain.get("destroyed"):
        return destroyed(plain)
    if plain.get("restricted"):
        return f"Kasus {plain['case']}    {plain['state']}"
    if plain["case"]:
        return case(plain, zone)
    progress = f", {plain['progress']}" if plain.get("progress") else ""
    progress += _opened(plain, zone)
    return f"Agenda {plain['agenda'][0]}    masuk {moment(plain['received'], zone)}    {plain['state']}{progress}"


def destroyed(plain: Mapping[str, Any]) -> str:
    """What is left of a destroyed case."""
    minutes = plain["minutes"]
    lines = [
        f"Kasus {plain['case']}    Register {plain['register_number']}    {plain['state']}",
        f"Dimusnahkan menurut berita acara nomor {minutes['number']} tanggal {day(minutes['day'])}, daftar {plain['list']}",
        f"Agenda {', '.join(plain['agenda']) or '-'}    nomor surat {', '.join(plain['letter_numbers']) or '-'}",
        "Nomor-nomor itu tidak pernah diberikan lagi. Isinya tidak ada lagi dalam arsip dan basis data.",
    ]
    return "\n".join(lines)


def _incoming(plain: Mapping[str, Any]) -> list[str]:
    several = plain["incoming"] if len(plain["incoming"]) > 1 else []
    lines = ["", "Surat masuk"] if several else []
    for letter in several:
        number = f"nomor {letter['number']}" if letter["number"] else "tanpa nomor"
        dated = f" tanggal {day(letter['date'])}" if letter["date"] else ""
        waits = "" if letter["needs_answer"] else ", tidak perlu jawaban tersendiri"
        lines.append(
            f"  {letter['agenda']}  diterima {day(letter['received'])}  {number}{dated}  dari {letter['sender']}{waits}"
        )
    lines += ["", "Kasus lain dengan orang yang mungkin sama"] if plain["earlier"] else []
    return lines + [
        f"  {earlier['case']}: {earlier['decision']} (menurut {earlier['account']})"
        for earlier in plain["earlier"]
    ]


def _retention(row: Mapping[str, Any]) -> list[str]:
    head = f"Retensi: kode {row['code']}, {row['security']}"
    if not row["series"]:
        lines = [f"{head}; tidak ada JRA untuk kode ini, jadi disimpan"]
    elif not row["until"]:
        lines = [f"{head}; {row['series']}, {row['fate']}; masa simpan berjalan sejak kasus selesai"]
    else:
        since = f"sejak {day(row['since'])} ({row['event']})"
        lines = [f"{head}; {row['series']}, {row['fate']}; {since}, sampai {day(row['until'])}"]
    return [*lines, "PEMUSNAHAN DITANGGUHKAN"] if row["held"] else lines


def _ending(plain: Mapping[str, Any]) -> list[str]:
    delivered = f" {day(plain['delivered'])}" if plain["delivered"] else ""
    lines = [f"Penyampaian{delivered}: {plain['delivery']}"] if plain["delivery"] else []
    if plain["outcome"] and plain["outcome_day"]:
        lines.append(f"Hasil akhir {day(plain['outcome_day'])}: {plain['outcome']}")
    return lines


def _copy(copy: Mapping[str, Any], zone: ZoneInfo) -> str:
    back = f"kembali {moment(copy['received'], zone)}" if copy["received"] else "belum kembali"
    parts = [f"  salinan ke-{copy['copy']} dari 2: {back}"]
    if copy.get("attested"):
        parts.append(f"pernyataan ({copy['attested']})")
    if copy.get("printed"):
        parts.append(f"dicetak {copy['printed']} kali, {copy['spoilt']} lembar rusak")
    return "; ".join(parts)


def _history(acts: Sequence[Mapping[str, Any]], zone: ZoneInfo) -> list[str]:
    rows = [
        (
            moment(act["at"], zone),
            act["account"],
            format_act(act["verb"], act.get("detail", {})),
            act["subject"],
        )
        for act in acts
    ]
    widths = [max((len(row[at]) for row in rows), default=0) for at in range(3)]
    return [
        "  "
        + "  ".join(
            [*(f"{word:<{width}}" for word, width in zip(row, widths, strict=False)), row[3]]
        ).rstrip()
        for row in rows
    ]


def day(written: str) -> str:
    """An ISO 8601 day as ``24-11-2026``."""
    return short_day(date.fromisoformat(written))


def moment(stamp: str, zone: ZoneInfo) -> str:
    """A UTC stamp as ``24-11-2026 08.05`` in the office's zone."""
    return read_stamp(stamp).astimezone(zone).strftime("%d-%m-%Y %H.%M")


def crisis_told(crisis: Mapping[str, str], zone: ZoneInfo) -> str:
    """One line, marked until somebody takes it."""
    since = moment(crisis["since"], zone)
    if crisis["taken"]:
        return f"SOP KRISIS  {crisis['case']}  sejak {since}; diambil {crisis['taken_by']} {moment(crisis['taken'], zone)}"
    return f"!! KRISIS  {crisis['case']}  {crisis['why']} sejak {since}; BELUM DIAMBIL  → rangkap take-crisis {crisis['case']}"


def todo(groups: Mapping[str, Any], zone: ZoneInfo) -> str:
    """What waits, as text."""
    parts = [
        [crisis_told(crisis, zone) for crisis in groups.get("crises", ())],
        _under("Kata bahaya", [_waiting(danger, ("case", "waits")) for danger in groups.get("dangers", ())]),
        _under("Surat masuk", [_arrival(arrival, zone) for arrival in groups["arrivals"]]),
        *(
            _under(heading, [_waiting(row, keys) for row in groups.get(name, ())])
            for name, heading, keys in _WAITING
        ),
    ]
    told_parts = ["\n".join(part) for part in parts if part]
    return "\n\n".join(told_parts) or "Tidak ada yang menunggu. Taruh pindaian di inbox untuk memulai."


def _under(heading: str, lines: Sequence[str]) -> list[str]:
    return [heading, *lines] if lines else []


_WAITING = (
    ("begun", "Belum selesai didaftarkan", ("id", "waits")),
    ("clocks", "Tenggat undang-undang (3 × 24 jam)", ("case", "waits")),
    ("due", "Tenggat (hari kerja)", ("case", "waits")),
    ("erasures", "Permintaan penghapusan (3 × 24 jam)", ("case", "waits")),
    ("cases", "Kasus", ("case", "state", "waits")),
    ("contacts", "Menghubungi korban (langkah 5)", ("case", "waits")),
    ("requests", "Permintaan klarifikasi", ("letter", "waits")),
    ("overtaken", "Surat yang harus ditarik kembali", ("letter", "waits")),
    ("receipts", "Tanda terima surat", ("sheet", "waits")),
    ("simfoni", "Entri SIMFONI-PPA", ("case", "waits")),
    ("conflicts", "Benturan kepentingan", ("case", "waits")),
    ("senders", "Keputusan tentang pengirim", ("case", "waits")),
    ("asked", "Permintaan keterangan", ("id", "waits")),
    ("confirmations", "Menunggu tanda tangan ketua", ("case", "waits")),
    ("mandates", "Mandat", ("id", "waits")),
    ("statements", "Pernyataan salinan ke-1", ("letter", "waits")),
    ("victims_copies", "Salinan untuk korban", ("copy", "waits")),
    ("pages", "Lembar pengesahan register", ("page", "waits")),
    ("disposals", "Daftar arsip usul musnah", ("list", "waits")),
    ("emptied", "Kasus tanpa surat masuk", ("case", "waits")),
    ("further", "Surat susulan", ("case", "waits")),
    (
        "refused",
        "Yang tidak diambil (berkas ada di inbox/ditolak, folder tetap di inbox)",
        ("name", "when", "reason"),
    ),
)


def _waiting(row: Mapping[str, Any], keys: Sequence[str]) -> str:
    parts = (part.fill("id") if isinstance(part := row[key], Text) else part for key in keys)
    words = "  ".join(filter(None, parts))
    return f"  {words}  → {commands_of(row['next'])}" if row.get("next") else f"  {words}"


def _arrival(arrival: Mapping[str, Any], zone: ZoneInfo) -> str:
    name = f"  {arrival['name']}" if arrival["name"] else ""
    number = arrival["agenda"] or (
        f"{arrival['id']}  {arrival['letter']}" if arrival["letter"] else arrival["id"]
    )
    danger = f"  ! {arrival['danger']}" if arrival["danger"] else ""
    note = f"  ({arrival['note']})" if arrival["note"] else ""
    command = f"  → {commands_of(arrival['next'])}" if arrival["next"] else ""
    progress = (f", {arrival['progress']}" if arrival.get("progress") else "") + _opened(arrival, zone)
    return f"  {number}  {moment(arrival['received'], zone)}  {arrival['state']}{progress}{name}{note}{danger}{command}"


def _opened(row: Mapping[str, Any], zone: ZoneInfo) -> str:
    words = told_opened(row["opened"], zone)
    return f", {words}" if words else ""
