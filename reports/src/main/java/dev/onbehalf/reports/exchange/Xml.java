package dev.onbehalf.reports.exchange;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document in the making; the JDK's writer escapes. */
final class Xml {
  // XML 1.0 section 2.2 has no place for these, not even escaped.
  private static final Pattern UNWRITABLE =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  Xml() {
    try {
      writer = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  Xml open(String element) {
    return write(() -> writer.writeStartElement(element));
  }

  Xml attribute(String name, String value) {
    return write(() -> writer.writeAttribute(name, writable(value)));
  }

  Xml words(String words) {
    return write(() -> writer.writeCharacters(writable(words)));
  }

  Xml close() {
    return write(writer::writeEndElement);
  }

  String text() {
    write(writer::writeEndDocument);
    return text + "\n";
  }

  private Xml write(Step step) {
    try {
      step.write();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String writable(String text) {
    return UNWRITABLE.matcher(text).replaceAll("\uFFFD");
  }

  @FunctionalInterface
  private interface Step {
    void write() throws XMLStreamException;
  }
}
