from django.contrib.sessions.backends.base import SessionBase


class SessionStore(SessionBase):
    def __init__(self, session_key=None, user_agent=None, ip=None):
        super().__init__(session_key)
        self.user_agent = user_agent
        self.ip = ip
        self.user_id = None
