"""More kinds of serializer fields; none asks who is calling."""
