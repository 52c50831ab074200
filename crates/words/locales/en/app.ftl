# Texts of previ.
