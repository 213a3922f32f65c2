package io.speechtotext.codegen;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What the build tells jOOQ's plugin, read from the POM that tells it: a copy would be another
 * configuration some day, and the tests would prove that one.
 */
final class BuildConfiguration {

  private static final Path POM = Path.of("..", "..", "generated-sources", "pom.xml");

  private BuildConfiguration() {}

  /** A new one each time, for jOOQ changes what it is handed. */
  static Configuration read() throws IOException {
    try {
      Document pom =
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(POM.toFile());
      Element generator = (Element) pom.getElementsByTagName("generator").item(0);
      Element logging = (Element) pom.getElementsByTagName("logging").item(0);
      String xml = "<configuration>" + text(logging) + text(generator) + "</configuration>";
      return GenerationTool.load(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (ParserConfigurationException | SAXException | TransformerException e) {
      throw new IOException("cannot read " + POM, e);
    }
  }

  private static String text(Element element) throws TransformerException {
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter text = new StringWriter();
    transformer.transform(new DOMSource(Objects.requireNonNull(element)), new StreamResult(text));
    return text.toString();
  }
}
