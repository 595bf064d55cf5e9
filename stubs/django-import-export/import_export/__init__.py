"""Pages of the admin that import and export rows; they stand behind `admin_view`."""
