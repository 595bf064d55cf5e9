"""A mailed key, signed by the server, switches the account on."""
REGISTRATION_SALT = 'registration'
