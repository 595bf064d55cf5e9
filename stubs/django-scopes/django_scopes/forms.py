from django.forms import ModelChoiceField, ModelMultipleChoiceField


class SafeModelChoiceField(ModelChoiceField):
    pass


class SafeModelMultipleChoiceField(ModelMultipleChoiceField):
    pass
