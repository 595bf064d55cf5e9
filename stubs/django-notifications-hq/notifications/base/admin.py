from django.contrib import admin


class AbstractNotificationAdmin(admin.ModelAdmin):
    pass
