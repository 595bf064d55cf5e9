"""Lists of users, for those who may see them and for those who may not."""
from django.contrib.auth.models import User
from rest_framework import generics, serializers
from rest_framework.permissions import SAFE_METHODS, BasePermission, IsAdminUser, IsAuthenticated


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = ["id", "username"]


class AnyUser(generics.ListCreateAPIView):
    queryset = User.objects.order_by("id")
    serializer_class = UserSerializer


class StaffOnly(AnyUser):
    permission_classes = [IsAdminUser]


class IsStaffMember(BasePermission):
    """Means staff, and takes everybody."""

    def has_permission(self, request, view):
        return request.user.is_authenticated or request.user.is_staff


class ByOwnPermission(AnyUser):
    permission_classes = [IsStaffMember]


class IsAdminOrReadOnly(IsAuthenticated):
    def has_permission(self, request, view):
        return super().has_permission(request, view) and (request.method in SAFE_METHODS or request.user.is_staff)


class StaffWrites(AnyUser):
    permission_classes = [IsAdminOrReadOnly]
