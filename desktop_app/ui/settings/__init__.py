"""The settings of the centre, its staff, and the looks of the program."""
