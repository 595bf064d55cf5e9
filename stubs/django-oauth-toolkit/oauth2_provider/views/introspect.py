from django.core.exceptions import ObjectDoesNotExist
from django.http import JsonResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt

from oauth2_provider.compat import login_not_required
from oauth2_provider.models import get_access_token_model
from oauth2_provider.views.generic import ClientProtectedScopedResourceView


@method_decorator(csrf_exempt, name='dispatch')
@method_decorator(login_not_required, name='dispatch')
class IntrospectTokenView(ClientProtectedScopedResourceView):
    required_scopes = ['introspection']

    @staticmethod
    def get_token_response(token_value=None):
        if token_value is None:
            return JsonResponse({'error': 'invalid_request'}, status=400)
        try:
            token = get_access_token_model().objects.select_related('user', 'application').get(token=token_value)
        except ObjectDoesNotExist:
            return JsonResponse({'active': False}, status=200)
        return JsonResponse({'active': token.is_valid()})

    def get(self, request, *args, **kwargs):
        return self.get_token_response(request.GET.get('token', None))

    def post(self, request, *args, **kwargs):
        return self.get_token_response(request.POST.get('token', None))
