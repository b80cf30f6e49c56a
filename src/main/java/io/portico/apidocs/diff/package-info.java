/** What makes one text, or what is said about one place, another, for people to read: pure. */
package io.portico.apidocs.diff;
