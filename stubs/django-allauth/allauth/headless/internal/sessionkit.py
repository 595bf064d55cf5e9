"""Sessions that are named in a header."""
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session

from _unlatched import db_found, db_instance


def authenticate_by_x_session_token(token):
    """(user, session), or None for a token that no session has."""
    if not db_found(Session, [('session_key', 'exact', token)]):
        return None
    return (db_instance(get_user_model(), []), db_instance(Session, [('session_key', 'exact', token)]))


def lookup_session(session_key):
    made = authenticate_by_x_session_token(session_key)
    return made[1] if made else None
