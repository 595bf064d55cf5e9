"""A log of requests, written by a mixin of views; it turns nobody away."""
