"""The papers the office prints beside its letters, and decision sheets that come back."""
