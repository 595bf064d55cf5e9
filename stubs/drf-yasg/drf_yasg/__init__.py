"""drf-yasg: its schema view is guarded by what `get_schema_view` is given, or by the default policy; the rest describes."""
