package io.speechtotext.app.database;

/** Who runs a statement that has no name. */
final class Caller {

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> callback) {
          return name(callback.getName());
        }
      };

  private Caller() {}

  /** The simple name of the class that a callback is written in. */
  static String of(Object callback) {
    return NAMES.get(callback.getClass());
  }

  // A lambda's class is named after the class around it: io.speechtotext…JobRepository$$Lambda/0x…
  private static String name(String className) {
    String outer = className.replaceFirst("[$/].*", "");
    return outer.substring(outer.lastIndexOf('.') + 1);
  }
}
