package io.portico.sandbox.endpoint;

/** Character data of an XML element. */
final class XmlText {

  private XmlText() {}

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
