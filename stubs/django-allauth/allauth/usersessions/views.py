from django.contrib.auth.decorators import login_required
from django.utils.decorators import method_decorator
from django.views.generic import FormView

from _unlatched import opaque


@method_decorator(login_required, name='dispatch')
class ListUserSessionsView(FormView):
    template_name = 'usersessions/usersession_list.html'
    form_class = opaque('form')


list_usersessions = ListUserSessionsView.as_view()
