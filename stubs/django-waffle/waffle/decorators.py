from functools import wraps

from django.http import Http404
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse

from waffle import flag_is_active, switch_is_active


def _unlatched_asks(name, redirect_to, is_on):
    """A decorator that shows a view while the flag is on, or off where its name begins with `!`."""

    def decorator(view):
        @wraps(view)
        def shown(request, *args, **kwargs):
            active = not is_on(request, name[1:]) if name.startswith('!') else is_on(request, name)
            if active:
                return view(request, *args, **kwargs)
            elsewhere = get_response_to_redirect(redirect_to, *args, **kwargs)
            if elsewhere:
                return elsewhere
            raise Http404

        return shown

    return decorator


def waffle_flag(flag_name, redirect_to=None):
    return _unlatched_asks(flag_name, redirect_to, flag_is_active)


def waffle_switch(switch_name, redirect_to=None):
    return _unlatched_asks(switch_name, redirect_to, lambda request, name: switch_is_active(name))


def get_response_to_redirect(view, *args, **kwargs):
    if not view:
        return None
    try:
        return redirect(reverse(view, args=args, kwargs=kwargs))
    except NoReverseMatch:
        return None
