"""The declaration of acts, and the one place that carries them out."""
