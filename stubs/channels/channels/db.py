from asgiref.sync import sync_to_async

database_sync_to_async = sync_to_async


async def aclose_old_connections():
    pass
