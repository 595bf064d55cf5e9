"""djoser: accounts over REST; who may do what is `DJOSER["PERMISSIONS"]`, merged key by key."""
