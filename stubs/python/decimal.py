"""Numbers with a name."""


class Decimal(float):
    pass


class InvalidOperation(ArithmeticError):
    pass


class DecimalException(ArithmeticError):
    pass


ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_DOWN = "ROUND_DOWN"
ROUND_UP = "ROUND_UP"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"


def getcontext():
    return None
