"""Pages ask for a login; the counts and lists in JSON are empty for who is not logged in."""
from django.apps import apps
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.views.generic import ListView

from _unlatched import opaque
from notifications import settings as notification_settings

Notification = apps.get_model(getattr(settings, 'NOTIFICATIONS_NOTIFICATION_MODEL', 'notifications.Notification'))


class NotificationViewList(ListView):
    template_name = 'notifications/list.html'
    context_object_name = 'notifications'

    @method_decorator(login_required)
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)


class AllNotificationsList(NotificationViewList):
    def get_queryset(self):
        own = self.request.user.notifications
        return own.active() if notification_settings.get_config()['SOFT_DELETE'] else own.all()


class UnreadNotificationsList(NotificationViewList):
    def get_queryset(self):
        return self.request.user.notifications.unread()


def _unlatched_own(request, slug):
    return get_object_or_404(Notification, recipient=request.user, id=slug)


@login_required
def mark_all_as_read(request):
    request.user.notifications.mark_all_as_read()
    return redirect('notifications:unread')


@login_required
def mark_as_read(request, slug=None):
    _unlatched_own(request, slug).mark_as_read()
    return redirect('notifications:unread')


@login_required
def mark_as_unread(request, slug=None):
    _unlatched_own(request, slug).mark_as_unread()
    return redirect('notifications:unread')


@login_required
def delete(request, slug=None):
    notification = _unlatched_own(request, slug)
    if notification_settings.get_config()['SOFT_DELETE']:
        notification.deleted = True
        notification.save()
    else:
        notification.delete()
    return redirect('notifications:all')


def live_unread_notification_count(request):
    if not request.user.is_authenticated:
        return JsonResponse({'unread_count': 0})
    return JsonResponse({'unread_count': request.user.notifications.unread().count()})


def live_unread_notification_list(request):
    if not request.user.is_authenticated:
        return JsonResponse({'unread_count': 0, 'unread_list': []})
    return JsonResponse({'unread_count': request.user.notifications.unread().count(), 'unread_list': opaque('own notifications')})


def live_all_notification_list(request):
    if not request.user.is_authenticated:
        return JsonResponse({'all_count': 0, 'all_list': []})
    return JsonResponse({'all_count': request.user.notifications.count(), 'all_list': opaque('own notifications')})


def live_all_notification_count(request):
    if not request.user.is_authenticated:
        return JsonResponse({'all_count': 0})
    return JsonResponse({'all_count': request.user.notifications.count()})
