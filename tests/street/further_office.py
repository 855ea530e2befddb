"""An office with open doors in which further cases are walked: each step a process of its own, in its person's name."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from demo import signer
from demo.office import Office
from pipeline.kernel.text import Exit
from tests.street import further_answers as say
from tests.street.walk import ARCHIVIST, CHAIR, CLERK, OFFICER

Answers = Mapping[str, Any]
REPORT = "laporan-penanganan-kasus.pdf"


class Walked(Office):
    """The office; every call is by the person whose step it is, and what is said to all of them is kept in ``said``."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self.said: list[str] = []
        self._notes = 0

    def run(self, *words: str, account: str = "", stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a verb, and keep its answer."""
        done = super().run(*words, account=account, stdin=stdin)
        self.said.append(done.stdout + done.stderr)
        return done

    def given(self, answers: Answers) -> str:
        """Return the path of ``answers``, named by a number."""
        self._notes += 1
        return self.note(
            f"isian-{self._notes}.json", {k: v for k, v in answers.items() if v not in (None, "")}
        )

    def typed(self, verb: str, case: str, account: str, answers: Answers, *more: str) -> Any:
        """Take a step that asks; return its answer."""
        return self.call(verb, case, *more, "--answers", self.given(answers), account=account)

    def refused(self, verb: str, case: str, account: str, answers: Answers | None = None, *more: str) -> str:
        """Take a step that must be refused; return the sentence."""
        words = [*more] if answers is None else [*more, "--answers", self.given(answers)]
        done = self.run(verb, case, *words, account=account)
        assert done.returncode in (Exit.REFUSED, Exit.NO_RIGHT, Exit.USAGE), (
            verb,
            done.returncode,
            done.stderr,
        )
        return done.stderr

    def laid_in(self, data: bytes, name: str) -> str:
        """Put a file into the inbox, and return the agenda number once the watcher has taken it in."""
        (self.inbox / name).write_bytes(data)

        def taken() -> str | None:
            rows = self.call("todo", account=CLERK)["arrivals"]
            return next((str(row["agenda"]) for row in rows if row["name"] == name), None)

        return self.wait_for(f"an arrival of {len(data)} bytes", taken)

    def registered(self, item: str, answers: Answers) -> str:
        """Register an arrival, or without one a call; return the case."""
        words = (item,) if item else ("--channel", "phone")
        answer = self.call("register", *words, "--answers", self.given(answers), account=CLERK)
        return str(answer["case"])

    def assigned(self, case: str) -> None:
        """Steps 6 and 7: another than the clerk verifies, the chair assigns."""
        assert self.run("verify-report", case, account=CLERK).returncode == Exit.NO_RIGHT
        self.do("verify-report", case, account=OFFICER)
        assert self.run("assign-officer", case, OFFICER, account=OFFICER).returncode == Exit.NO_RIGHT
        self.do("assign-officer", case, OFFICER, account=CHAIR)

    def answered(self, case: str, answers: Answers, chair: str = CHAIR) -> dict[str, Any]:
        """Steps 10–12: drafted, approved, printed, signed on paper, scanned back, filed; return the case."""
        self.typed("write-identification", case, OFFICER, say.IDENTIFIED)
        self.typed("draft", case, OFFICER, answers)
        assert self.run("approve-letter", case, account=CLERK).returncode == Exit.NO_RIGHT
        self.do("approve-letter", case, account=chair)
        printed = self.notes / f"cetak-{case}"
        self.do("print", case, "--to", str(printed), account=CLERK)
        signer.sign_and_scan(printed, self.inbox)
        return self.wait_for("both copies filed", lambda: self.standing(case, "diarsipkan"))

    def standing(self, case: str, state: str) -> dict[str, Any] | None:
        """Return the case as shown when it is in ``state``, else None."""
        answer: dict[str, Any] = self.call("show", case, account=ARCHIVIST)
        return answer if answer["state"] == state else None

    def delivered(self, case: str, answers: Answers) -> None:
        """Step 13: where a receipt proves it, it is printed, signed and scanned back; then the result is typed in."""
        if answers["proof"] == "tanda terima":
            folder = self.notes / f"tanda-terima-{case}"
            self.typed("send", case, CLERK, {"way": answers["way"]}, "--to", str(folder))
            for envelope in folder.glob("*-amplop.pdf"):
                envelope.unlink()
            signer.sign_and_scan(folder, self.inbox)
        self.typed("record-delivery", case, CLERK, {"result": "disampaikan", **answers})
        if answers["proof"] == "tanda terima":
            self.wait_for("the receipt is filed", lambda: self.holds(case, "tanda-terima-surat") or None)

    def holds(self, case: str, part: str) -> bool:
        """Tell whether a document of the case bears ``part`` in its name."""
        shown = self.call("show", case, account=ARCHIVIST)
        return any(part in document["name"] for document in shown["documents"])

    def closed(self, case: str, answers: Answers, account: str = OFFICER) -> str:
        """Step 14: the case is closed; return the words of its Laporan Penanganan Kasus."""
        self.typed("close-case", case, account, answers)
        shown = self.call("show", case, account=ARCHIVIST)
        assert (shown["state"], shown["outcome"]) == ("selesai", answers["outcome"])
        (path,) = [self.home / paper["path"] for paper in shown["documents"] if paper["name"] == REPORT]
        return words_of(path)


def words_of(path: Path) -> str:
    """Return the words of a PDF, one blank between two."""
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.replace("\xa0", " ").split())
