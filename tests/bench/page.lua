wrk.headers["Cookie"] = "tributary=" .. os.getenv("COOKIE")
