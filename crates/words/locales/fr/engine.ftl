# Texts of previ-engine.
