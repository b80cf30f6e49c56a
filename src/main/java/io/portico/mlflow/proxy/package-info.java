/** How does a request reach MLflow: checked, rebuilt, signed last, and streamed both ways. */
package io.portico.mlflow.proxy;
