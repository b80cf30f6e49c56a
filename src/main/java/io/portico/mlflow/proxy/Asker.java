package io.portico.mlflow.proxy;

import io.vertx.core.http.HttpServerResponse;

/** Whoever waits for an answer of a tracking server, and may stop waiting. */
interface Asker {
  /** Waits as long as it takes. */
  Asker PATIENT =
      new Asker() {
        @Override
        public boolean hasLeft() {
          return false;
        }

        @Override
        public void onLeaving(Runnable action) {
          // It does not.
        }
      };

  boolean hasLeft();

  /** To be called when it leaves; takes the place of an earlier action. */
  void onLeaving(Runnable action);

  /** A client by its connection. */
  static Asker of(HttpServerResponse client) {
    return new Asker() {
      @Override
      public boolean hasLeft() {
        return client.closed();
      }

      @Override
      public void onLeaving(Runnable action) {
        client.closeHandler(gone -> action.run());
      }
    };
  }
}
