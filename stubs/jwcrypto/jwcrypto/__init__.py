"""jwcrypto: a token is checked when it is made with a key, or by `validate`."""
