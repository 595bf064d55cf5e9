from django.contrib import admin

from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken


class SocialAppAdmin(admin.ModelAdmin):
    pass


class SocialTokenAdmin(admin.ModelAdmin):
    pass


class SocialAccountAdmin(admin.ModelAdmin):
    pass


admin.site.register(SocialApp, SocialAppAdmin)
admin.site.register(SocialToken, SocialTokenAdmin)
admin.site.register(SocialAccount, SocialAccountAdmin)
