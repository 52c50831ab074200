# Texts of previ-sheets.
