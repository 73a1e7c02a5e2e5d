"""Help: what to do when something goes wrong, and where the help of the program ends."""
