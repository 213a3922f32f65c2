package io.speechtotext.app.job;

/**
 * Why a job failed, as far as it concerns its owner.
 *
 * @param code for programs: {@code audio_unreadable}
 * @param message for people; no stack trace
 */
public record JobError(String code, String message) {}
