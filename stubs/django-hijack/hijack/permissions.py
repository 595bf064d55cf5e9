def superusers_only(*, hijacker, hijacked):
    return bool(hijacked) and hijacked.is_active and hijacker.is_superuser


def superusers_and_staff(*, hijacker, hijacked):
    if not hijacked or not hijacked.is_active:
        return False
    if hijacker.is_superuser:
        return True
    return hijacker.is_staff and not (hijacked.is_staff or hijacked.is_superuser)
