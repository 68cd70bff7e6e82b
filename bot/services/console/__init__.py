"""What the operators' console shows: read models, each of one moment."""
