from _unlatched import opaque


def parse_bearer_token(auth_header):
    if not auth_header:
        return None
    splits = auth_header.split(maxsplit=2)
    if len(splits) != 2 or splits[0].lower() != 'bearer':
        return None
    return splits[1]


def __getattr__(name):
    return opaque('oauth2_provider.utils.' + name)
