# Texts of previ-file.
