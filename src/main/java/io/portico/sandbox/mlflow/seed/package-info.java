/** With what does a demo tracking server start? The same data each time, as old as the start. */
package io.portico.sandbox.mlflow.seed;
