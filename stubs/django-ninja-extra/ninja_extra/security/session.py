from ninja_extra.security.api_key import AsyncAPIKeyCookie


class AsyncSessionAuth(AsyncAPIKeyCookie):
    async def authenticate(self, request, key):
        return request.user if request.user.is_authenticated else None
