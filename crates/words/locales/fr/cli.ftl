# Texts of previ-cli.
