from _unlatched import world


class Validation:
    def __init__(self, **kwargs):
        pass

    def is_valid(self, bundle, request=None):
        """Errors; none is right."""
        return {}


class FormValidation(Validation):
    def is_valid(self, bundle, request=None):
        return world('errors in the data')


class CleanedDataFormValidation(FormValidation):
    pass
