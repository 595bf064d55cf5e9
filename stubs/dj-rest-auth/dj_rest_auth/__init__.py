"""dj-rest-auth: log-in, log-out, passwords, registration."""
