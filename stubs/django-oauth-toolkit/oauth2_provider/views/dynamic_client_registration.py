from django.http import JsonResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from _unlatched import effect, opaque
from oauth2_provider.compat import login_not_required
from oauth2_provider.models import get_access_token_model
from oauth2_provider.settings import oauth2_settings
from oauth2_provider.utils import parse_bearer_token


def _check_permissions(request):
    classes = oauth2_settings.DCR_REGISTRATION_PERMISSION_CLASSES
    if not classes:
        return False
    return all([cls().has_permission(request) for cls in classes])


@method_decorator(csrf_exempt, name='dispatch')
@method_decorator(login_not_required, name='dispatch')
class DynamicClientRegistrationView(View):
    def dispatch(self, request, *args, **kwargs):
        if not oauth2_settings.DCR_ENABLED:
            return JsonResponse({'error': 'not_found'}, status=404)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if not _check_permissions(request):
            return JsonResponse({'error': 'access_denied'}, status=401)
        effect('db-write', 'a client is registered')
        return JsonResponse(opaque('client'), status=201)


@method_decorator(csrf_exempt, name='dispatch')
@method_decorator(login_not_required, name='dispatch')
class DynamicClientRegistrationManagementView(View):
    def dispatch(self, request, *args, **kwargs):
        if not oauth2_settings.DCR_ENABLED:
            return JsonResponse({'error': 'not_found'}, status=404)
        return super().dispatch(request, *args, **kwargs)

    def _unlatched_guarded(self, request, client_id):
        presented = parse_bearer_token(request.META.get('HTTP_AUTHORIZATION', ''))
        if presented is None:
            return JsonResponse({'error': 'invalid_token'}, status=401)
        AccessToken = get_access_token_model()
        try:
            token = AccessToken.objects.get(token=presented)
        except AccessToken.DoesNotExist:
            return JsonResponse({'error': 'invalid_token'}, status=401)
        if not token.is_valid([oauth2_settings.DCR_REGISTRATION_SCOPE]):
            return JsonResponse({'error': 'invalid_token'}, status=401)
        return JsonResponse(opaque('client'))

    def get(self, request, client_id, *args, **kwargs):
        return self._unlatched_guarded(request, client_id)

    def put(self, request, client_id, *args, **kwargs):
        return self._unlatched_guarded(request, client_id)

    def delete(self, request, client_id, *args, **kwargs):
        return self._unlatched_guarded(request, client_id)
