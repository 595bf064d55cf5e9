"""Log-in through an OpenID Connect provider, and its access tokens on DRF views."""
