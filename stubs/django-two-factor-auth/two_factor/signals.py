from django.dispatch import Signal

user_verified = Signal()
