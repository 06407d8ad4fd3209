roles = {
  exporter = {
    owner   = "team-shop"
    buckets = ["orders"]
    queues  = ["orders"]
  }
}
