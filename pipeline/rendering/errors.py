"""Why a letter could not be laid out."""

from pipeline.kernel.errors import Refusal


class NoRenderer(Refusal):
    """LibreOffice is not installed."""

    code = "rendering.no_renderer"


class NotRendered(Refusal):
    """LibreOffice gave no sound PDF of a document."""

    code = "rendering.not_rendered"
