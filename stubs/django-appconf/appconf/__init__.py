from .base import AppConf
