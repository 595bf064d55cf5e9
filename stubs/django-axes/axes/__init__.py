"""Counts failed log-ins; the probes stay below the limit."""
