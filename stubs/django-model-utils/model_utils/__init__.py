from .choices import Choices
from .tracker import FieldTracker, ModelTracker
