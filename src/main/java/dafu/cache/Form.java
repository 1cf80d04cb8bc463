package dafu.cache;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a type is written as bytes: texts, numbers, dates, choices, and records, optional values and lists of these, in the
 * order of a record's components. A short text that came not long ago is written as its slot.
 */
record Form(Writer writer, Reader reader) {
    private static final int SLOTS = 1 << 16;
    private static final int SHORT = 64;

    /** What writes a value, and what reads one. */
    interface Writer {
        void write(Out out, Object value) throws IOException, ReflectiveOperationException;
    }

    interface Reader {
        Object read(In in) throws IOException, ReflectiveOperationException;
    }

    /** Bytes to be written, and the short texts before them. */
    static final class Out {
        private final OutputStream to;
        private final ByteBuffer bytes = ByteBuffer.allocate(64 << 10);
        private final String[] slots = new String[SLOTS];

        Out(OutputStream to) {
            this.to = to;
        }

        /** The bytes that are not written yet, with room for so many more. */
        private ByteBuffer room(int count) throws IOException {
            if (bytes.remaining() < count) {
                flush();
            }
            return bytes;
        }

        void flush() throws IOException {
            to.write(bytes.array(), 0, bytes.position());
            bytes.clear();
        }

        void number(int value) throws IOException {
            room(5);
            int left = value << 1 ^ value >> 31;
            while ((left & ~0x7F) != 0) {
                bytes.put((byte) (left & 0x7F | 0x80));
                left >>>= 7;
            }
            bytes.put((byte) left);
        }

        void text(String text) throws IOException {
            int slot = slot(text);
            if (text.equals(slots[slot])) {
                number(-1 - slot);
                return;
            }
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            if (utf8.length > bytes.capacity()) {
                flush();
                to.write(utf8);
            } else {
                room(utf8.length).put(utf8);
            }
            if (text.length() <= SHORT) {
                slots[slot] = text;
            }
        }
    }

    /** The same, read. */
    static final class In {
        private final InputStream from;
        private final ByteBuffer bytes = ByteBuffer.allocate(64 << 10).limit(0);
        private final String[] slots = new String[SLOTS];

        In(InputStream from) {
            this.from = from;
        }

        /** The bytes that come next, so many at least. */
        private ByteBuffer next(int count) throws IOException {
            if (bytes.remaining() < count) {
                bytes.compact();
                int read = from.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
                bytes.position(bytes.position() + read).flip();
                if (bytes.remaining() < count) {
                    throw new EOFException();
                }
            }
            return bytes;
        }

        int number() throws IOException {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                int next = next(1).get() & 0xFF;
                value |= (next & 0x7F) << shift;
                if (next < 0x80) {
                    return value >>> 1 ^ -(value & 1);
                }
            }
        }

        long wide() throws IOException {
            return next(8).getLong();
        }

        String text() throws IOException {
            int length = number();
            if (length < 0) {
                return slots[-1 - length];
            }
            String text = length > bytes.capacity() ? longText(length) : shortText(length);
            if (text.length() <= SHORT) {
                slots[slot(text)] = text;
            }
            return text;
        }

        private String shortText(int length) throws IOException {
            String text = new String(next(length).array(), bytes.position(), length, StandardCharsets.UTF_8);
            bytes.position(bytes.position() + length);
            return text;
        }

        private String longText(int length) throws IOException {
            byte[] utf8 = new byte[length];
            int there = bytes.remaining();
            bytes.get(utf8, 0, there);
            if (from.readNBytes(utf8, there, length - there) < length - there) {
                throw new EOFException();
            }
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }

    private static int slot(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }

    private static final Map<Type, Form> KNOWN = new ConcurrentHashMap<>(Map.of(
            String.class, new Form((out, value) -> out.text((String) value), In::text),
            int.class, new Form((out, value) -> out.number((Integer) value), In::number),
            long.class, new Form((out, value) -> out.room(8).putLong((Long) value), In::wide),
            boolean.class, new Form((out, value) -> out.number((Boolean) value ? 1 : 0), in -> in.number() != 0),
            LocalDate.class,
                    new Form(
                            (out, value) -> out.number((int) ((LocalDate) value).toEpochDay()),
                            in -> LocalDate.ofEpochDay(in.number())),
            int[].class,
                    new Form(
                            (out, value) -> {
                                out.number(((int[]) value).length);
                                for (int each : (int[]) value) {
                                    out.number(each);
                                }
                            },
                            in -> {
                                int[] all = new int[in.number()];
                                for (int i = 0; i < all.length; i++) {
                                    all[i] = in.number();
                                }
                                return all;
                            }),
            long[].class,
                    new Form(
                            (out, value) -> {
                                out.number(((long[]) value).length);
                                for (long each : (long[]) value) {
                                    out.room(8).putLong(each);
                                }
                            },
                            in -> {
                                long[] all = new long[in.number()];
                                for (int i = 0; i < all.length; i++) {
                                    all[i] = in.wide();
                                }
                                return all;
                            })));

    static Form of(Type type) throws NoSuchMethodException {
        Form known = KNOWN.get(type);
        if (known == null) {
            known = made(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    private static Form made(Type type) throws NoSuchMethodException {
        if (type instanceof ParameterizedType of) {
            Form part = of(of.getActualTypeArguments()[0]);
            return of.getRawType() == Optional.class ? optional(part) : list(part);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            Object[] all = plain.getEnumConstants();
            return new Form((out, value) -> out.number(((Enum<?>) value).ordinal()), in -> all[in.number()]);
        }
        return record(plain);
    }

    private static Form optional(Form part) {
        return new Form(
                (out, value) -> {
                    Optional<?> optional = (Optional<?>) value;
                    out.number(optional.isPresent() ? 1 : 0);
                    if (optional.isPresent()) {
                        part.writer.write(out, optional.get());
                    }
                },
                in -> in.number() != 0 ? Optional.of(part.reader.read(in)) : Optional.empty());
    }

    private static Form list(Form part) {
        return new Form(
                (out, value) -> {
                    out.number(((List<?>) value).size());
                    for (Object each : (List<?>) value) {
                        part.writer.write(out, each);
                    }
                },
                in -> {
                    Object[] all = new Object[in.number()];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = part.reader.read(in);
                    }
                    return List.of(all);
                });
    }

    private static Form record(Class<?> type) throws NoSuchMethodException {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalStateException("no form for " + type);
        }
        Class<?>[] types = new Class<?>[components.length];
        Form[] parts = new Form[components.length];
        Method[] accessors = new Method[components.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = components[i].getType();
            parts[i] = of(components[i].getGenericType());
            accessors[i] = components[i].getAccessor();
            accessors[i].setAccessible(true);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return new Form(
                (out, value) -> {
                    for (int i = 0; i < parts.length; i++) {
                        parts[i].writer.write(out, accessors[i].invoke(value));
                    }
                },
                in -> {
                    Object[] values = new Object[parts.length];
                    for (int i = 0; i < parts.length; i++) {
                        values[i] = parts[i].reader.read(in);
                    }
                    return constructor.newInstance(values);
                });
    }
}
