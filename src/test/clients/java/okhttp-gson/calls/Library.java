package calls;

import java.io.File;
import java.io.IOException;
import org.openapitools.client.ApiException;
import org.openapitools.client.model.Problem;

/** What differs between the libraries. */
final class Library {
    private Library() {}

    static Problem problem(ApiException e) throws IOException {
        return Problem.fromJson(e.getResponseBody());
    }

    /** For a part that may be left out. */
    static File noFile() {
        return null;
    }
}
