"""APIs of resources: `Meta` says who is let in (authentication) and to what (authorization)."""
