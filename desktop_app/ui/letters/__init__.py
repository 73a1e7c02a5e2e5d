"""The letters of the file and the making of a new one."""
