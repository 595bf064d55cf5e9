"""Health pages: public by design, no policy of their own."""
