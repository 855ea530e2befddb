"""The outside validators of the archive can be used here, as tests and people call them."""

import subprocess
import sys


def test_stock_ocfl_py_can_be_called() -> None:
    script = "from ocfl.validator import Validator; Validator()"
    subprocess.run([sys.executable, "-c", script], check=True)
