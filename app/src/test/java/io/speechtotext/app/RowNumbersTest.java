package io.speechtotext.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * The old service's four tables number their rows by {@code integer}; those that came since do not.
 */
@FromTemplate(MigratedSchema.class)
class RowNumbersTest {

  @Test
  void newTablesNumberTheirRowsByBigintIdentities(ThrowawayDatabase copy) {
    List<String> numbered =
        DSL.using(copy.dataSource(), SQLDialect.POSTGRES)
            .fetch(
                """
                SELECT format('%s.%s %s %s', table_name, column_name, data_type, is_identity)
                FROM information_schema.columns
                WHERE table_schema = 'public'
                    AND table_name NOT IN ('api_keys', 'feedback', 'jobs', 'lexicon_terms')
                    AND (is_identity = 'YES' OR column_default LIKE 'nextval(%')
                """)
            .getValues(0, String.class);
    assertThat(numbered).isNotEmpty().allMatch(each -> each.endsWith(" bigint YES"));
  }
}
