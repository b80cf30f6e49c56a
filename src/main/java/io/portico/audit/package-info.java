/** Who did what to which resource, when, and with what result. */
package io.portico.audit;
