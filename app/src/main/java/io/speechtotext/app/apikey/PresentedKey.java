package io.speechtotext.app.apikey;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody sent as their key, if it can be one at all. Prints nothing of it. */
final class PresentedKey {

  // bcrypt heeds 72 bytes; this is more than the old service ever issued and more than we do.
  private static final Pattern ANY = Pattern.compile("[!-~]{10,64}");
  private static final Pattern OURS = Pattern.compile("stt_[\\w-]{8}_[\\w-]{43}");
  private static final int OLD_SERVICES_LENGTH = 43;
  private static final int OLD_PREFIX_LENGTH = 6;

  private final String text;
  private final KeyDigest digest;

  private PresentedKey(String text) {
    this.text = text;
    this.digest = KeyDigest.of(text);
  }

  /** Empty for what no key can look like, null included. */
  static Optional<PresentedKey> of(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(each -> ANY.matcher(each).matches())
        .map(PresentedKey::new);
  }

  KeyDigest digest() {
    return digest;
  }

  /** Whether the old service may have issued it; such a key needs not look like anything. */
  boolean mayBeTheOldServices() {
    return !OURS.matcher(text).matches();
  }

  /** ASCII, to be compared with a bcrypt hash. */
  char[] characters() {
    return text.toCharArray();
  }

  /**
   * A few characters of the old service's 43, all of which are secret: 220 random bits remain.
   * Empty for a shorter key, which somebody made by hand and which has nothing to spare.
   */
  Optional<String> oldPrefix() {
    return text.length() < OLD_SERVICES_LENGTH
        ? Optional.empty()
        : Optional.of(text.substring(0, OLD_PREFIX_LENGTH));
  }

  @Override
  public String toString() {
    return "PresentedKey[…]";
  }
}
