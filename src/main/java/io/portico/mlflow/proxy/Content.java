package io.portico.mlflow.proxy;

/** What an MLflow endpoint answers with, and so how browsers may use it. */
public enum Content {
  /** The HTML page of MLflow's UI. */
  SHELL,
  /** Scripts, styles and images of MLflow's UI, with hashed names. */
  STATIC,
  /** A file that some training job logged: nobody vouches for it. */
  ARTIFACT,
  /** JSON and the like, for MLflow's UI and clients. */
  API
}
