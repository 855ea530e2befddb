"""Why a letter could not be laid out or shown."""

from pipeline.kernel.errors import Refusal


class NoRenderer(Refusal):
    """LibreOffice is not installed."""

    code = "rendering.no_renderer"


class NotRendered(Refusal):
    """LibreOffice ran but gave no sound PDF for one of the documents."""

    code = "rendering.not_rendered"
