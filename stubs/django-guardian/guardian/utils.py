from django.apps import apps as django_apps
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME, get_user_model
from django.contrib.auth.models import AnonymousUser, Group
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import HttpResponseForbidden, HttpResponseNotFound
from django.shortcuts import render

from _unlatched import is_known
from guardian.conf import settings as guardian_settings
from guardian.exceptions import NotUserNorGroup


def get_anonymous_user():
    user_model = get_user_model()
    return user_model.objects.get(**{user_model.USERNAME_FIELD: guardian_settings.ANONYMOUS_USER_NAME})


def get_identity(identity):
    if isinstance(identity, AnonymousUser):
        identity = get_anonymous_user()
    if isinstance(identity, Group):
        return None, identity
    if is_known(identity) and not hasattr(identity, 'is_active'):
        raise NotUserNorGroup('User/AnonymousUser or Group instance is required')
    return identity, None


def get_40x_or_None(
    request,
    perms,
    obj=None,
    login_url=None,
    redirect_field_name=None,
    return_403=False,
    return_404=False,
    permission_denied_message='',
    accept_global_perms=False,
    any_perm=False,
):
    """None lets the request pass; else 403, 404, or the way to the log-in."""
    combine = any if any_perm else all
    has_permissions = False
    if accept_global_perms:
        has_permissions = combine([request.user.has_perm(perm) for perm in perms])
    if not has_permissions:
        has_permissions = combine([request.user.has_perm(perm, obj) for perm in perms])
    if has_permissions:
        return None
    if return_403:
        if guardian_settings.RENDER_403:
            response = render(request, guardian_settings.TEMPLATE_403)
            response.status_code = 403
            return response
        if guardian_settings.RAISE_403:
            raise PermissionDenied(permission_denied_message)
        return HttpResponseForbidden()
    if return_404:
        if guardian_settings.RENDER_404:
            response = render(request, guardian_settings.TEMPLATE_404)
            response.status_code = 404
            return response
        if guardian_settings.RAISE_404:
            raise ObjectDoesNotExist
        return HttpResponseNotFound()
    from django.contrib.auth.views import redirect_to_login

    return redirect_to_login(request.get_full_path(), login_url or settings.LOGIN_URL, redirect_field_name or REDIRECT_FIELD_NAME)


def get_user_obj_perms_model(obj=None):
    return django_apps.get_model(guardian_settings.USER_OBJ_PERMS_MODEL, require_ready=False)


def get_group_obj_perms_model(obj=None):
    return django_apps.get_model(guardian_settings.GROUP_OBJ_PERMS_MODEL, require_ready=False)


def clean_orphan_obj_perms(*args, **kwargs):
    return 0


def evict_obj_perms_cache(obj):
    return False
