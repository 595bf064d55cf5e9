"""The same names as typing."""
from typing import *
from typing import _UnlatchedForm

TypedDict = dict
