class ControllerRegistry:
    def __init__(self):
        self._unlatched_controllers = {}

    def add_controller(self, controller):
        if controller._unlatched_api_controller.auto_import:
            self._unlatched_controllers[controller.__module__ + '.' + controller.__name__] = controller

    def get_controllers(self):
        return self._unlatched_controllers


controller_registry = ControllerRegistry()
