"""What every package uses; it imports the standard library alone and knows neither case nor letter."""
