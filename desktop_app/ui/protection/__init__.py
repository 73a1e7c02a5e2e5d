"""What may hurt the workers of a case: warnings, screening by indicators, the law that stands behind them."""
