package io.speechtotext.prover.oldcode;

import io.speechtotext.prover.catalog.Column;
import java.util.Set;

/**
 * Whether values of a column's former type still fit, both ways: what old code writes, and what it
 * reads of rows that it wrote. That new code will write what a narrower type of old code cannot
 * hold is its own affair.
 */
final class TypeChange {

  private static final long INT2 = 21;
  private static final long INT4 = 23;
  private static final long INT8 = 20;
  private static final long FLOAT4 = 700;
  private static final long FLOAT8 = 701;
  private static final long TEXT = 25;
  private static final long VARCHAR = 1043;
  // Each with its array.
  private static final Set<Long> NUMERICS = Set.of(1700L, 1231L);
  private static final Set<Long> LIMITED = Set.of(VARCHAR, 1015L, 1562L, 1563L, 1042L, 1014L);
  private static final Set<Long> EXACT = Set.of(1560L, 1561L);
  private static final int HEADER = 4;

  private record Change(long from, long to) {}

  private static final Set<Change> WIDENING =
      Set.of(
          new Change(INT2, INT4),
          new Change(INT2, INT8),
          new Change(INT4, INT8),
          new Change(FLOAT4, FLOAT8),
          new Change(VARCHAR, TEXT));

  private TypeChange() {}

  /** Whether old code keeps working. */
  static boolean fits(Column former, Column now) {
    if (former.type().equals(now.type())) {
      return true;
    }
    if (former.typeOid() != now.typeOid()) {
      return WIDENING.contains(new Change(former.typeOid(), now.typeOid()))
          || (former.typeOid() == TEXT && now.typeOid() == VARCHAR && isUnlimited(now));
    }
    // Another name is another type to code that casts to it.
    return withoutModifier(former).equals(withoutModifier(now))
        && (isUnlimited(now) || widens(former, now));
  }

  private static String withoutModifier(Column column) {
    return column.type().replaceFirst("\\([\\d,]+\\)", "");
  }

  private static boolean isUnlimited(Column column) {
    return column.typeModifier() < 0;
  }

  private static boolean widens(Column former, Column now) {
    if (NUMERICS.contains(now.typeOid())) {
      return !isUnlimited(former)
          && scale(now) >= scale(former)
          && precision(now) - scale(now) >= precision(former) - scale(former);
    }
    if (LIMITED.contains(now.typeOid())) {
      return !isUnlimited(former) && now.typeModifier() >= former.typeModifier();
    }
    // Of other types, a modifier rounds and refuses nothing.
    return !EXACT.contains(now.typeOid());
  }

  private static int precision(Column column) {
    return ((column.typeModifier() - HEADER) >> 16) & 0xffff;
  }

  private static int scale(Column column) {
    return (column.typeModifier() - HEADER) & 0x7ff;
  }
}
