"""Settings that staff changes while the server runs: their values are data."""
from dbsettings.group import Group
from dbsettings.values import (
    BooleanValue,
    DateTimeValue,
    DateValue,
    DecimalValue,
    DurationValue,
    EmailValue,
    FloatValue,
    ImageValue,
    IntegerValue,
    MultiSeparatorValue,
    PasswordValue,
    PercentValue,
    PositiveIntegerValue,
    StringValue,
    TextValue,
    TimeValue,
    Value,
)
