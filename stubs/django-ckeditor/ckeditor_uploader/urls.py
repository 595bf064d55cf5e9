from django.contrib.admin.views.decorators import staff_member_required
from django.urls import re_path

from ckeditor_uploader import views

urlpatterns = [
    re_path('^upload/', staff_member_required(views.upload), name='ckeditor_upload'),
    re_path('^browse/', staff_member_required(views.browse), name='ckeditor_browse'),
]
