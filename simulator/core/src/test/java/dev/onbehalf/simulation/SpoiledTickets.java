package dev.onbehalf.simulation;

import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.kerberos.SealedAuthenticator;
import dev.onbehalf.token.kerberos.SealedTicket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What a presentation becomes when one byte of its ticket or authenticator is changed. */
final class SpoiledTickets {
  /** A step between bytes that shares no factor with what tickets are made of. */
  private static final int STEP = 37;

  private SpoiledTickets() {}

  static List<Presentation> of(Presentation presentation) {
    List<Presentation> spoiled = new ArrayList<>();
    for (Part part : presentation.parts()) {
      if (part instanceof Part.Ticket ticket) {
        SealedTicket honest = ticket.ticket();
        for (String value : changed(honest.value())) {
          SealedTicket other = new SealedTicket(value, honest.client(), honest.end());
          spoiled.add(with(presentation, part, new Part.Ticket(other)));
        }
      } else if (part instanceof Part.Authenticator proof) {
        for (String value : changed(proof.authenticator().value())) {
          Part other = new Part.Authenticator(new SealedAuthenticator(value));
          spoiled.add(with(presentation, part, other));
        }
      }
    }
    return spoiled;
  }

  private static Presentation with(Presentation presentation, Part one, Part other) {
    return new Presentation(
        presentation.parts().stream().map(part -> part.equals(one) ? other : part).toList());
  }

  private static List<String> changed(String base64) {
    List<String> changed = new ArrayList<>();
    changed.add("");
    changed.add(base64 + "=");
    changed.add(base64.substring(0, base64.length() / 2));
    byte[] honest = Base64.getDecoder().decode(base64);
    for (int i = 0; i < honest.length; i += STEP) {
      byte[] bytes = honest.clone();
      bytes[i] ^= 1;
      changed.add(Base64.getEncoder().encodeToString(bytes));
    }
    return changed;
  }
}
