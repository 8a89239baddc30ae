"""A hostile network, one fault at a time: what people notice of it, and what they do not."""
