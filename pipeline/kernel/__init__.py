"""What every package uses; it knows neither case nor letter."""
