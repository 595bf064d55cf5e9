"""A server of ASGI; as an app it brings a runserver, and no routes. Its own modules load all of Twisted."""
