"""Sessions that know their user, so that he can end them."""
