/** How does the demo tracking server speak MLflow's REST API and show itself in the frame? */
package io.portico.sandbox.mlflow;
