"""Profiles of requests; unless two settings say otherwise, everybody may read them."""
