"""What is looked up and not found in the story: places, countries, days."""
