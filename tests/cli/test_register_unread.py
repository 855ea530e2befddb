"""Who registers a letter before it is read is told why so little is proposed."""

from dataclasses import replace

import pytest

from pipeline.cli.arguments import parser
from pipeline.cli.call import Call
from pipeline.cli.verbs.register import register_item
from pipeline.intake.reading import Reading
from pipeline.kernel.errors import Refusal
from tests.office.bureau import Bureau, one_page

SAID = "belum selesai dibaca"


@pytest.mark.parametrize("is_read", [False, True])
def test_a_letter_that_is_not_read_yet_says_so(
    bureau: Bureau, is_read: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    arrival = bureau.arrive(one_page("surat yang baru masuk"))
    arrival = replace(arrival, reading=Reading((), {}).as_json() if is_read else "")
    call = Call(parser("id").parse_args(["register"]))
    with pytest.raises(Refusal):  # nobody sits at a terminal here
        register_item(call, bureau.session(), arrival, None)
    assert (SAID in capsys.readouterr().err) is not is_read
