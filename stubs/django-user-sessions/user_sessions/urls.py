from django.urls import path, re_path

from user_sessions import views

app_name = 'user_sessions'
urlpatterns = [
    path('account/sessions/', view=views.SessionListView.as_view(), name='session_list'),
    path('account/sessions/other/delete/', view=views.SessionDeleteOtherView.as_view(), name='session_delete_other'),
    re_path(r'^account/sessions/(?P<pk>\w+)/delete/$', view=views.SessionDeleteView.as_view(), name='session_delete'),
]
