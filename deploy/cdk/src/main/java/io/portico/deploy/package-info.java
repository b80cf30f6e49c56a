/** What of AWS it takes to run Portico: two stacks, one to keep and one to replace at will. */
package io.portico.deploy;
