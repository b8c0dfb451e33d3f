package io.chatty.adapter.web.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file as it is served: as it was written, and compressed once for all who take it so. Nothing else that the server says
 * is compressed, since the length of an answer that holds a secret beside the words of a stranger would tell of the secret.
 */
final class Asset {

    private static final Pattern ZIPPED =
            Pattern.compile("gzip(?!\\s*;\\s*q=0(?:\\.0*)?$).*", Pattern.CASE_INSENSITIVE);

    private final MediaType type;
    private final byte[] content;
    private final byte[] zipped;
    private final String tag;

    Asset(MediaType type, byte[] content) {
        this.type = type;
        this.content = content.clone();
        this.zipped = zip(content);
        this.tag = HexFormat.of().formatHex(Sha256.of(content), 0, 8);
    }

    byte[] content() {
        return content;
    }

    /** Bytes that travel to a browser. */
    int zippedLength() {
        return zipped.length;
    }

    /**
     * The file as an answer.
     *
     * @param request what the caller says, above all which encodings it takes
     * @param headers what the answer says beside its type and its form
     */
    ResponseEntity<byte[]> answer(HttpHeaders request, CacheControl cache, HttpHeaders headers) {
        boolean zip = request.getValuesAsList(HttpHeaders.ACCEPT_ENCODING).stream()
                .anyMatch(encoding -> ZIPPED.matcher(encoding).matches());
        if (zip) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return ResponseEntity.ok()
                .headers(headers)
                .contentType(type)
                .cacheControl(cache)
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                // Two forms are two contents.
                .eTag(zip ? tag + "-gzip" : tag)
                .body(zip ? zipped : content);
    }

    private static byte[] zip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
