from django.contrib import admin

from django_celery_beat.models import ClockedSchedule, CrontabSchedule, IntervalSchedule, PeriodicTask, SolarSchedule


class PeriodicTaskAdmin(admin.ModelAdmin):
    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, extra_context)


class ScheduleAdmin(admin.ModelAdmin):
    pass


class ClockedScheduleAdmin(ScheduleAdmin):
    pass


class CrontabScheduleAdmin(ScheduleAdmin):
    pass


class SolarScheduleAdmin(ScheduleAdmin):
    pass


class IntervalScheduleAdmin(ScheduleAdmin):
    pass


admin.site.register(PeriodicTask, PeriodicTaskAdmin)
admin.site.register(ClockedSchedule, ClockedScheduleAdmin)
admin.site.register(CrontabSchedule, CrontabScheduleAdmin)
admin.site.register(SolarSchedule, SolarScheduleAdmin)
admin.site.register(IntervalSchedule, IntervalScheduleAdmin)
