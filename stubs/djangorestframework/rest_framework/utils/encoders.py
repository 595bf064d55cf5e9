"""The JSON encoder that projects extend."""
import json


class JSONEncoder(json.JSONEncoder):
    def default(self, obj):
        return super().default(obj)
