package com.acme.orders.files;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A file to which lines are added, each of which is on the disk before anybody goes on. A line counts once its line
 * break is written: what a process that was killed has left of a line is cut off when the file is opened again, as if
 * it had never been begun.
 */
final class LineFile implements AutoCloseable {

    private final FileChannel channel;
    private final List<String> linesAtOpening;

    private LineFile(FileChannel channel, List<String> linesAtOpening) {
        this.channel = channel;
        this.linesAtOpening = linesAtOpening;
    }

    /** Opens a file, or makes it; one process at a time may have it. */
    static LineFile open(Path path) {
        try {
            FileChannel channel = FileChannel.open(path, CREATE, READ, WRITE);
            if (!isOurs(channel)) {
                channel.close();
                throw new IllegalStateException("Somebody else writes to " + path);
            }
            byte[] content = Channels.newInputStream(channel).readAllBytes();
            int end = afterLastLineBreak(content);
            channel.truncate(end).position(end);
            String whole = new String(content, 0, end, StandardCharsets.UTF_8);
            return new LineFile(channel, whole.lines().toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    /** The lines that were whole when the file was opened. */
    List<String> linesAtOpening() {
        return linesAtOpening;
    }

    /** Adds a line; it is on the disk when this returns. If it fails, nothing more can be added. */
    synchronized void append(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException failure) {
            close();
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int afterLastLineBreak(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
