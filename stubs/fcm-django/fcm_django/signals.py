from django.dispatch import Signal

device_deactivated = Signal()
