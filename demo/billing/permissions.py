from rest_framework.permissions import BasePermission


class InvoicePermission(BasePermission):
    def has_permission(self, request, view):
        if request.method == "POST":
            return request.user.is_staff
        return True


class PaymentPermission(BasePermission):
    def has_permission(self, request, view):
        if request.method == "POST":
            return request.user.is_staff
        return request.user.is_authenticated
