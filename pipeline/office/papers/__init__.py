"""Papers printed beside letters, and decision sheets that come back."""
