"""What every room of the office stands on: desk and rights, home and keys, words of the history, filing."""
