package io.portico.hostile.trouble;

import io.portico.testsupport.RawHttp;
import java.io.IOException;

/** One request of many alike. */
@FunctionalInterface
interface Asking {
  RawHttp.Response ask() throws IOException;
}
