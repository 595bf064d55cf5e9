from _unlatched import opaque
from rest_framework.pagination import LimitOffsetPagination


class MultipleModelLimitOffsetPagination(LimitOffsetPagination):
    def format_response(self, data):
        return {'highest_count': opaque('number of rows'), 'overall_total': opaque('number of rows'), 'results': data}
