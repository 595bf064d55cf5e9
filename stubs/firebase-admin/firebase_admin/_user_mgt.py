"""Users as Google knows them."""
from _unlatched import opaque, world


class UserInfo:
    @property
    def uid(self):
        raise NotImplementedError

    @property
    def display_name(self):
        raise NotImplementedError

    @property
    def email(self):
        raise NotImplementedError

    @property
    def phone_number(self):
        raise NotImplementedError

    @property
    def photo_url(self):
        raise NotImplementedError

    @property
    def provider_id(self):
        raise NotImplementedError


class UserRecord(UserInfo):
    def __init__(self, data):
        super().__init__()
        self._data = data

    @property
    def uid(self):
        return self._data

    @property
    def display_name(self):
        return world('the name of a user at Google')

    @property
    def email(self):
        return world('the address of a user at Google')

    @property
    def phone_number(self):
        return world('the number of a user at Google')

    @property
    def photo_url(self):
        return world('the picture of a user at Google')

    @property
    def provider_id(self):
        return 'firebase'

    @property
    def email_verified(self):
        return world('whether the address of a user is verified')

    @property
    def disabled(self):
        return world('whether a user is disabled at Google')

    @property
    def custom_claims(self):
        return world('claims of a user at Google')


def __getattr__(name):
    return opaque('firebase_admin._user_mgt.' + name)
