late = "auto"
