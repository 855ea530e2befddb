"""Prints where each command (a JSON list on standard input: command, case) leads in the browser. Run as a program.

With the word ``parts``, prints the parts of sentences (sentence, case).
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
    from pipeline.web.addresses_of import page_of, parts

    given = json.load(sys.stdin)
    if sys.argv[1:] == ["parts"]:
        print(json.dumps([list(parts(*one)) for one in given]))
    else:
        print(json.dumps([page_of(*one) for one in given]))
