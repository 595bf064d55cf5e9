from _unlatched import constant_time_compare


def bytes_eq(a, b):
    return constant_time_compare(a, b)
