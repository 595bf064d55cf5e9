"""Addresses and networks of IP: those that are known are computed; of others their text is asked, as whoever sends it likes."""
import re

from _unlatched import is_known

IPV4LENGTH = 32
IPV6LENGTH = 128
_UNLATCHED_SHAPE = re.compile(r'[0-9a-fA-F.:]+')


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def _unlatched_number(text, version):
    """The number of an address that is known; None where it is not one."""
    if isinstance(text, int):
        return text if 0 <= text < 2 ** (IPV4LENGTH if version == 4 else IPV6LENGTH) else None
    if isinstance(text, bytes):
        number = 0
        for byte in text:
            number = number * 256 + byte
        return number if len(text) == (4 if version == 4 else 16) else None
    if version == 4:
        return _unlatched_four(text)
    text = text.partition('%')[0]
    head, double, tail = text.partition('::')
    first = head.split(':') if head else []
    last = tail.split(':') if tail else []
    if '.' in text:
        inner = _unlatched_four((last or first)[-1])
        if inner is None:
            return None
        (last or first)[-1:] = [f'{inner // 65536:x}', f'{inner % 65536:x}']
    missing = 8 - len(first) - len(last)
    if (missing < 1) if double else (missing != 0):
        return None
    number = 0
    for piece in [*first, *['0'] * missing, *last]:
        if not re.fullmatch('[0-9a-fA-F]{1,4}', piece):
            return None
        number = number * 65536 + int(piece, 16)
    return number


def _unlatched_four(text):
    pieces = text.split('.')
    if len(pieces) != 4:
        return None
    number = 0
    for piece in pieces:
        if not re.fullmatch('0|[1-9][0-9]{0,2}', piece) or int(piece) > 255:
            return None
        number = number * 256 + int(piece)
    return number


class _IPAddressBase:
    @property
    def version(self):
        return self._version


class _BaseAddress(_IPAddressBase):
    _unlatched_private = ()
    _unlatched_loopback = ()

    def __init__(self, address):
        self._unlatched_text = address
        self._ip = None
        if is_known(address):
            self._ip = _unlatched_number(address, self._version)
            if self._ip is None:
                raise AddressValueError(f'{address!r} is no address')
        elif not _UNLATCHED_SHAPE.fullmatch(address):
            raise AddressValueError('not an address')

    def __str__(self):
        return str(self._unlatched_text)

    def __int__(self):
        return self._ip

    def __hash__(self):
        return hash(self._unlatched_text)

    def __eq__(self, other):
        if not isinstance(other, _BaseAddress):
            return False
        if self._ip is None or other._ip is None:
            return self._unlatched_text == other._unlatched_text
        return self._ip == other._ip and self._version == other._version

    def _unlatched_among(self, networks, kind):
        if self._ip is None:
            return bool(self._unlatched_text.startswith(kind))
        return any([self in network for network in networks])

    @property
    def is_private(self):
        return self._unlatched_among([ip_network(one) for one in self._unlatched_private], 'a private address')

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_loopback(self):
        return self._unlatched_among([ip_network(one) for one in self._unlatched_loopback], 'an address of the machine itself')


class _BaseV4:
    _version = 4


class _BaseV6:
    _version = 6


class IPv4Address(_BaseV4, _BaseAddress):
    _unlatched_private = (
        '0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/29', '192.0.0.170/31',
        '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '240.0.0.0/4',
    )
    _unlatched_loopback = ('127.0.0.0/8',)


class IPv6Address(_BaseV6, _BaseAddress):
    _unlatched_private = ('::1/128', '::/128', '100::/64', '2001::/23', '2001:db8::/32', 'fc00::/7', 'fe80::/10')
    _unlatched_loopback = ('::1/128',)


class _BaseNetwork(_IPAddressBase):
    def __init__(self, address, strict=True):
        self._unlatched_text = address
        self._unlatched_first = None
        if not is_known(address):
            if not re.fullmatch(r'[0-9a-fA-F.:]+(/[0-9.]+)?', address):
                raise AddressValueError('not a network')
            return
        length = IPV4LENGTH if self._version == 4 else IPV6LENGTH
        start, slash, bits = address.partition('/') if isinstance(address, str) else (address, '', '')
        number = _unlatched_number(start, self._version)
        if number is None:
            raise AddressValueError(f'{address!r} is no network')
        if '.' in bits:
            mask = _unlatched_four(bits)
            sizes = [size for size in range(33) if mask == 2**32 - 2 ** (32 - size)]
            bits = str(sizes[0]) if sizes else 'none'
        if slash and (not bits.isdigit() or int(bits) > length):
            raise NetmaskValueError(f'{bits!r} is no valid netmask')
        self._prefixlen = int(bits) if bits else length
        size = 2 ** (length - self._prefixlen)
        if strict and number % size:
            raise ValueError(f'{address} has host bits set')
        self._unlatched_first = number - number % size
        self._unlatched_size = size

    @property
    def prefixlen(self):
        return self._prefixlen

    @property
    def num_addresses(self):
        return self._unlatched_size

    def __str__(self):
        return str(self._unlatched_text)

    def __hash__(self):
        return hash(self._unlatched_text)

    def __eq__(self, other):
        if not isinstance(other, _BaseNetwork) or self._version != other._version:
            return False
        return (self._unlatched_first, self._prefixlen) == (other._unlatched_first, other._prefixlen)

    def __contains__(self, other):
        number = other._ip
        if number is None or self._unlatched_first is None:
            # The text of one that is not known begins like others in the network.
            return bool(other._unlatched_text.startswith(str(self._unlatched_text)))
        if self._version != other._version:
            return False
        return self._unlatched_first <= number < self._unlatched_first + self._unlatched_size


class IPv4Network(_BaseV4, _BaseNetwork):
    pass


class IPv6Network(_BaseV6, _BaseNetwork):
    pass


def ip_address(address):
    if not is_known(address):
        return IPv4Address(address)
    for kind in (IPv4Address, IPv6Address):
        try:
            return kind(address)
        except AddressValueError:
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 address')


def ip_network(address, strict=True):
    if not is_known(address):
        return IPv4Network(address, strict)
    for kind in (IPv4Network, IPv6Network):
        try:
            return kind(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 network')


def ip_interface(address):
    return ip_address(address.partition('/')[0] if is_known(address) else address)
