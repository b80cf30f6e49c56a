/** What does an MLflow search ask for? Its filters, its order and its pages, as typed values. */
package io.portico.sandbox.mlflow.search;
