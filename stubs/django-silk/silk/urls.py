from django.urls import path

from silk.views.clear_db import ClearDBView
from silk.views.cprofile import CProfileView
from silk.views.profile_detail import ProfilingDetailView
from silk.views.profile_dot import ProfileDotView
from silk.views.profile_download import ProfileDownloadView
from silk.views.profiling import ProfilingView
from silk.views.raw import Raw
from silk.views.request_detail import RequestView
from silk.views.requests import RequestsView
from silk.views.sql import SQLView
from silk.views.sql_detail import SQLDetailView
from silk.views.summary import SummaryView

app_name = 'silk'
urlpatterns = [
    path('', SummaryView.as_view(), name='summary'),
    path('requests/', RequestsView.as_view(), name='requests'),
    path('request/<uuid:request_id>/', RequestView.as_view(), name='request_detail'),
    path('request/<uuid:request_id>/sql/', SQLView.as_view(), name='request_sql'),
    path('request/<uuid:request_id>/sql/<int:sql_id>/', SQLDetailView.as_view(), name='request_sql_detail'),
    path('request/<uuid:request_id>/raw/', Raw.as_view(), name='raw'),
    path('request/<uuid:request_id>/pyprofile/', ProfileDownloadView.as_view(), name='request_profile_download'),
    path('request/<uuid:request_id>/json/', ProfileDotView.as_view(), name='request_profile_dot'),
    path('request/<uuid:request_id>/profiling/', ProfilingView.as_view(), name='request_profiling'),
    path('request/<uuid:request_id>/profile/<int:profile_id>/', ProfilingDetailView.as_view(), name='request_profile_detail'),
    path('request/<uuid:request_id>/profile/<int:profile_id>/sql/', SQLView.as_view(), name='request_and_profile_sql'),
    path('request/<uuid:request_id>/profile/<int:profile_id>/sql/<int:sql_id>/', SQLDetailView.as_view(), name='request_and_profile_sql_detail'),
    path('profile/<int:profile_id>/', ProfilingDetailView.as_view(), name='profile_detail'),
    path('profile/<int:profile_id>/sql/', SQLView.as_view(), name='profile_sql'),
    path('profile/<int:profile_id>/sql/<int:sql_id>/', SQLDetailView.as_view(), name='profile_sql_detail'),
    path('profiling/', ProfilingView.as_view(), name='profiling'),
    path('cleardb/', ClearDBView.as_view(), name='cleardb'),
    path('request/<uuid:request_id>/cprofile/', CProfileView.as_view(), name='cprofile'),
]
