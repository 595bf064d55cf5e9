"""Permissions as methods of the model: `has_<action>_permission` and `has_object_<action>_permission`."""
