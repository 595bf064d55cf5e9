from _unlatched import world


class Value:
    creation_counter = 0
    unitialized_value = None

    def __init__(self, description=None, help_text=None, choices=None, required=True, default=None, widget=None):
        self.default = default

    def __get__(self, instance=None, cls=None):
        return self if instance is None else world('a setting that staff changes')


class BooleanValue(Value):
    pass


class DecimalValue(Value):
    pass


class DurationValue(Value):
    pass


class FloatValue(Value):
    pass


class IntegerValue(Value):
    pass


class PercentValue(Value):
    pass


class PositiveIntegerValue(IntegerValue):
    pass


class StringValue(Value):
    pass


class TextValue(Value):
    pass


class EmailValue(Value):
    pass


class PasswordValue(Value):
    pass


class MultiSeparatorValue(TextValue):
    pass


class ImageValue(Value):
    pass


class DateTimeValue(Value):
    pass


class DateValue(DateTimeValue):
    pass


class TimeValue(DateTimeValue):
    pass
