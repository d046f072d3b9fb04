package dev.onbehalf.token.kerberos;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralString;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DERGeneralString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;

/** The forms that Kerberos messages are made of (RFC 4120 section 5.2), in DER. */
final class Der {
  private static final int NAME_TYPE_PRINCIPAL = 1;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Der() {}

  /** What a sequence holds, by numbers. */
  record Fields(Map<Integer, ASN1Encodable> byNumber) {
    ASN1Encodable get(int number) {
      return find(number)
          .orElseThrow(() -> new IllegalArgumentException("expected field " + number));
    }

    Optional<ASN1Encodable> find(int number) {
      return Optional.ofNullable(byNumber.get(number));
    }
  }

  /** A sequence of fields, each under its number. */
  static ASN1Sequence sequence(Map<Integer, ASN1Encodable> fields) {
    return new DERSequence(
        new TreeMap<>(fields)
            .entrySet().stream()
                .map(field -> new DERTaggedObject(true, field.getKey(), field.getValue()))
                .toArray(ASN1Encodable[]::new));
  }

  static ASN1Encodable application(int number, ASN1Sequence content) {
    return new DERTaggedObject(true, BERTags.APPLICATION, number, content);
  }

  /** The fields of a message of the application by their numbers. */
  static Fields message(int number, byte[] encoded) {
    ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(encoded);
    if (!tagged.hasTag(BERTags.APPLICATION, number)) {
      throw new IllegalArgumentException("expected a message of type " + number);
    }
    return fields(tagged.getExplicitBaseObject());
  }

  static Fields fields(ASN1Encodable sequence) {
    Map<Integer, ASN1Encodable> fields = new TreeMap<>();
    for (ASN1Encodable field : ASN1Sequence.getInstance(sequence)) {
      ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(field);
      fields.put(tagged.getTagNo(), tagged.getExplicitBaseObject());
    }
    return new Fields(fields);
  }

  static ASN1Encodable number(int number) {
    return new ASN1Integer(number);
  }

  static int number(ASN1Encodable encoded) {
    return ASN1Integer.getInstance(encoded).intValueExact();
  }

  /** A string, in UTF-8 as implementations have it. */
  static ASN1Encodable text(String text) {
    return new DERGeneralString(
        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  static String text(ASN1Encodable encoded) {
    String bytes = ((ASN1GeneralString) encoded).getString();
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  static ASN1Encodable time(Instant time) {
    return new DERGeneralizedTime(TIME.format(time));
  }

  static Instant time(ASN1Encodable encoded) {
    try {
      return ASN1GeneralizedTime.getInstance(encoded).getDate().toInstant();
    } catch (ParseException e) {
      throw new IllegalArgumentException("expected a time", e);
    }
  }

  /** A principal's name of one component. */
  static ASN1Encodable name(String name) {
    return sequence(
        Map.of(
            0, number(NAME_TYPE_PRINCIPAL), 1, new DERSequence(new ASN1Encodable[] {text(name)})));
  }

  /** The name of a principal that has one component. */
  static String name(ASN1Encodable encoded) {
    ASN1Sequence components = ASN1Sequence.getInstance(fields(encoded).get(1));
    if (components.size() != 1) {
      throw new IllegalArgumentException("expected a name of one component");
    }
    return text(components.getObjectAt(0));
  }
}
