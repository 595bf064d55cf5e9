"""Only the view sets with `Authorized` in their names ask for a login by themselves; the others leave that to the settings."""
from push_notifications.models import APNSDevice, GCMDevice, WebPushDevice, WNSDevice
from rest_framework import permissions, status
from rest_framework.fields import IntegerField
from rest_framework.response import Response
from rest_framework.serializers import ModelSerializer, Serializer
from rest_framework.viewsets import ModelViewSet


class HexIntegerField(IntegerField):
    pass


class DeviceSerializerMixin(ModelSerializer):
    class Meta:
        fields = ('id', 'name', 'application_id', 'registration_id', 'device_id', 'active', 'date_created')
        read_only_fields = ('date_created',)
        extra_kwargs = {'active': {'default': True}}


class APNSDeviceSerializer(ModelSerializer):
    class Meta(DeviceSerializerMixin.Meta):
        model = APNSDevice


class UniqueRegistrationSerializerMixin(Serializer):
    def validate(self, attrs):
        return attrs


class GCMDeviceSerializer(UniqueRegistrationSerializerMixin, ModelSerializer):
    device_id = HexIntegerField(required=False, allow_null=True)

    class Meta(DeviceSerializerMixin.Meta):
        model = GCMDevice
        fields = ('id', 'name', 'registration_id', 'device_id', 'active', 'date_created', 'cloud_message_type', 'application_id')
        extra_kwargs = {'id': {'read_only': False, 'required': False}}


class WNSDeviceSerializer(UniqueRegistrationSerializerMixin, ModelSerializer):
    class Meta(DeviceSerializerMixin.Meta):
        model = WNSDevice


class WebPushDeviceSerializer(UniqueRegistrationSerializerMixin, ModelSerializer):
    class Meta(DeviceSerializerMixin.Meta):
        model = WebPushDevice
        fields = ('id', 'name', 'registration_id', 'active', 'date_created', 'p256dh', 'auth', 'browser', 'application_id')


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
            serializer.save(user=self.request.user)
        return super().perform_create(serializer)

    def perform_update(self, serializer):
        if self.request.user.is_authenticated:
            serializer.save(user=self.request.user)
        return super().perform_update(serializer)


class AuthorizedMixin:
    permission_classes = (permissions.IsAuthenticated, IsOwner)

    def get_queryset(self):
        return self.queryset.filter(user=self.request.user)


class APNSDeviceViewSet(DeviceViewSetMixin, ModelViewSet):
    queryset = APNSDevice.objects.all()
    serializer_class = APNSDeviceSerializer


class APNSDeviceAuthorizedViewSet(AuthorizedMixin, APNSDeviceViewSet):
    pass


class GCMDeviceViewSet(DeviceViewSetMixin, ModelViewSet):
    queryset = GCMDevice.objects.all()
    serializer_class = GCMDeviceSerializer


class GCMDeviceAuthorizedViewSet(AuthorizedMixin, GCMDeviceViewSet):
    pass


class WNSDeviceViewSet(DeviceViewSetMixin, ModelViewSet):
    queryset = WNSDevice.objects.all()
    serializer_class = WNSDeviceSerializer


class WNSDeviceAuthorizedViewSet(AuthorizedMixin, WNSDeviceViewSet):
    pass


class WebPushDeviceViewSet(DeviceViewSetMixin, ModelViewSet):
    queryset = WebPushDevice.objects.all()
    serializer_class = WebPushDeviceSerializer
    lookup_value_regex = '.+'


class WebPushDeviceAuthorizedViewSet(AuthorizedMixin, WebPushDeviceViewSet):
    pass
