"""Time zones as fields: they let nobody in and keep nobody out."""
from timezone_field.fields import TimeZoneField
from timezone_field.forms import TimeZoneFormField
