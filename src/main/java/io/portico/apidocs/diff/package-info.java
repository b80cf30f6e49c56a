/** What makes one text another, for people to read: pure, and of any text. */
package io.portico.apidocs.diff;
