package io.chatty.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What a module says it is built of. */
record Pom(String module, Element project) {

    static Pom read(Path folder) {
        return of(folder.getFileName().toString(), Codebase.text(folder.resolve("pom.xml")));
    }

    static Pom of(String module, String xml) {
        try {
            return new Pom(
                    module,
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(xml)))
                            .getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(module, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this is the parent, which manages what the others use. */
    boolean isParent() {
        return child(project, "modules").isPresent();
    }

    /** The modules of the parent. */
    List<String> modules() {
        return child(project, "modules").stream()
                .flatMap(modules -> children(modules).stream())
                .map(module -> module.getTextContent().strip())
                .toList();
    }

    List<Dependency> dependencies() {
        return child(project, "dependencies").stream()
                .flatMap(list -> children(list).stream())
                .map(element -> new Dependency(
                        text(element, "groupId"),
                        text(element, "artifactId"),
                        child(element, "scope")
                                .map(scope -> scope.getTextContent().strip())
                                .orElse("compile")))
                .toList();
    }

    /** The literal versions that stand in this POM, but for that of the parent. */
    List<String> literalVersions() {
        List<String> versions = new ArrayList<>();
        var elements = project.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            boolean names = element.getTagName().equals("version")
                    || element.getTagName().endsWith(".version");
            boolean ofParent = element.getParentNode().getNodeName().equals("parent");
            if (names && !ofParent && !element.getTextContent().contains("${")) {
                versions.add(element.getParentNode().getNodeName() + " " + element.getTextContent());
            }
        }
        return versions;
    }

    private static String text(Element element, String name) {
        return child(element, name).orElseThrow().getTextContent().strip();
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** One thing a module uses. */
    record Dependency(String group, String artifact, String scope) {

        boolean isOurs() {
            return group.equals("io.chatty");
        }

        boolean isForTests() {
            return scope.equals("test");
        }
    }
}
