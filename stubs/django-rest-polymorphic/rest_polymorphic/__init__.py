"""Serializers for polymorphic models."""
