"""What the browser side of htmx says of a request, in headers that the caller chooses."""
