from modeltranslation.translator import translator


def register(model_or_iterable, **options):
    def decorator(opts_class):
        translator.register(model_or_iterable, opts_class, **options)
        return opts_class

    return decorator
