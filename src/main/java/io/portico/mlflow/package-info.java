/** Which tracking servers are there, who may open them, and how are they doing? */
package io.portico.mlflow;
