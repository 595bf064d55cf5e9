"""drf-nested-routers: routers below a resource of another router."""
