"""Several choices in one column."""
from multiselectfield.db.fields import MultiSelectField, SortMultiSelectField
from multiselectfield.forms.fields import MultiSelectFormField, SortMultiSelectFormField
