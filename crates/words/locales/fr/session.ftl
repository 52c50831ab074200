# Texts of previ-session.
