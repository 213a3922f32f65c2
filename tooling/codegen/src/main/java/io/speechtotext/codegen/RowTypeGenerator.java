package io.speechtotext.codegen;

import java.util.List;
import org.jooq.codegen.GeneratorStrategy;
import org.jooq.codegen.GeneratorStrategy.Mode;
import org.jooq.codegen.JavaWriter;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.TableDefinition;

/**
 * Writes row types as plain Java records that say exactly what may be null in a row that was read.
 *
 * <p>jOOQ's own say nullable for every column with a default, since a row that is yet to be
 * inserted may lack it. Whoever reads rows would have to test {@code created_at} for null, and
 * would not be told when it really turns nullable.
 */
abstract class RowTypeGenerator extends CarefulGenerator {

  @Override
  public void setStrategy(GeneratorStrategy strategy) {
    super.setStrategy(new RowTypeNames(strategy));
  }

  @Override
  protected void generatePojo(TableDefinition table, JavaWriter out) {
    printPackage(out, table, Mode.POJO);
    printJavadoc(table, out);
    out.println("public record %s(", getStrategy().getJavaClassName(table, Mode.POJO));
    List<ColumnDefinition> columns = table.getColumns();
    for (int i = 0; i < columns.size(); i++) {
      printComponent(columns.get(i), i == columns.size() - 1 ? "" : ",", out);
    }
    out.println(") {}");
  }

  private void printJavadoc(TableDefinition table, JavaWriter out) {
    String text =
        "A row of <code>%s</code>, as read: every column that is not nullable has a value. %s"
            .formatted(escaped(table.getName()), escaped(table.getComment()));
    out.javadoc("%s", text.strip());
  }

  private void printComponent(ColumnDefinition column, String separator, JavaWriter out) {
    if (column.getComment().isBlank()) {
      out.println();
    } else {
      out.javadoc("%s", escaped(column.getComment()));
    }
    String type = out.ref(getJavaType(column.getType(resolver(out, Mode.POJO)), out, Mode.POJO));
    out.println(
        "%s %s%s",
        annotated(type, "@" + out.ref(nullness(column, out))),
        getStrategy().getJavaMemberName(column, Mode.POJO),
        separator);
  }

  private String nullness(ColumnDefinition column, JavaWriter out) {
    return column.getType(resolver(out, Mode.POJO)).isNullable()
        ? generatedNullableAnnotationType()
        : generatedNonnullAnnotationType();
  }

  // An annotation of a type stands before its brackets, else it speaks of the elements; and behind
  // its package's name.
  private static String annotated(String type, String annotation) {
    int brackets = type.indexOf('[');
    if (brackets >= 0) {
      return type.substring(0, brackets) + " " + annotation + " " + type.substring(brackets);
    }
    int arguments = type.indexOf('<');
    int name = type.lastIndexOf('.', arguments < 0 ? type.length() : arguments) + 1;
    return type.substring(0, name) + annotation + " " + type.substring(name);
  }

  // What people write into COMMENT ON is not theirs to end a Javadoc comment with.
  private static String escaped(String comment) {
    return comment
        .replaceAll("\\R", "\n")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("*/", "*&#47;")
        .replace("@", "&#64;")
        .replace("\\", "&#92;");
  }
}
