//! French and English texts; numbers, money and months as people write them.
