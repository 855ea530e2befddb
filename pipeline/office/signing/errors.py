"""What can go wrong with the register page of a month, with a head that is typed in, and with the closing of a year."""

from pipeline.kernel.errors import Refusal


class PrintGone(Refusal):
    """The bytes of a printed page are neither in var/ nor in the archive as they were."""

    code = "office.page_print_gone"
