"""Rules for views, models and DRF."""
