"""drf-spectacular: its views are open unless SERVE_PERMISSIONS says otherwise; the rest describes."""
