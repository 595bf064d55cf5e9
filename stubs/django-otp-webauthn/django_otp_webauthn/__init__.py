"""Passkeys as a second factor, or as the only one. Until 0.8 its views were views of DRF, then plain ones."""
