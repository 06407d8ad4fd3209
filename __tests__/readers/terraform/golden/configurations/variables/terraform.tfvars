text = 12
late = "first"
