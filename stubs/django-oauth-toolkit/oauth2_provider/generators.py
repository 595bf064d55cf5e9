from _unlatched import secret


class BaseHashGenerator:
    def hash(self):
        raise NotImplementedError()


class ClientIdGenerator(BaseHashGenerator):
    def hash(self):
        return secret('new client id')


class ClientSecretGenerator(BaseHashGenerator):
    def hash(self):
        return secret('new client secret')


def generate_client_id():
    return secret('new client id')


def generate_client_secret():
    return secret('new client secret')
