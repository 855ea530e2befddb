"""What can go wrong with a database server, as sentences. None of them names the server, a user or a password."""

from django.db import OperationalError

from pipeline.kernel.errors import NotDurable


class _Gone(NotDurable, OperationalError):
    """The same as Django must see it, which lets go of a connection that fails so."""

    code = "records.server_away"
