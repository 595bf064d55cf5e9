"""Files for the editor; the URL module asks for staff, the views alone do not."""
