"""Prints the parts of sentences (a JSON list on standard input: sentence, case), or words and address of a next step
(act, subject, about), as the browser shows them. Run as a program.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from pipeline.settings import load
from pipeline.web import words

if __name__ == "__main__":
    settings = load(Path(os.environ["RANGKAP_HOME"]))
    words.add(settings)
    from django.conf import settings as conf

    from pipeline.records import boot

    conf.RANGKAP = settings
    boot.open_records(settings)
    from pipeline.kernel.text import Next
    from pipeline.web.addresses_of import parts, way_to

    asked = json.load(sys.stdin)
    print(json.dumps([way_to(Next(*one)) if len(one) == 3 else list(parts(*one)) for one in asked]))
