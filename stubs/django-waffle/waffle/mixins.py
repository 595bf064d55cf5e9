from functools import partial

from django.http import Http404

from waffle import flag_is_active, sample_is_active, switch_is_active


class BaseWaffleMixin:
    def validate_waffle(self, waffle, func):
        return not func(waffle[1:]) if waffle.startswith('!') else func(waffle)

    def invalid_waffle(self):
        raise Http404('Inactive waffle')


class WaffleFlagMixin(BaseWaffleMixin):
    waffle_flag = None

    def dispatch(self, request, *args, **kwargs):
        if not self.validate_waffle(self.waffle_flag, partial(flag_is_active, request)):
            return self.invalid_waffle()
        return super().dispatch(request, *args, **kwargs)


class WaffleSampleMixin(BaseWaffleMixin):
    waffle_sample = None

    def dispatch(self, request, *args, **kwargs):
        if not self.validate_waffle(self.waffle_sample, sample_is_active):
            return self.invalid_waffle()
        return super().dispatch(request, *args, **kwargs)


class WaffleSwitchMixin(BaseWaffleMixin):
    waffle_switch = None

    def dispatch(self, request, *args, **kwargs):
        if not self.validate_waffle(self.waffle_switch, switch_is_active):
            return self.invalid_waffle()
        return super().dispatch(request, *args, **kwargs)
