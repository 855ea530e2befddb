"""The home that earlier code made, and how it was made (README)."""
