from django.contrib import admin

from django_celery_results.models import GroupResult, TaskResult


class TaskResultAdmin(admin.ModelAdmin):
    pass


class GroupResultAdmin(admin.ModelAdmin):
    pass


admin.site.register(TaskResult, TaskResultAdmin)
admin.site.register(GroupResult, GroupResultAdmin)
