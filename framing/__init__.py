"""Source-bias and framing analysis: labels, attribution and tone, each number with the sentences behind it."""
