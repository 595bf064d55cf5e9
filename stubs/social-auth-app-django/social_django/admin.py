from django.contrib import admin

from social_django.models import Association, Nonce, UserSocialAuth


class UserSocialAuthOption(admin.ModelAdmin):
    pass


class NonceOption(admin.ModelAdmin):
    pass


class AssociationOption(admin.ModelAdmin):
    pass


admin.site.register(UserSocialAuth, UserSocialAuthOption)
admin.site.register(Nonce, NonceOption)
admin.site.register(Association, AssociationOption)
