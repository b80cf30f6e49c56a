package io.portico.bench;

import io.portico.packaged.PackagedDemo;

/** The pages that are measured, and who looks at them. */
enum PortalPage {
  HOME("/app", "lead"),
  TRACKING_SERVER("/app/mlflow/churn", "lead"),
  /** Of the sandbox's large API: 300 resources, 2,000 documentation parts. */
  CONTENTS("/app/apis/warehouse1", "publisher"),
  /** The published documentation of the sandbox's API, as anybody reads it. */
  PUBLISHED("/docs/ordersapi1/prod/index.html", "lead");

  static final String PORTAL = "http://portico.localhost:" + PackagedDemo.PORT;

  private final String path;
  private final String person;

  PortalPage(String path, String person) {
    this.path = path;
    this.person = person;
  }

  String path() {
    return path;
  }

  String url() {
    return PORTAL + path;
  }

  /** Who is signed in. */
  String person() {
    return person;
  }
}
