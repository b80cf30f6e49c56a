/** What is written about an API, and how do people change it? */
package io.portico.apidocs.editing;
