"""What every room of the office stands on: who acts and may they, the home, the history's words, the filing of a version."""
