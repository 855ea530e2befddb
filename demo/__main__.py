"""Carry the six sample letters through the whole procedure in a throw-away home.

``python -m demo [--home DIR] [--no-serve] [--json]``. Words go to stderr; the summary (a table, or with
``--json`` one object) to stdout. Exit status 0 if nothing is short, 1 otherwise, 2 for a home in use.
Without ``--no-serve`` further letters are laid on every desk, and the office stays open in the browser until Ctrl-C.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console

from demo import desks, ending, middle, steps
from demo.office import Office, StepFailed, TookTooLong
from demo.report import Summary, as_table, summary


def say(words: str) -> None:
    """Tell the person at the terminal what is happening now."""
    sys.stderr.write(words + "\n")
    sys.stderr.flush()


STEPS: tuple[tuple[str, tuple[Callable[[steps.Walk], object], ...]], ...] = (
    ("Langkah 1: lima surat dipindai ke inbox/ ...", (steps.receive,)),
    ("Langkah 1-4: lima surat dan satu telepon didaftarkan ...", (steps.register,)),
    ("Langkah 2: yang berisiko tinggi diambil alih menurut SOP krisis ...", (middle.take_over,)),
    ("Langkah 5: korban diberi tahu lewat jalur aman, dan persetujuannya ditanyakan ...", (middle.inform,)),
    ("Langkah 6-7: laporan diverifikasi, Ketua menentukan petugasnya ...", (middle.assign,)),
    ("Langkah 9: yang belum jelas ditolak sebagai konsep, lalu diklarifikasi ...", (steps.clarify,)),
    ("Langkah 8: laporan hasil identifikasi ditulis dan diarsipkan ...", (steps.identify,)),
    ("Langkah 10: enam surat jawaban dikonsep ...", (steps.draft,)),
    ("Langkah 11: Ketua mengembalikan satu konsep, lalu menyetujui semuanya ...", (steps.review,)),
    (
        "Kedua salinan tiap surat dicetak, ditandatangani di atas kertas dan dipindai kembali ...",
        (lambda walk: steps.sign(walk, steps.print_out(walk)),),
    ),
    ("Langkah 11-12: salinan dikenali dari kodenya dan diarsipkan ...", (steps.wait_until_filed,)),
    (
        "Langkah 13: surat disampaikan lewat jalur aman, tanda terimanya dipindai kembali ...",
        (ending.deliver,),
    ),
    ("Langkah 14: setiap kasus ditutup dengan hasil akhir dan laporannya ...", (ending.close,)),
    (
        "Semua kasus dicari kembali, arsip diperiksa, register dibangun ulang ...",
        (steps.look_up, steps.check, steps.rebuild),
    ),
)
"""What is said, and what is done then, in this order."""


def walk_through(walk: steps.Walk) -> None:
    """Take all steps in order. Raises :class:`StepFailed` or :class:`TookTooLong`."""
    say(f"Rumah kantor sementara: {walk.office.home}")
    steps.make_home(walk)
    walk.office.open_doors()
    for words, done in STEPS:
        say(words)
        for step in done:
            step(walk)


def demonstrate(home: Path) -> tuple[Office, Summary]:
    """Run the demonstration in ``home`` (absent or empty); return the office, closed, and what came of it."""
    began = time.monotonic()
    walk = steps.Walk(Office(home))
    failure = ""
    try:
        walk_through(walk)
    except (StepFailed, TookTooLong) as error:
        failure = str(error)
    finally:
        walk.office.close_doors()
    return walk.office, summary(walk, time.monotonic() - began, failure)


def serve(office: Office) -> int:
    """Leave the home open with work on every desk, its pages open, until Ctrl-C; return the exit status."""
    port = desks.choose_port(office)
    office.open_doors(("start",))
    try:
        say("\nPekerjaan untuk setiap meja disiapkan, lalu kantor ini tetap terbuka ...")
        desks.lay_out(office)
        tell(office, desks.let_in(office, f"http://127.0.0.1:{port}"), port)
        office.wait_for_doors()
    except KeyboardInterrupt:
        say("Selesai.")
        return 0
    except (StepFailed, TookTooLong) as error:
        say(str(error))
    finally:
        office.close_doors()
    return 1


def tell(office: Office, entries: Sequence[desks.Entry], port: int) -> None:
    """Say where the office is open, and how each person gets in."""
    say(f"\nKantor contoh terbuka di  http://127.0.0.1:{port}/   (rumahnya: {office.home})")
    say(f"Kata sandi semua akun:  {desks.WORD}")
    for entry in entries:
        codes = f"   kode kertas (sekali pakai): {', '.join(entry.codes[:4])}" if entry.codes else ""
        say(f"  {entry.account:13} {entry.role}{codes}")
    say(f"\nDi terminal lain:  export RANGKAP_HOME={office.home}")
    for words in ("find 2026-0001", "show 2026-0003", "verify"):
        say(f"  ./run {words} --as arsip")
    say("Tekan Ctrl-C untuk selesai.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the demonstration; return the exit status."""
    parser = argparse.ArgumentParser(prog="./run demo", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--home", type=Path, help="folder of the throw-away home (absent or empty)")
    parser.add_argument("--no-serve", action="store_true", help="end after the summary; the home is kept")
    parser.add_argument("--json", action="store_true", help="print the summary as one JSON object")
    given = parser.parse_args(arguments)
    home = (given.home or Path(tempfile.mkdtemp(prefix="rangkap-demo-"))).absolute()
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        say(f"{home} tidak kosong. Pilih folder lain dengan --home, atau kosongkan folder itu.")
        return 2
    os.environ.pop(
        "RANGKAP_ARCHIVE", None
    )  # its archive is thrown away with its home: never the bucket of an office
    office, result = demonstrate(home)
    if given.json:
        sys.stdout.write(json.dumps(result.as_json(), ensure_ascii=False) + "\n")
        sys.stdout.flush()
    else:
        as_table(result, Console())
    if result.failure:
        say(result.failure)
    if result.ok and not given.no_serve:
        return serve(office)
    return 0 if result.ok else 1


if __name__ == "__main__":
    raise SystemExit(main())
