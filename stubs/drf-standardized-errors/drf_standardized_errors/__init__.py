"""Errors of DRF in one form: the body changes, the status stays."""
