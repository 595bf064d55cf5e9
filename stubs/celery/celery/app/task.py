from _unlatched import effect, opaque


class Task:
    name = None
    abstract = True
    max_retries = 3

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def run(self, *args, **kwargs):
        raise NotImplementedError('Tasks must define the run method.')

    def delay(self, *args, **kwargs):
        return self.apply_async(args, kwargs)

    def apply_async(self, args=None, kwargs=None, *rest, **options):
        effect('task', 'a task is sent away')
        return opaque('result of a task')

    def apply(self, args=None, kwargs=None, *rest, **options):
        return opaque('result of a task')

    def s(self, *args, **kwargs):
        return opaque('signature of a task')

    def si(self, *args, **kwargs):
        return opaque('signature of a task')

    def signature(self, args=None, *starargs, **starkwargs):
        return opaque('signature of a task')

    def retry(self, args=None, kwargs=None, *rest, **options):
        raise RuntimeError('a task is tried again')

    @property
    def request(self):
        return opaque('request of a task')
