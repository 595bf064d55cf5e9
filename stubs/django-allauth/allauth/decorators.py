def rate_limit(**kwargs):
    return lambda function: function
