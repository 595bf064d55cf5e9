"""Serializers that hold themselves."""
