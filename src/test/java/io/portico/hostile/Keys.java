package io.portico.hostile;

import io.portico.hostile.Route.Door;
import io.portico.hostile.Route.Visitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each visitor has to show at a door. */
final class Keys {
  private final Map<Visitor, String> sessions = new EnumMap<>(Visitor.class);
  private final Map<Visitor, String> frames = new EnumMap<>(Visitor.class);
  private final Map<Visitor, String> tokens = new EnumMap<>(Visitor.class);

  Keys(HostilePortal portal) throws IOException {
    for (Visitor visitor : Visitor.values()) {
      if (visitor != Visitor.NOBODY) {
        sessions.put(visitor, portal.session(name(visitor)));
      }
    }
    frames.put(Visitor.SCIENTIST, everywhere(portal.frame("scientist", HostilePortal.MODELS)));
    frames.put(
        Visitor.LEAD,
        portal.frame("lead", HostilePortal.MODELS)
            + "; "
            + portal.frame("lead", HostilePortal.CLOSED));
    tokens.put(Visitor.SCIENTIST, portal.token("scientist", HostilePortal.MODELS, "viewer"));
    tokens.put(
        Visitor.LEAD,
        portal.token("lead", List.of(HostilePortal.MODELS, HostilePortal.CLOSED), "manager"));
  }

  private static String name(Visitor visitor) {
    return visitor.name().toLowerCase(Locale.ROOT);
  }

  /** The cookie of one server under the names of both. */
  private static String everywhere(String cookie) {
    return cookie + "; " + cookie.replace("-" + HostilePortal.MODELS, "-" + HostilePortal.CLOSED);
  }

  /** Whether somebody has the kind of key that a door takes. */
  boolean fit(Visitor visitor, Door door) {
    return switch (door) {
      case PORTAL -> sessions.containsKey(visitor);
      case FRAME -> frames.containsKey(visitor);
      case REST, PROGRAMS -> tokens.containsKey(visitor);
    };
  }

  /** Header lines. */
  List<String> of(Visitor visitor, Door door) {
    List<String> lines = new ArrayList<>();
    String cookie = door == Door.FRAME ? frames.get(visitor) : sessions.get(visitor);
    if (cookie != null) {
      lines.add("Cookie: " + cookie);
    }
    if ((door == Door.REST || door == Door.PROGRAMS) && tokens.containsKey(visitor)) {
      lines.add("Authorization: Bearer " + tokens.get(visitor));
    }
    return lines;
  }
}
