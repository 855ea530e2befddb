"""Refusals of the case and its answers."""

from pipeline.kernel.text import Exit, Next, Row

CASES: dict[str, Row] = {
    "cases.bad_record": Row(
        "Catatan kasus tidak dapat dibaca (bagian “{part}”). Minta admin memeriksa arsip.",
        "The record of the case cannot be read (part “{part}”). Ask the admin to check the archive.",
        Exit.DAMAGED,
        next=(Next("verify"),),
    ),
    "cases.gaps_open": Row(
        "Konsep belum boleh diajukan karena {fields} belum jelas. Catat klarifikasi, atau nyatakan tidak "
        "mungkin dengan alasan (langkah 9).",
        "The draft may not go to the chair yet because this is not clear: {fields}. Record a clarification, "
        "or declare it impossible with a reason (step 9).",
        next=(Next("record-clarification", "{case}"),),
    ),
    "cases.invalid_answers": Row(
        "Isian belum dapat disimpan. {list} Perbaiki isian itu, lalu ulangi.",
        "The answers cannot be saved yet. {list} Correct them, then repeat.",
        Exit.USAGE,
    ),
    "cases.not_possible": Row(
        "“{verb}” tidak dapat dilakukan sekarang karena kasus berstatus “{state}”.",
        "“{verb}” cannot be done now because the case is “{state}”.",
    ),
    "cases.not_your_move": Row(
        "“{verb}” hanya boleh dilakukan oleh: {roles}. Minta petugas yang berhak melakukannya.",
        "“{verb}” may only be done by: {roles}. Ask somebody who holds that role.",
        Exit.NO_RIGHT,
    ),
    "cases.unknown_move": Row(
        "Langkah “{verb}” tidak dikenal. Langkah yang dikenal: {known}.",
        "The move “{verb}” is not known. Known moves: {known}.",
        Exit.USAGE,
    ),
}
