package io.portico.docs;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LiteralTree;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import jdk.javadoc.doclet.Doclet;
import jdk.javadoc.doclet.DocletEnvironment;
import jdk.javadoc.doclet.Reporter;

/** Reads the properties of all {@code @ConfigMapping}s out of their sources. */
public class ConfigurationDoclet implements Doclet {
  /** What the keys of a map with free keys are, by the map's name. */
  private static final Map<String, String> KEYS =
      Map.of("servers", "id", "access", "group", "scopes", "scope");

  /** The tool makes the doclet itself, and gives nothing back. */
  private static List<DocumentedProperty> found = List.of();

  private final List<DocumentedProperty> properties = new ArrayList<>();
  private DocletEnvironment environment;

  /** What the last run found. */
  static List<DocumentedProperty> found() {
    return found;
  }

  @Override
  public boolean run(DocletEnvironment sources) {
    environment = sources;
    for (TypeElement type : ElementFilter.typesIn(sources.getIncludedElements())) {
      ConfigMapping mapping = type.getAnnotation(ConfigMapping.class);
      if (mapping != null) {
        read(mapping.prefix(), type);
      }
    }
    found = List.copyOf(properties);
    return true;
  }

  private void read(String prefix, TypeElement group) {
    for (ExecutableElement method : ElementFilter.methodsIn(group.getEnclosedElements())) {
      read(prefix + "." + name(method), method, method.getReturnType());
    }
  }

  private void read(String name, ExecutableElement method, TypeMirror type) {
    if (isMap(type)) {
      DeclaredType map = (DeclaredType) type;
      String key = key(method, map.getTypeArguments().get(0));
      read(name + "." + key, method, map.getTypeArguments().get(1));
    } else if (group(type).isPresent()) {
      read(name, group(type).get());
    } else {
      WithDefault standard = method.getAnnotation(WithDefault.class);
      properties.add(
          new DocumentedProperty(name, standard == null ? "" : standard.value(), meaning(method)));
    }
  }

  private static boolean isMap(TypeMirror type) {
    return type.toString().startsWith("java.util.Map<");
  }

  /** A nested group of the same mapping. */
  private static Optional<TypeElement> group(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && element.getKind() == ElementKind.INTERFACE
            && element.getEnclosingElement().getKind() == ElementKind.INTERFACE
        ? Optional.of(element)
        : Optional.empty();
  }

  private static String key(ExecutableElement method, TypeMirror type) {
    Element element = ((DeclaredType) type).asElement();
    if (element.getKind() == ElementKind.ENUM) {
      String name = kebab(element.getSimpleName().toString());
      return "<" + name.substring(name.lastIndexOf('-') + 1) + ">";
    }
    return "<" + KEYS.get(method.getSimpleName().toString()) + ">";
  }

  private static String name(ExecutableElement method) {
    WithName given = method.getAnnotation(WithName.class);
    return given != null ? given.value() : kebab(method.getSimpleName().toString());
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
  }

  private String meaning(Element method) {
    var comment = environment.getDocTrees().getDocCommentTree(method);
    if (comment == null) {
      throw new IllegalStateException(method.getEnclosingElement() + "." + method + ": no comment");
    }
    String text =
        comment.getFullBody().stream()
            .map(ConfigurationDoclet::markdown)
            .collect(Collectors.joining());
    return text.replaceAll("\\s+", " ").replaceAll("\\.$", "");
  }

  private static String markdown(DocTree part) {
    return part instanceof LiteralTree literal
        ? "`" + literal.getBody().getBody().strip() + "`"
        : part.toString();
  }

  @Override
  public void init(Locale locale, Reporter reporter) {}

  @Override
  public String getName() {
    return "configuration";
  }

  @Override
  public Set<? extends Option> getSupportedOptions() {
    return Set.of();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }
}
