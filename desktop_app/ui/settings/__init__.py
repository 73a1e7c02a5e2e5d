"""The settings of the centre, its staff, the law it works with, and the looks of the program."""
