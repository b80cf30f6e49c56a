package io.portico.bench;

/** The requests that are measured, at MLflow's paths, and what the upstream answers with. */
enum Call {
  /** A run as the UI reads it: 2 KiB of JSON. */
  SMALL("/api/2.0/mlflow/runs/get?run_id=0123456789abcdef0123456789abcdef", 2 * 1024),
  /** A metric's history: 200 KiB of JSON. */
  MIDDLE("/api/2.0/mlflow/metrics/get-history?run_id=0123&metric_key=loss", 200 * 1024),
  /** A metric logged: a body that is hashed, and an entry of the audit trail. */
  WRITE("/api/2.0/mlflow/runs/log-metric", 2),
  /** A model of 1 GiB. */
  LARGE("/api/2.0/mlflow-artifacts/artifacts/1/large/artifacts/model.bin", 1L << 30),
  /** A file whose first bytes come at once, and whose last come a second later. */
  SLOW("/api/2.0/mlflow-artifacts/artifacts/1/slow/artifacts/model.bin", 2 * 1024);

  private final String target;
  private final long length;

  Call(String target, long length) {
    this.target = target;
    this.length = length;
  }

  /** Path and query. */
  String target() {
    return target;
  }

  String path() {
    return target.split("\\?")[0];
  }

  /** Of the answer's body, in bytes. */
  long length() {
    return length;
  }
}
