package io.speechtotext.app.config;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A URL cut into the named groups of a pattern; one of them is {@code query}. */
final class UrlShape {
  private final Setting url;
  private final Matcher matcher;

  private UrlShape(Setting url, Matcher matcher) {
    this.url = url;
    this.matcher = matcher;
  }

  /** Returns empty when {@code pattern} does not match the whole {@code url}. */
  static Optional<UrlShape> of(Setting url, Pattern pattern) {
    Matcher matcher = pattern.matcher(url.text());
    return matcher.matches() ? Optional.of(new UrlShape(url, matcher)) : Optional.empty();
  }

  /** The text of {@code group}; empty when it is absent. */
  String text(String group) {
    return Objects.requireNonNullElse(matcher.group(group), "");
  }

  /** A piece that is never shown. */
  Setting secret(String what, String text) {
    return new Setting(url.variable(), what, text, false);
  }

  /** A piece that may be shown unless the URL's query may hold a password. */
  Setting piece(String what, String text) {
    boolean showable = !StrayPassword.isPossibleIn(text("query"));
    return new Setting(url.variable(), what, text, showable);
  }
}
