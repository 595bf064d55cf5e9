class CountryFieldMixin:
    pass
