"""The archive proved and kept: verify, rebuild, restore, upgrade, keys, hand-over, the paper register."""
