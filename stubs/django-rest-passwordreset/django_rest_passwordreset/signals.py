from django.dispatch import Signal

reset_password_token_created = Signal()
pre_password_reset = Signal()
post_password_reset = Signal()
