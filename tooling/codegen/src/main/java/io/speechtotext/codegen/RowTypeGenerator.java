package io.speechtotext.codegen;

import java.util.List;
import org.jooq.codegen.GeneratorStrategy.Mode;
import org.jooq.codegen.JavaGenerator;
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
abstract class RowTypeGenerator extends JavaGenerator {

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
    out.javadoc(
        "A row of <code>%s</code>, as read: every column that is not nullable has a value. %s",
        table.getName(), escaped(table.getComment()));
  }

  private void printComponent(ColumnDefinition column, String separator, JavaWriter out) {
    boolean nullable = column.getType(resolver(out, Mode.POJO)).isNullable();
    out.javadoc("%s", escaped(column.getComment()));
    out.println(
        "@%s %s %s%s",
        out.ref(nullable ? generatedNullableAnnotationType() : generatedNonnullAnnotationType()),
        out.ref(getJavaType(column.getType(resolver(out, Mode.POJO)), out, Mode.POJO)),
        getStrategy().getJavaMemberName(column, Mode.POJO),
        separator);
  }

  // What people write into COMMENT ON is not theirs to end a Javadoc comment with.
  private static String escaped(String comment) {
    return comment
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("*/", "*&#47;")
        .replace("@", "&#64;")
        .replace("\\u", "&#92;u");
  }
}
