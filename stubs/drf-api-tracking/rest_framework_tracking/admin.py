from django.contrib import admin
from django.http import JsonResponse
from django.urls import path

from _unlatched import opaque
from rest_framework_tracking.models import APIRequestLog


class APIRequestLogAdmin(admin.ModelAdmin):
    def get_urls(self):
        return [path('chart_data/', self.admin_site.admin_view(self.chart_data_endpoint))] + super().get_urls()

    def chart_data_endpoint(self, request):
        return JsonResponse(opaque('numbers of requests'), safe=False)


admin.site.register(APIRequestLog, APIRequestLogAdmin)
