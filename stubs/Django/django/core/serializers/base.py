from _unlatched import effect, opaque


class SerializerDoesNotExist(KeyError):
    pass


class SerializationError(Exception):
    pass


class DeserializationError(Exception):
    pass


class DeserializedObject:
    def __init__(self, obj, m2m_data=None, deferred_fields=None):
        self.object = obj
        self.m2m_data = m2m_data
        self.deferred_fields = deferred_fields

    def save(self, save_m2m=True, using=None, **kwargs):
        effect("db-write", "an object is saved")


def __getattr__(name):
    return opaque("django.core.serializers.base." + name)
