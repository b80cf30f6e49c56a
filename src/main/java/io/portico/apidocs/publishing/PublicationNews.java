package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiAccess;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;

/** What one browser is told of a publication, looked at once a second. */
final class PublicationNews {
  private static final Logger LOG = Logger.getLogger(PublicationNews.class);

  /** After these the browser asks anew, by its sign-in of then; a stop waits no longer for it. */
  private static final int LOOKS = 30;

  /** Proxies end what says nothing for long. */
  private static final int SILENT_LOOKS = 15;

  private static final long RECONNECT_MS = 2_000;

  private final PublicationTable table;
  private final ApiAccess access;
  private final Publication publication;
  private final MultiEmitter<? super OutboundSseEvent> listener;
  private String told = "";
  private int looks;
  private int silentLooks;

  PublicationNews(
      PublicationTable table,
      ApiAccess access,
      Publication publication,
      MultiEmitter<? super OutboundSseEvent> listener) {
    this.table = table;
    this.access = access;
    this.publication = publication;
    this.listener = listener;
  }

  /** Where it cannot look the stream ends, and the browser asks in another way. */
  void tell() {
    try {
      look();
    } catch (RuntimeException | Error e) {
      LOG.debugf(e, "The publication %s cannot be looked at", publication.id());
      listener.complete();
    }
  }

  private void look() {
    Optional<Publication> now = table.find(publication.api(), publication.id());
    if (now.filter(Publication::isRunning).isEmpty()) {
      listener.emit(event().name("end").data("end").build());
      listener.complete();
      return;
    }
    tell(new PublicationPage(access, now.get(), Optional.empty(), Instant.now()));
    if (++looks >= LOOKS) {
      listener.complete();
    }
  }

  private void tell(PublicationPage page) {
    if (!page.mark().equals(told)) {
      told = page.mark();
      silentLooks = 0;
      String html = PublicationTemplates.publicationProgress(page).render();
      listener.emit(
          event()
              .name("progress")
              .mediaType(MediaType.TEXT_PLAIN_TYPE)
              .reconnectDelay(RECONNECT_MS)
              .data(html)
              .build());
    } else if (++silentLooks % SILENT_LOOKS == 0) {
      listener.emit(event().comment("still running").build());
    }
  }

  private static OutboundSseEvent.Builder event() {
    return new OutboundSseEventImpl.BuilderImpl();
  }
}
