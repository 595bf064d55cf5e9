from functools import wraps

from django.conf import settings
from django.shortcuts import redirect, resolve_url

from impersonate.helpers import check_allow_impersonate


def get_login_url():
    return resolve_url(settings.LOGIN_URL)


def allowed_user_required(view_func):
    @wraps(view_func)
    def _checkuser(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return redirect(f'{get_login_url()}?next={request.path}')
        if getattr(request.user, 'is_impersonate', False) or not check_allow_impersonate(request):
            return redirect('/')
        return view_func(request, *args, **kwargs)

    return _checkuser
