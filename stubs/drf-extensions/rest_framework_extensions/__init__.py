"""drf-extensions: nested routes, cached responses, conditional requests, bulk operations; none of them is a gate."""
