"""Lists for the tables of DataTables."""
