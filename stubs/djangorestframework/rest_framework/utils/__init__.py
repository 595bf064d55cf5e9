"""Helpers of DRF."""
