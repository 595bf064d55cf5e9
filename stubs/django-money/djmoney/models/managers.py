def understands_money(func):
    return func


def add_money_comprehension_to_queryset(qs):
    return qs


def money_manager(manager):
    return manager
