"""Two distributions have this package: drf-jwt, and the older djangorestframework-jwt, whose newest is 1.11.0."""
