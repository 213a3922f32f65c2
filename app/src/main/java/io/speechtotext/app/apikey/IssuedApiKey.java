package io.speechtotext.app.apikey;

/**
 * A key that was just created or replaced.
 *
 * @param key as it now stands in the database
 * @param plaintext what the client has to send; it is to be had here and never again
 */
public record IssuedApiKey(ApiKey key, PlaintextKey plaintext) {}
