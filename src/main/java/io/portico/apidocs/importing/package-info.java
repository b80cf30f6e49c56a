/** How does documentation get in and out in one piece: imports, their backups, exports? */
package io.portico.apidocs.importing;
