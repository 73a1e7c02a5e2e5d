"""Ratios of Tirek against the bare libraries underneath it, both sides in one run (`make bench`)."""
