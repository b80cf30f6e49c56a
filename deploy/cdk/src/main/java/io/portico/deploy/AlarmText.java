package io.portico.deploy;

/** What an alarm says, and where the runbook goes on. */
enum AlarmText {
  PORTAL_ERRORS(
      "The portal answers with errors",
      "10 answers a minute or more with status 5xx, by the portal.",
      "5xx above normal"),
  LOAD_BALANCER_ERRORS(
      "The load balancer answers with errors",
      "10 answers a minute or more with status 5xx, by the load balancer: no task took the request.",
      "5xx above normal"),
  SLOW("Pages are slow", "One page of a hundred takes 10 s or more.", "Latency"),
  UNHEALTHY(
      "A task is not ready",
      "A task fails its health check, and gets no requests.",
      "Replicas restart"),
  PROCESSOR(
      "Tasks are short of processor",
      "Tasks use 85 % of their processor, as many as there may be.",
      "Processor or memory is short"),
  MEMORY(
      "Tasks are short of memory",
      "Tasks use 90 % of their memory.",
      "Processor or memory is short"),
  TOO_FEW_TASKS(
      "Fewer tasks run than should",
      "Fewer tasks run than the configuration's least.",
      "Replicas restart"),
  DATABASE_CONNECTIONS(
      "The database is short of connections",
      "Nearly all connections that all tasks together may open are in use.",
      "The database is short of something"),
  DATABASE_PROCESSOR(
      "The database is short of processor",
      "The database uses 85 % of its processor.",
      "The database is short of something"),
  DATABASE_CAPACITY(
      "The database is at its largest",
      "Aurora has grown to database.max-capacity.",
      "The database is short of something"),
  DATABASE_STORAGE(
      "The database is large",
      "It holds 50 GiB: far more than a portal keeps.",
      "The database is short of something"),
  BLOCKED(
      "The firewall blocks much",
      "500 requests a minute or more are blocked.",
      "The firewall blocks much"),
  LOG_ERRORS(
      "The log has errors", "5 records a minute or more of level ERROR.", "Errors in the log"),
  CERTIFICATE(
      "A certificate ends",
      "It holds for less than 30 days, and ACM has not renewed it.",
      "A certificate ends");

  private static final String RUNBOOK = "docs/how-to/runbook.md";

  private final String title;
  private final String meaning;
  private final String section;

  AlarmText(String title, String meaning, String section) {
    this.title = title;
    this.meaning = meaning;
    this.section = section;
  }

  String title() {
    return title;
  }

  /** What the alarm's construct is called. */
  String id() {
    return Names.capitalised(title.replaceAll("[^A-Za-z]+", "-"));
  }

  String description() {
    return title + ". " + meaning + " What to do: " + RUNBOOK + ", '" + section + "'.";
  }
}
