/**
 * What does the demo tracking server remember? Experiments, runs, artifacts and registered models.
 *
 * <p>Nothing here locks: a server touches its store from one event loop only.
 */
package io.portico.sandbox.mlflow.tracking;
