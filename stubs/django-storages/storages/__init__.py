"""Files at services; what is asked of them decides nothing about who gets in."""
