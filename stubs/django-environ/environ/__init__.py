"""django-environ: the environment with casts; a `.env` file belongs to the deployment and is not read."""
from environ.environ import Env, FileAwareEnv, NoValue, Path  # noqa: F401
