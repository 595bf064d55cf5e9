from django.dispatch import Signal

app_authorized = Signal()
