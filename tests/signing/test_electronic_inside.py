"""The programs within the walls themselves: what they read and write, time stamps, memory, silence."""

import io
import json
import sys
from types import ModuleType

import pytest

from pipeline.kernel.sandbox import OUT_OF_MEMORY
from pipeline.rendering.framing import pack
from pipeline.signing import inside_content, inside_electronic
from pipeline.signing.electronic import Content, Verdict, report_from_json
from tests.signing import pki
from tests.signing.pki import NOW, signed, usual
from tests.signing.test_electronic_check import EXPORT, GOOD, chain, check


class Pipe:
    """Standard input or output of bytes."""

    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)


def program(room: ModuleType, patch: pytest.MonkeyPatch, *parts: bytes) -> tuple[int, bytes]:
    """Run the program with a parcel on its standard input; return its status and what it wrote."""
    out = Pipe()
    patch.setattr(sys, "stdin", Pipe(pack(parts)))
    patch.setattr(sys, "stdout", out)
    patch.setattr("logging.disable", lambda level: None)
    status = room.main()
    return status, out.buffer.getvalue()


def request(**more: object) -> bytes:
    return json.dumps({"moment": NOW.isoformat(), "prefix": 0} | more).encode()


def test_a_parcel_goes_in_and_a_report_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    status, written = program(inside_electronic, monkeypatch, request(), GOOD, EXPORT, *chain())
    report = report_from_json(written.decode())
    assert (status, report.verdict, report.content) == (0, Verdict.VALID, Content.SAME)


@pytest.mark.parametrize(
    ("room", "within"),
    [
        (inside_electronic, "PdfFileReader"),
        (inside_electronic, "async_validate_pdf_signature"),
        (inside_electronic, "kept"),
    ],
)
def test_memory_that_is_not_enough_is_said_by_the_status(
    room: ModuleType, within: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def greedy(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(room, within, greedy)
    assert program(room, monkeypatch, request(), GOOD, b"", *chain())[0] == OUT_OF_MEMORY


@pytest.mark.parametrize("within", ["_words", "_digest"])
def test_memory_that_is_not_enough_for_comparing_is_no_difference(
    within: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def greedy(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(inside_content, within, greedy)
    with pytest.raises(MemoryError):
        inside_content.compare(GOOD, EXPORT)


def test_an_error_of_one_signature_is_told_by_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    def strange(*_: object, **__: object) -> None:
        raise LookupError("a name")

    monkeypatch.setattr(inside_electronic, "async_validate_pdf_signature", strange)
    (signature,) = check(GOOD, chain()).signatures
    assert (signature.verdict, signature.cause) == (Verdict.UNCHECKED, "LookupError")


def test_a_trusted_time_stamp_is_told_and_another_is_not() -> None:
    stamper = pki.holder("Stempel Waktu Uji", usual().issuer, is_stamper=True, usages=("digital_signature",))
    stamped = signed(EXPORT, usual().chair, stamper=stamper)
    assert check(stamped, chain()).signatures[0].stamped == "2026-11-24T01:00:00Z"
    assert check(stamped, []).signatures[0].stamped == ""
    assert check(GOOD, chain()).signatures[0].stamped == ""


def test_what_certificates_say_cannot_forge_a_line() -> None:
    sly = pki.holder("Wahdaniah\nSuling\u202e" + "x" * 30, usual().issuer)
    (signature,) = check(signed(EXPORT, sly), chain()).signatures
    assert "\n" not in signature.subject + signature.name
    assert "\u202e" not in signature.subject + signature.name
