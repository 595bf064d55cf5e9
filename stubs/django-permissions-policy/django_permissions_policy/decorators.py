def permissions_policy_override(config):
    return lambda view_func: view_func


def permissions_policy_report_only_override(config):
    return lambda view_func: view_func
