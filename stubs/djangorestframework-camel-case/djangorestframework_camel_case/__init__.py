"""Names in bodies and answers are spelled in camel case; who gets in does not hang on it."""
