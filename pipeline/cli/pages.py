"""What a reader sees on the terminal: a case, and what waits. Indonesian, people as initials."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_MARK = {"selesai": "✓", "sekarang": "▶", "tidak berlaku": "–"}


def case(plain: Mapping[str, Any], whole: bool = False) -> str:
    """Return one case as text; ``whole`` adds the answers and the history."""
    lines = [
        f"Kasus {plain['case']}    Register {plain['register_number']}    {plain['state']}",
        "    ".join(
            (
                f"Agenda {', '.join(plain['agenda']) or '-'}",
                f"diterima {plain['received']}",
                f"surat jawaban {plain['letter_number'] or '-'}",
            )
        ),
        "",
        "Langkah",
        *(f"  {_MARK.get(one['progress'], ' ')} {one['step']:>2}. {one['label']}" for one in plain["steps"]),
    ]
    if whole:
        lines += ["", "Isian", *(f"  {label}: {value}" for label, value in plain["answers"].items())]
    for letter in plain["letters"]:
        lines += ["", f"Surat {letter['letter']} revisi {letter['revision']}: {letter['state']}"]
        lines += [
            f"  salinan ke-{one['copy']} dari 2: {'kembali ' + one['received'] if one['received'] else 'belum kembali'}"
            for one in letter["copies"]
        ]
    lines += ["", f"Dokumen ({plain['archive_location']})"]
    lines += [f"  v{one['version']} {one['name']}\n     {one['path']}" for one in plain["documents"]]
    if whole:
        lines += ["", "Riwayat"]
        lines += [
            f"  {one['at']} {one['account']} {one['verb']} {one['subject']}".rstrip()
            for one in plain["history"]
        ]
    return "\n".join(lines)


def todo(found: Mapping[str, Any]) -> str:
    """Return what waits as text; says so when nothing does."""
    lines: list[str] = []
    if found["arrivals"]:
        lines += ["Surat masuk", *map(_arrival, found["arrivals"])]
    if found["cases"]:
        lines += ["", "Kasus"] if lines else ["Kasus"]
        lines += [
            f"  {one['case']}  {one['state']}  → {', '.join(one['possible'])}" for one in found["cases"]
        ]
    return "\n".join(lines) or "Tidak ada yang menunggu. Taruh pindaian di inbox untuk memulai."


def _arrival(one: Mapping[str, Any]) -> str:
    number = one["agenda"] or one["letter"] or one["id"]
    danger = f"  ! {one['danger']}" if one["danger"] else ""
    note = f"  ({one['note']})" if one["note"] else ""
    return f"  {number}  {one['received']}  {one['state']}  {one['name']}{note}{danger}"
