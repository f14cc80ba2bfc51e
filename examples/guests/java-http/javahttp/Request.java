package javahttp;

import belay.guest.Cabi;
import java.util.ArrayList;
import java.util.List;
import org.teavm.interop.Address;

/** What a handler reads of a request. */
record Request(int handle, String method, String target, List<Header> headers) {
    private static final String[] METHODS = {
        "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"};
    /** Bytes of a name and a value in a list of headers. */
    private static final int ENTRY = 16;

    record Header(String name, String value) {
    }

    static Request of(int handle) {
        Address result = Cabi.allocate(16, 8);
        Wasi.method(handle, result);
        int method = result.getByte();
        String name = method < METHODS.length ? METHODS[method] : Cabi.liftString(result.add(4));
        Wasi.pathWithQuery(handle, result);
        String target = result.getByte() == 0 ? "/" : Cabi.liftString(result.add(4));
        return new Request(handle, name, target, headers(handle, result));
    }

    private static List<Header> headers(int handle, Address result) {
        int fields = Wasi.headers(handle);
        Wasi.entries(fields, result);
        Address entries = result.getAddress();
        int count = result.add(4).getInt();
        var headers = new ArrayList<Header>(count);
        for (int i = 0; i < count; i++) {
            Address entry = entries.add(i * ENTRY);
            headers.add(new Header(Cabi.liftString(entry), Cabi.liftString(entry.add(8))));
        }
        Wasi.dropFields(fields);
        return headers;
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
