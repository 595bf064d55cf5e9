"""Serializers and filters for places on a map."""
