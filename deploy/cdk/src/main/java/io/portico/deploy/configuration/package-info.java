/**
 * What an operator wants deployed: one YAML file, read once, with all its mistakes named at once.
 */
package io.portico.deploy.configuration;
