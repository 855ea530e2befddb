"""What every package of the office stands on."""
