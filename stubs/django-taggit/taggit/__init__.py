"""Tags on any model; what is not about the models passes through without deciding anything."""
