"""Messages for the next page."""
from django.contrib.messages.api import (
    MessageFailure, add_message, debug, error, get_level, get_messages, info, set_level, success, warning,
)
from django.contrib.messages.constants import DEBUG, DEFAULT_LEVELS, DEFAULT_TAGS, ERROR, INFO, SUCCESS, WARNING
