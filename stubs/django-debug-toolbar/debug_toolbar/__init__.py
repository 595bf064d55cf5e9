"""The debug toolbar; its pages are for INTERNAL_IPS."""
APP_NAME = 'djdt'
urls = ('debug_toolbar.urls', APP_NAME)
