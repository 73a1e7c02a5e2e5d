"""The law the program uses: values, rules, their sources, and what the centre made of them."""
