"""The web door, but for the patience with which it waits for the rest of a request."""

import sys

from pipeline.web import bodies
from pipeline.web.__main__ import main
from tests.waiting import PATIENCE

bodies.BODY_COMES = PATIENCE
sys.exit(main())
