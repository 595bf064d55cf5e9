"""Only the view set with `Authorized` in its name asks for a login by itself; the others leave that to the settings."""
from django.apps import apps
from django.conf import settings

from _unlatched import opaque
from rest_framework import permissions, status
from rest_framework.mixins import CreateModelMixin
from rest_framework.response import Response
from rest_framework.serializers import ModelSerializer, Serializer
from rest_framework.viewsets import GenericViewSet, ModelViewSet

FCMDevice = apps.get_model(getattr(settings, 'FCM_DJANGO_FCMDEVICE_MODEL', 'fcm_django.FCMDevice'))


class DeviceSerializerMixin(ModelSerializer):
    class Meta:
        fields = ('id', 'name', 'registration_id', 'device_id', 'active', 'date_created', 'type')
        read_only_fields = ('date_created',)
        extra_kwargs = {'active': {'default': True}}


class UniqueRegistrationSerializerMixin(Serializer):
    def validate(self, attrs):
        return attrs


class FCMDeviceSerializer(ModelSerializer, UniqueRegistrationSerializerMixin):
    class Meta(DeviceSerializerMixin.Meta):
        model = FCMDevice
        extra_kwargs = {'id': {'read_only': True, 'required': False}, 'active': {'default': True}}


class IsOwner(permissions.BasePermission):
    def has_object_permission(self, request, view, obj):
        return obj.user == request.user


class DeviceViewSetMixin:
    lookup_field = 'registration_id'

    def create(self, request, *args, **kwargs):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        self.perform_create(serializer)
        return Response(serializer.data, status=status.HTTP_201_CREATED, headers=self.get_success_headers(serializer.data))

    def perform_create(self, serializer):
        if self.request.user.is_authenticated:
            return serializer.save(user=self.request.user)
        return serializer.save()

    def perform_update(self, serializer):
        if self.request.user.is_authenticated:
            return serializer.save(user=self.request.user)
        return serializer.save()


class AuthorizedMixin:
    permission_classes = (permissions.IsAuthenticated, IsOwner)

    def get_queryset(self):
        return self.queryset.filter(user=self.request.user)


class FCMDeviceViewSet(DeviceViewSetMixin, ModelViewSet):
    queryset = FCMDevice.objects.order_by('-id')
    serializer_class = FCMDeviceSerializer


class FCMDeviceCreateOnlyViewSet(DeviceViewSetMixin, CreateModelMixin, GenericViewSet):
    queryset = FCMDevice.objects.all()
    serializer_class = FCMDeviceSerializer


class FCMDeviceAuthorizedViewSet(AuthorizedMixin, FCMDeviceViewSet):
    pass


def __getattr__(name):
    return opaque('fcm_django.api.rest_framework.' + name)
