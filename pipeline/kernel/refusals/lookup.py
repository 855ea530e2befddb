"""Refusals of what may be looked up."""

from __future__ import annotations

from pipeline.kernel.text import Exit, Next, Row

LOOKUP: dict[str, Row] = {
    "office.access_restricted": Row(
        "Akses dibatasi: kasus {case} hanya dapat dilihat ketua dan arsiparis, dengan alasan, dan tidak "
        "dikerjakan. Bila kasus itu perlu diteruskan, minta ketua mencabut pembatasannya.",
        "Access restricted: case {case} is seen by chair and archivist only, for a reason, and is not "
        "worked on. If it must go on, ask the chair to lift the restriction.",
        Exit.NO_RIGHT,
        next=(Next("show", "{case}"), Next("lift-restriction", "{case}")),
    ),
}
