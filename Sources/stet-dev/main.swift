print("stet-dev")
