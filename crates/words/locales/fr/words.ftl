# Texts of previ-words.
