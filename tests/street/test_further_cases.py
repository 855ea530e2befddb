"""Further cases from the paper or the call to the closed case with its report, all from the command line.

Every step is a process in the name of the person whose step it is; letters are scanned, read, answered with
LibreOffice, signed on paper and scanned back. One office serves all of them.
"""

from collections.abc import Iterator

import pytest

from tests.street import further_answers as say
from tests.street import further_letters as paper
from tests.street.further_office import Walked
from tests.street.walk import ARCHIVIST, CHAIR, CLERK, OFFICER


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    """The office with its watcher and its worker."""
    made = Walked(tmp_path_factory.mktemp("kantor") / "rumah")
    made.do("init", "--trial", str(made.home))
    made.open_doors()
    yield made
    made.close_doors()


def verified(office: Walked) -> bool:
    """Tell whether every byte and entry is as it was written."""
    return office.run("verify", account=ARCHIVIST).returncode == 0


def test_a_call_without_a_safe_address_ends_without_a_letter(office: Walked) -> None:
    case = office.registered("", say.CALL_WITHOUT_ADDRESS)
    office.assigned(case)
    office.typed("write-identification", case, OFFICER, say.IDENTIFIED)
    assert "office.no_route" in office.refused("draft", case, OFFICER, say.TO_WOMAN)
    assert office.run("close-case", case, account=OFFICER).returncode == 5, (
        "without a letter the chair alone closes"
    )
    assert "outcome_unanswered" in office.refused("close-case", case, CHAIR, say.UNREACHED)
    text = office.closed(case, say.UNREACHED | say.UNANSWERED, CHAIR)
    assert "■ tidak dapat dihubungi" in text
    assert "Mujiati" not in text
    assert verified(office)


def test_danger_comes_first_and_goes_over_to_the_crisis_procedure(office: Walked) -> None:
    quiet = office.laid_in(paper.scanned(paper.SISTER, 18), "SCN_0018.pdf")
    item = office.laid_in(paper.scanned(paper.DANGER, 8), "SCN_0008.pdf")

    def lifted() -> bool | None:
        rows = [arrival["agenda"] for arrival in office.call("todo", account=CLERK)["arrivals"]]
        return (rows.index(item) < rows.index(quiet)) or None

    office.wait_for("danger words lift the letter", lifted)
    case = office.registered(item, say.DANGER)
    office.assigned(case)
    assert office.run("close-case", case, account=OFFICER).returncode == 5
    refused = office.refused("close-case", case, CHAIR, say.CRISIS | {"outcome_unanswered": "menyusul"})
    assert f"rangkap take-crisis {case}" in refused
    assert office.run("take-crisis", case, account=OFFICER).returncode == 0
    text = office.closed(case, say.CRISIS | {"outcome_unanswered": "surat menyusul setelah aman"}, CHAIR)
    assert "■ pindah ke SOP krisis" in text
    struck = office.run("strike-arrival", quiet, "salah-pindai", account=CLERK, stdin="dipindai dua kali")
    assert struck.returncode == 0, struck.stderr
    assert verified(office)
