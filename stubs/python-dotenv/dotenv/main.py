"""Values of a file beside the settings. It belongs to an installation, as the environment does: `--env-file` gives it."""
from _unlatched import deployment


def find_dotenv(filename='.env', raise_error_if_not_found=False, usecwd=False):
    return deployment(f'the path of {filename}')


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding='utf-8'):
    return deployment('whether there is a .env file')


def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding='utf-8'):
    return deployment('values of a .env file')


def get_key(dotenv_path, key_to_get, encoding='utf-8'):
    return deployment(f'env:{key_to_get}')


def set_key(dotenv_path, key_to_set, value_to_set, quote_mode='always', export=False, encoding='utf-8', follow_symlinks=False):
    return True, key_to_set, value_to_set


def unset_key(dotenv_path, key_to_unset, quote_mode='always', encoding='utf-8', follow_symlinks=False):
    return True, key_to_unset
