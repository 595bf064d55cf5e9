"""Which fields of a row were changed since it was read."""
from dirtyfields.dirtyfields import DirtyFieldsMixin
