from _unlatched import opaque


class Resource:
    def __init__(self, **kwargs):
        pass

    def export(self, *args, **kwargs):
        return opaque('exported rows')

    def import_data(self, dataset, *args, **kwargs):
        return opaque('result of an import')


class ModelResource(Resource):
    pass


def modelresource_factory(model, *args, **kwargs):
    return ModelResource


def __getattr__(name):
    return opaque('import_export.resources.' + name)
