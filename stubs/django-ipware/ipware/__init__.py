"""The address of the caller, as headers say it."""
from ipware.ip import get_client_ip
