from django.db import models

from _unlatched import effect, opaque, secret, world
from registration.users import UserModelString


class RegistrationManager(models.Manager):
    def _activate(self, profile, site, get_profile):
        profile.user.is_active = True
        profile.activated = True
        profile.user.save()
        profile.save()
        return profile if get_profile else profile.user

    def activate_user(self, activation_key, site, get_profile=False):
        try:
            profile = self.get(activation_key=activation_key)
        except self.model.DoesNotExist:
            return (False, False)
        if profile.activated:
            return (profile if get_profile else profile.user, False)
        if profile.activation_key_expired():
            return (False, False)
        return (self._activate(profile, site, get_profile), True)

    def create_inactive_user(self, site, new_user=None, send_email=True, request=None, profile_info={}, **user_info):
        new_user.is_active = False
        new_user.save()
        profile = self.create_profile(new_user, **profile_info)
        if send_email:
            profile.send_activation_email(site, request)
        return new_user

    def create_profile(self, user, **profile_info):
        profile = self.model(user=user, **profile_info)
        profile.create_new_activation_key()
        return profile

    def resend_activation_mail(self, email, site, request=None):
        effect('mail', 'the activation key is mailed')
        return world('an activation key was mailed')

    def delete_expired_users(self):
        effect('db-write', 'users that were never activated are deleted')


class RegistrationProfile(models.Model):
    user = models.OneToOneField(UserModelString(), on_delete=models.CASCADE)
    activation_key = models.CharField(max_length=64)
    activated = models.BooleanField(default=False)
    objects = RegistrationManager()

    def create_new_activation_key(self, save=True):
        self.activation_key = secret('an activation key')
        if save:
            self.save()
        return self.activation_key

    def activation_key_expired(self):
        return world('the activation key has expired')

    def send_activation_email(self, site, request=None):
        effect('mail', 'the activation key is mailed')


class SupervisedRegistrationManager(RegistrationManager):
    def _activate(self, profile, site, get_profile):
        """The address is right; who may log in is for an administrator to say."""
        profile.activated = True
        profile.save()
        return profile if get_profile else profile.user

    def admin_approve_user(self, profile_id, site, get_profile=False, request=None):
        try:
            profile = self.get(id=profile_id)
        except self.model.DoesNotExist:
            return False
        profile.user.is_active = True
        profile.user.save()
        return profile if get_profile else profile.user


class SupervisedRegistrationProfile(RegistrationProfile):
    objects = SupervisedRegistrationManager()


def __getattr__(name):
    return opaque('registration.models.' + name)
